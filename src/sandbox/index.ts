/** The sandbox: a local Intercom workspace. This file is its front door; nothing else of it is imported from outside. */
export { FAULT_KINDS, type Fault, type FaultKind } from './faults/fault.ts';
export { FaultSyntaxError, parseFaults } from './faults/parse.ts';
export type { Edit, Hands } from './hands/hands.ts';
export type { LogEntry, Phase, PhaseListener, Written } from './http/log.ts';
export type { SandboxOptions, TokenRights } from './options.ts';
export { MODES, type Mode, OBSERVED, type Quirks, STRICT } from './quirks.ts';
export { type Sandbox, startSandbox } from './start.ts';
export { SandboxError } from './state/error.ts';
