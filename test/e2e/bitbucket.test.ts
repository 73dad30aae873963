import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startForge } from '../kit/forge-stand-in.ts';
import { git, makeOrigin } from '../kit/git-origin.ts';
import { isWindows } from '../kit/system.ts';
import { pushedMeanwhile, recipeOf, runScript } from './recipe.ts';

interface Step {
  readonly step: { readonly script: readonly string[]; readonly deployment?: string };
}
type Pipelines = Readonly<Record<string, Readonly<Record<string, readonly Step[]>>>>;

const token = 'ATCTT-secret-of-the-repository';
const article = (text: string) => `---\ntitle: Start\n---\n\n${text}\n`;

test.skipIf(isWindows)('the recipe for Bitbucket shows, publishes, records and looks for edits', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-bitbucket-'));
  const { pipelines } = (await recipeOf('bitbucket.md')) as { readonly pipelines: Pipelines };
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(async () => {
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  });
  const forge = await startForge('Bitbucket');
  forge.tokens.set(token, 'Help centre');
  const files = { 'helpcentre.yml': 'state: published\n', 'content/start.md': article('Begin here.') };
  const origin = await makeOrigin(dir, files);
  let jobs = 0;
  const run = async (kind: string, name: string, branch: string, env: Readonly<Record<string, string>> = {}) => {
    jobs += 1;
    const checkout = path.join(dir, `job-${jobs}`, 'checkout');
    await git(dir, 'clone', '--quiet', '--no-local', '--branch', branch, origin.bare, checkout);
    const predefined = {
      ...{ CI: 'true', BITBUCKET_BRANCH: branch, BITBUCKET_CLONE_DIR: checkout, BITBUCKET_API_URL: forge.url },
      ...{ BITBUCKET_REPO_FULL_NAME: 'acme/help', BITBUCKET_COMMIT: await origin.tip(branch) },
      ...{ INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'sandbox', BITBUCKET_ACCESS_TOKEN: token },
    };
    const lines = pipelines[kind]?.[name]?.[0]?.step.script ?? [];
    const result = await runScript(lines, checkout, { ...predefined, ...env });
    expect(result.log).not.toContain(token);
    return result;
  };

  const letGo = await pushedMeanwhile(origin);
  const published = await run('branches', 'main', 'main');
  await letGo();
  expect(published.code, published.log).toBe(0);
  expect(await git(origin.bare, 'log', '-1', '--format=%s', 'main')).toBe('Publish the help centre [skip ci]');
  expect(await git(origin.bare, 'rev-list', '--count', 'main')).toBe('3');

  await origin.commit('change', { 'content/start.md': article('Begin <b>there</b> & @wren #12 !3.') });
  const shown = await run('pull-requests', '**', 'change', { BITBUCKET_PR_ID: '3' });
  expect(shown.code, shown.log).toBe(0);
  const [note, ...others] = forge.notes.map(({ body }) => body);
  expect(others).toEqual([]);
  expect(note).toMatch(/^\[helpcentre:plan:helpcentre.yml\]: https:\/\/\S+\n\n### Help centre: 1 to update/);
  // Bitbucket shows tags as text: outside of the block of code there are none.
  expect(note?.replace(/^```diff$[\s\S]*?^```$/gm, '')).not.toMatch(/<\w/);

  const quiet = await run('custom', 'help-centre-edits', 'main');
  expect(quiet.code, quiet.log).toBe(0);
  const [found] = sandbox.world.articles();
  await sandbox.world.editArticle(found?.id ?? '', { body: '<p class="no-margin">Begin at the door.</p>' });
  const edited = await run('custom', 'help-centre-edits', 'main');
  expect(edited.code).toBe(1);
  expect(edited.log).toContain('start.md');
  expect(forge.breaches).toEqual([]);
});
