/**
 * The library: the stages and their nouns. Each stage is a function of values; `run` is the whole program.
 */
export { compile } from './compile/compile.ts';
export { parseConfiguration, readConfiguration } from './config/settings.ts';
export type { Host, Sink } from './host.ts';
export { canonical } from './html/canonical.ts';
export type * from './model.ts';
export { makePlan, type PlanInput } from './plan/plan.ts';
export { readRepository } from './read/repository.ts';
export { formatLockfile } from './record/format-lockfile.ts';
export { parseLockfile } from './record/parse-lockfile.ts';
export { run } from './run.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/index.ts';
export { IntercomError, type WorkspaceReader, type WorkspaceWriter } from './workspace.ts';
