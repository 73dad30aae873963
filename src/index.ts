/**
 * The library: the stages and their nouns. Each stage is a function of values; `run` is the whole program.
 */

export { canonical } from './body/canonical.ts';
export { run } from './cli/run.ts';
export { compile } from './compile/compile.ts';
export { parseConfiguration, readConfiguration } from './config/settings.ts';
export type * from './model/article.ts';
export type * from './model/collection.ts';
export type * from './model/desired.ts';
export type { Host, Sink } from './model/host.ts';
export type * from './model/outcome.ts';
export type * from './model/place.ts';
export type * from './model/plan.ts';
export type { Problem } from './model/problem.ts';
export type * from './model/pulled.ts';
export type * from './model/recorded.ts';
export type * from './model/remote.ts';
export type * from './model/repository.ts';
export type * from './model/settings.ts';
export type * from './model/target.ts';
export { IntercomError, type WorkspaceReader, type WorkspaceWriter } from './model/workspace.ts';
export { makePlan, type PlanInput } from './plan/plan.ts';
export { readRepository } from './read/repository.ts';
export { formatLockfile } from './record/format-lockfile.ts';
export { parseLockfile } from './record/parse-lockfile.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/index.ts';
