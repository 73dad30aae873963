import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Lockfile, LockfileSection } from '../../src/model/recorded.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from './repository.ts';
import { type RunOptions, type RunResult, runIn } from './run-in.ts';

/** Names of the two targets, and of the variables with their tokens. */
export const variables = { staging: 'TOKEN_STAGING', production: 'TOKEN_PRODUCTION' } as const;

/** Each workspace takes its own token and no other. */
export const tokens = { staging: 'token-of-staging', production: 'token-of-production' } as const;

export type TargetName = keyof typeof variables;

/** A repository that is published to two workspaces. */
export interface TwoWorkspaces extends TestRepository {
  readonly sandboxes: Readonly<Record<TargetName, Sandbox>>;
  /** Ids of the workspaces. */
  readonly ids: Readonly<Record<TargetName, string>>;
  /** Environment of a run that reaches a workspace: its address, and the tokens of both targets. */
  env(reached: TargetName): Readonly<Record<string, string>>;
  /** Runs a command for a target, with requests to its workspace. */
  run(target: TargetName, argv: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** What the lockfile records, by target. */
  recorded(): Promise<Readonly<Partial<Record<TargetName, LockfileSection>>>>;
  /** `title: state` of what a workspace has. */
  shown(target: TargetName): readonly string[];
}

/**
 * Starts two sandboxes and writes a repository for them.
 *
 * @param more lines of the configuration, and by target further lines of its own
 */
export async function twoWorkspaces(
  files: Readonly<Record<string, string>>,
  {
    configuration = 'state: published\n',
    own = {},
    ids: given,
    listen,
  }: {
    readonly configuration?: string;
    readonly own?: Partial<Readonly<Record<TargetName, string>>>;
    /** Ids that the configuration says instead of the right ones. */
    readonly ids?: Partial<Readonly<Record<TargetName, string>>>;
    readonly listen?: (target: TargetName, n: number, phase: string) => Promise<void>;
  } = {},
): Promise<TwoWorkspaces> {
  const repository = await makeRepository(files);
  const start = async (target: TargetName, seed: number) => {
    const sandbox = await startSandbox({
      dir: path.join(repository.dir, 'workspaces', target),
      port: 0,
      seed,
      rateLimit: 100_000,
      tokens: [{ token: tokens[target] }],
      ...(listen && { onRequest: (n, phase) => listen(target, n, phase) }),
    });
    onTestFinished(() => sandbox.close());
    sandbox.setToken('sandbox', null);
    return sandbox;
  };
  const sandboxes = { staging: await start('staging', 1), production: await start('production', 2) };
  const ids = {
    staging: await idOf(sandboxes.staging, tokens.staging),
    production: await idOf(sandboxes.production, tokens.production),
  };
  const said = (['staging', 'production'] as const).map(
    (name) =>
      `  ${name}:\n    workspace: ${given?.[name] ?? ids[name]}\n    tokenVariable: ${variables[name]}\n${own[name] ?? ''}`,
  );
  await repository.write({ 'helpcentre.yml': `${configuration}targets:\n${said.join('')}` });
  const env = (reached: TargetName) => ({
    INTERCOM_BASE_URL: sandboxes[reached].url,
    [variables.staging]: tokens.staging,
    [variables.production]: tokens.production,
  });
  return {
    ...repository,
    ...{ sandboxes, ids, env },
    run: (target, argv, options = {}) =>
      runIn(repository.dir, [...argv, '--target', target], { ...options, env: { ...env(target), ...options.env } }),
    async recorded() {
      const text = await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8');
      const { workspaces } = JSON.parse(text) as Lockfile;
      return Object.fromEntries(
        Object.entries(ids).flatMap(([name, id]) => (workspaces[id] === undefined ? [] : [[name, workspaces[id]]])),
      );
    },
    shown: (target) =>
      sandboxes[target].world
        .articles()
        .map(({ contents }) => `${contents.en?.title}: ${contents.en?.state}`)
        .sort(),
  };
}

async function idOf({ url }: Sandbox, token: string): Promise<string> {
  const answer = await fetch(`${url}/me`, { headers: { authorization: `Bearer ${token}` } });
  const { app } = (await answer.json()) as { readonly app: { readonly id_code: string } };
  return app.id_code;
}
