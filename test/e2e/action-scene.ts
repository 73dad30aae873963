import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { type GithubStandIn, type StoredPull, startGithub } from '../action/github/github-stand-in.ts';
import {
  actionIn,
  type BuiltAction,
  buildAction,
  runStepHere,
  type StartedStep,
  type StepOptions,
  type StepResult,
  startStep,
} from '../kit/action-job.ts';
import { isDeep } from '../kit/depth.ts';
import { git, makeOrigin, type Origin } from '../kit/git-origin.ts';
import { madeOnce } from '../kit/made-once.ts';

let home = '';
let action: BuiltAction;

/** Has the Action built, once in a run, and a folder for a file of tests. */
export function buildOnce(): void {
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'helpcentre-action-'));
    action = await actionIn(await madeOnce('action', buildAction));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));
}

/** The Action that `buildOnce` built. */
export function builtAction(): BuiltAction {
  return action;
}

/** What a job is started for. */
export interface JobOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Token for GitHub; null for a name that is not known there. */
  readonly githubToken?: string;
  /** Files that an earlier step left in the checkout; null: one that it deleted. */
  readonly left?: Readonly<Record<string, string | null>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout has the whole history: `fetch-depth: 0`. */
  readonly isWhole?: boolean;
}

/** A repository on GitHub, a workspace in Intercom, and jobs that run the Action. */
export interface Scene {
  readonly origin: Origin;
  readonly sandbox: Sandbox;
  readonly github: GithubStandIn;
  /** Opens a pull request of a branch that is pushed already. */
  openPull(branch: string, from?: 'fork'): Promise<StoredPull>;
  /** Runs for a pull request as it is now. */
  onPull(pull: StoredPull, options?: JobOptions): Promise<StepResult>;
  /** Merges a pull request. @returns the merge commit */
  merge(pull: StoredPull): Promise<string>;
  /** Runs for a push of a commit to main. */
  onPush(commit: string, options?: JobOptions): Promise<StepResult>;
  /** Begins the same in the built Action, as a process that can be broken into. */
  startPush(commit: string, options?: JobOptions): Promise<StartedJob>;
  onSchedule(options?: JobOptions): Promise<StepResult>;
  onWorkflowRun(pull: StoredPull, commentFile: string, options?: JobOptions): Promise<StepResult>;
  /** Lockfile of a branch. */
  lockfile(ref?: string): Promise<Lockfile | null>;
}

/** A job that is under way. */
export interface StartedJob extends StartedStep {
  /** The job's end. */
  post(state: Readonly<Record<string, string>>): Promise<StepResult>;
}

export const intercomToken = 'sandbox';
export const configuration = 'state: published\nmaxRemovals: 100%\n';

/**
 * What runs the steps that nobody breaks into: the built file as the runner starts it, or the same code in this process.
 * Every kind of run goes through the built file somewhere; in a deep run all do.
 */
export type Through = 'the bundle' | 'this process';

