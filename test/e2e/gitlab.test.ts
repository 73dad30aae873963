import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type ForgeStandIn, startForge } from '../kit/forge-stand-in.ts';
import { git, makeOrigin, type Origin } from '../kit/git-origin.ts';
import { isWindows } from '../kit/system.ts';
import { pushedMeanwhile, recipeOf, runScript, type ScriptResult } from './recipe.ts';

interface Job {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly rules?: unknown;
  readonly resource_group?: string;
}

const tokens = { INTERCOM_ACCESS_TOKEN: 'sandbox', GITLAB_TOKEN: 'glpat-secret-of-the-project' };
const article = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

/** A project on GitLab, a workspace, and jobs of the recipe. */
async function makeProject(dir: string) {
  const recipe = (await recipeOf('gitlab.md')) as Readonly<Record<string, Job>>;
  const origin = await makeOrigin(dir, {
    'helpcentre.yml': 'state: published\n',
    'content/start.md': article('Start', 'Begin here.'),
  });
  await git(origin.bare, 'config', 'receive.advertisePushOptions', 'true');
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  let jobs = 0;
  /** Runs a job for a commit: GitLab checks it out without a branch. */
  const run = async (
    name: string,
    commit: string,
    forge: ForgeStandIn | null,
    env: Readonly<Record<string, string>>,
  ): Promise<ScriptResult & { readonly checkout: string }> => {
    jobs += 1;
    const checkout = path.join(dir, `job-${jobs}`, 'checkout');
    await git(dir, 'clone', '--quiet', '--no-local', origin.bare, checkout);
    await git(checkout, 'checkout', '--quiet', '--detach', commit);
    const job = recipe[name] ?? {};
    const base = recipe[job.extends ?? ''] ?? {};
    const predefined = {
      ...{ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: checkout, CI_COMMIT_SHA: commit, CI_DEFAULT_BRANCH: 'main' },
      CI_SERVER_URL: 'https://gitlab.example.com',
      CI_PROJECT_URL: origin.bare.replace(/\.git$/, ''),
      CI_API_V4_URL: forge?.url ?? 'https://gitlab.example.com/api/v4',
      INTERCOM_BASE_URL: sandbox.url,
    };
    const lines = [...(base.before_script ?? []), ...(job.before_script ?? []), ...(job.script ?? [])];
    const result = await runScript(lines, checkout, {
      ...predefined,
      ...base.variables,
      ...job.variables,
      ...tokens,
      ...env,
    });
    for (const token of Object.values(tokens).filter((one) => one !== 'sandbox'))
      expect(result.log).not.toContain(token);
    return { ...result, checkout };
  };
  return { recipe, origin, sandbox, run };
}

const onBranch = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' };
const onRequest = {
  CI_MERGE_REQUEST_IID: '3',
  CI_MERGE_REQUEST_PROJECT_ID: '7',
  CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7',
};

describe.skipIf(isWindows)('the recipe for GitLab', () => {
  let dir = '';
  let origin: Origin;
  let sandbox: Sandbox;
  let made: Awaited<ReturnType<typeof makeProject>>;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-gitlab-'));
    made = await makeProject(dir);
    ({ origin, sandbox } = made);
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('publishes a merge, and pushes the lockfile on top of what came in between', async () => {
    const first = await origin.tip('main');
    const letGo = await pushedMeanwhile(origin);
    const result = await made.run('help-centre-publish', first, null, onBranch);
    await letGo();
    expect(result.code, result.log).toBe(0);
    expect(await origin.show('main', 'helpcentre.lock.json')).toContain('start.md');
    const message = await git(origin.bare, 'log', '-1', '--format=%an %s', 'main');
    expect(message).toBe('helpcentre Publish the help centre [skip ci]');
    expect(sandbox.world.articles()).toHaveLength(1);

    // The same pipeline once more, for the old commit: it goes on from the branch, and nothing is left to do.
    const again = await made.run('help-centre-publish', first, null, onBranch);
    expect(again.code, again.log).toBe(0);
    expect(again.log).toMatch(/no changes/i);
    expect(await git(origin.bare, 'rev-list', '--count', 'main')).toBe('3');
  });

  test('shows the plan of a merge request in one note, and the log alone where a fork has no token', async () => {
    const forge = await startForge('GitLab');
    forge.tokens.set(tokens.GITLAB_TOKEN, 'project_7_bot');
    const commit = await origin.commit('change', { 'content/start.md': article('Start', 'Begin over there.') });
    const first = await made.run('help-centre-plan', commit, forge, onRequest);
    expect(first.code, first.log).toBe(0);
    expect(forge.notes.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^<!-- helpcentre:plan:helpcentre.yml -->\n\n### Help centre: 1 to update/),
    ]);
    expect(forge.notes[0]?.body).toContain('over there');

    const broken = await origin.commit('change', { 'content/start.md': article('Start', '[x](gone.md)') });
    const second = await made.run('help-centre-plan', broken, forge, onRequest);
    expect(second.code, second.log).toBe(1);
    expect(forge.notes).toHaveLength(1);
    expect(forge.notes[0]?.body).toContain('gone');
    expect(forge.breaches).toEqual([]);

    const noTokens = { INTERCOM_ACCESS_TOKEN: '', GITLAB_TOKEN: '' };
    const fork = { ...onRequest, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8', ...noTokens };
    const third = await made.run('help-centre-plan', commit, forge, fork);
    expect(third.code, third.log).toBe(0);
    expect(third.log).toContain('GITLAB_TOKEN is not set, as in every pipeline of a fork');
    expect(third.log).toContain('start.md');
  });

  test('publishes nothing where it may not push', async () => {
    const before = sandbox.world.articles().length;
    const commit = await origin.commit('more', { 'content/more.md': article('More', 'Text.') });
    await origin.merge('more');
    const gone = { ...onBranch, CI_PROJECT_URL: path.join(dir, 'nowhere') };
    const result = await made.run('help-centre-publish', commit, null, gone);
    expect(result.code).not.toBe(0);
    expect(sandbox.world.articles()).toHaveLength(before);
  });

  test('brings an edit made in Intercom home on a branch of its own, once', async () => {
    const [found] = sandbox.world.articles();
    await sandbox.world.editArticle(found?.id ?? '', { body: '<p class="no-margin">Begin at the door.</p>' });
    const schedule = { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' };
    const main = await origin.tip('main');
    const result = await made.run('help-centre-edits', main, null, schedule);
    expect(result.code, result.log).toBe(0);
    expect(await origin.show('helpcentre/edits', 'content/start.md')).toContain('at the door');
    const tip = await origin.tip('helpcentre/edits');
    const again = await made.run('help-centre-edits', main, null, schedule);
    expect(again.log).toContain('There is a merge request of helpcentre/edits already');
    expect(await origin.tip('helpcentre/edits')).toBe(tip);
  });
});
