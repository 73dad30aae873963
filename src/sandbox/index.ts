/** The sandbox: a local Intercom workspace. This file is its front door; nothing else of it is imported from outside. */

export type { Quirks } from '../model/quirks.ts';
export type { Fault } from './faults/fault.ts';
export { FaultSyntaxError, parseFaults } from './faults/parse.ts';
export type { LogEntry, Phase } from './http/log.ts';
export { isLocale } from './locales.ts';
export type { SandboxOptions } from './options.ts';
export { asStored } from './rewrite/as-stored.ts';
export { type Sandbox, startSandbox } from './start.ts';
export { SandboxError } from './state/error.ts';