/** Sets everything up; what GitHub describes and was not held to fails the test at its end. */
export async function makeScene(
  files: Readonly<Record<string, string>>,
  sandboxOptions: Partial<SandboxOptions> = {},
  through: Through = isDeep ? 'the bundle' : 'this process',
): Promise<Scene> {
  const dir = await mkdtemp(path.join(home, 'scene-'));
  const origin = await makeOrigin(dir, { 'helpcentre.yml': configuration, ...files });
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, ...sandboxOptions });
  const github = await startGithub(origin.root);
  github.tokens.set('ghs_full', { contents: 'write', 'pull-requests': 'write', issues: 'write' });
  onTestFinished(async () => {
    await sandbox.close();
    await github.close();
    expect(github.breaches).toEqual([]);
  });
  let jobs = 0;
  const prepare = async (
    ref: string,
    event: string,
    payload: object,
    env: Readonly<Record<string, string>>,
    { inputs = {}, githubToken = 'ghs_full', env: more = {}, left = {}, isWhole = false }: JobOptions,
  ): Promise<StepOptions> => {
    jobs += 1;
    const job = path.join(dir, `job-${jobs}`);
    const checkout = path.join(job, 'checkout');
    await origin.checkout(checkout, `${github.url}/acme/help`, ref);
    if (isWhole) await git(checkout, 'fetch', '--quiet', '--unshallow', origin.bare, 'main', ref);
    for (const [name, text] of Object.entries(left)) {
      if (text === null) await rm(path.join(checkout, name));
      else await writeFile(path.join(checkout, name), text);
    }
    return {
      checkout,
      temp: path.join(job, 'temp'),
      event,
      payload: { repository: { full_name: 'acme/help', default_branch: 'main' }, ...payload },
      inputs: { token: intercomToken, 'github-token': githubToken, ...inputs },
      env: {
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.url,
        INTERCOM_BASE_URL: sandbox.url,
        ...env,
        ...more,
      },
    };
  };
  const step = async (...asked: Parameters<typeof prepare>): Promise<StepResult> => {
    const options = await prepare(...asked);
    return through === 'this process' ? runStepHere(action, options) : (await startStep(action, options)).done;
  };
  const push = (commit: string, options: JobOptions = {}): Parameters<typeof prepare> => [
    commit,
    'push',
    { after: commit, ref: 'refs/heads/main' },
    { GITHUB_SHA: commit, GITHUB_REF: 'refs/heads/main' },
    options,
  ];
  return {
    origin,
    sandbox,
    github,
    async openPull(branch, from) {
      const pull: StoredPull = {
        number: github.pulls.length + 1,
        title: `Change ${branch}`,
        body: '',
        state: 'open',
        head: { ref: branch, owner: from === 'fork' ? 'someone' : 'acme', sha: '' },
        base: 'main',
        merge: null,
        files: [],
      };
      github.pulls.push(pull);
      return pull;
    },
    async onPull(pull, options = {}) {
      pull.head.sha = await origin.tip(pull.head.ref);
      const repo = { full_name: pull.head.owner === 'acme' ? 'acme/help' : 'someone/help' };
      const payload = {
        pull_request: {
          number: pull.number,
          user: pull.user ?? { login: 'ann', type: 'User' },
          head: { sha: pull.head.sha, repo },
          base: { ref: 'main', sha: await origin.tip('main'), repo: { full_name: 'acme/help' } },
        },
      };
      const ref = `refs/pull/${pull.number}/merge`;
      const env = { GITHUB_SHA: pull.head.sha, GITHUB_REF: ref };
      return step(pull.head.sha, 'pull_request', payload, env, options);
    },
    async merge(pull) {
      const commit = await origin.merge(pull.head.ref);
      pull.state = 'closed';
      pull.merge = commit;
      github.pullsOfCommit.set(commit, [pull.number]);
      return commit;
    },
    async startPush(commit, options) {
      const prepared = await prepare(...push(commit, options));
      const begun = await startStep(action, prepared);
      const post: StartedJob['post'] = async (state) =>
        (await startStep(action, prepared, { file: 'post', state })).done;
      return { ...begun, post };
    },
    onPush: (commit, options) => step(...push(commit, options)),
    async onSchedule(options = {}) {
      const commit = await origin.tip('main');
      const env = { GITHUB_SHA: commit, GITHUB_REF: 'refs/heads/main' };
      return step(commit, 'schedule', { schedule: '0 6 * * *' }, env, options);
    },
    async onWorkflowRun(pull, commentFile, { inputs = {}, ...options } = {}) {
      const payload = {
        workflow_run: {
          event: 'pull_request',
          head_sha: pull.head.sha,
          head_branch: pull.head.ref,
          head_repository: { owner: { login: pull.head.owner } },
          pull_requests: [],
        },
      };
      const commit = await origin.tip('main');
      const env = { GITHUB_SHA: commit, GITHUB_REF: 'refs/heads/main' };
      const more = { ...options, inputs: { token: '', 'comment-file': commentFile, ...inputs } };
      return step(commit, 'workflow_run', payload, env, more);
    },
    async lockfile(ref = 'main') {
      const text = await origin.show(ref, 'helpcentre.lock.json');
      return text === null ? null : (JSON.parse(text) as Lockfile);
    },
  };
}

/** Articles of a lockfile with one workspace. */
export function articlesIn(lockfile: Lockfile | null): readonly string[] {
  return Object.values(lockfile?.workspaces ?? {})
    .flatMap(({ articles }) => Object.keys(articles))
    .sort();
}
