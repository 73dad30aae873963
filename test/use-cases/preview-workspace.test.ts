import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function scene() {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const online = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  const offline = (...argv: readonly string[]) => runIn(repository.dir, argv);
  await online('publish', '--yes');
  const isBuilt = () =>
    access(path.join(repository.dir, 'o')).then(
      () => true,
      () => false,
    );
  const { stdout } = await online('plan', '--json');
  const { workspace } = JSON.parse(stdout) as { readonly workspace: string };
  return { online, offline, isBuilt, workspace };
}

it('a preview without Intercom refuses a workspace that the lockfile does not know, as plan does', async () => {
  const { offline, isBuilt, workspace } = await scene();
  const said = { code: 64, stdout: '', stderr: expect.stringContaining('the lockfile knows no workspace "TYPO"') };
  expect(await offline('plan', '--offline', '--workspace', 'TYPO')).toEqual(said);
  expect(await offline('preview', '--offline', '--workspace', 'TYPO', '--build', 'o')).toEqual(said);
  expect(await offline('preview', '--workspace', 'TYPO', '--build', 'o')).toEqual(said);
  expect(await offline('preview', '--offline', '--workspace', 'TYPO', '--port', '0')).toEqual(said);
  expect(await isBuilt()).toBe(false);
  expect(await offline('preview', '--offline', '--workspace', workspace, '--build', 'o')).toMatchObject({ code: 0 });
});

it('a preview with a token refuses another workspace than the one that is named, as plan does', async () => {
  const { online, isBuilt, workspace } = await scene();
  const said = await online('plan', '--workspace', 'TYPO');
  expect([said.code, said.stderr]).toEqual([1, expect.stringContaining('TYPO')]);
  expect(await online('preview', '--workspace', 'TYPO', '--build', 'o')).toEqual(said);
  expect(await isBuilt()).toBe(false);
  expect(await online('preview', '--workspace', workspace, '--build', 'o')).toMatchObject({ code: 0 });
});
