import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function workspace(seed: number) {
  const repository = await makeRepository({});
  const sandbox = await startSandbox({ dir: path.join(repository.dir, 'state'), port: 0, seed });
  onTestFinished(() => sandbox.close());
  return { INTERCOM_ACCESS_TOKEN: sandbox.token, INTERCOM_BASE_URL: sandbox.url };
}

async function idOf(env: Readonly<Record<string, string>>): Promise<string> {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n' });
  const { stdout } = await runIn(dir, ['plan', '--json'], { env });
  return (JSON.parse(stdout) as { workspace: string }).workspace;
}

test('a token of another workspace than the one that is meant is refused before anything is written', async () => {
  const env = await workspace(1);
  const id = await idOf(env);
  const { dir } = await makeRepository({ 'content/a.md': '# A\n' });
  for (const command of [['plan'], ['publish', '--yes']]) {
    const refused = await runIn(dir, [...command, '--workspace', 'other123'], { env });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`the token is for workspace ${id} (`);
    expect(refused.stderr).toContain('and other123 is expected');
  }
  expect(await runIn(dir, ['publish', '--yes', '--workspace', id], { env })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 created'),
  });
});

test('a second workspace is published to for the first time when it is the one that is meant', async () => {
  const [staging, production] = [await workspace(1), await workspace(2)];
  const [first, second] = [await idOf(staging), await idOf(production)];
  expect(first).not.toBe(second);
  const { dir } = await makeRepository({ 'content/a.md': '# A\n' });
  expect((await runIn(dir, ['publish', '--yes'], { env: staging })).code).toBe(0);
  const unsaid = await runIn(dir, ['publish', '--yes'], { env: production });
  expect(unsaid).toMatchObject({ code: 1, stderr: expect.stringContaining('and the lockfile knows only') });
  expect((await runIn(dir, ['publish', '--yes', '--workspace', second], { env: production })).code).toBe(0);
  const lockfile = JSON.parse(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8')) as {
    workspaces: Record<string, { articles: object }>;
  };
  expect(Object.keys(lockfile.workspaces).sort()).toEqual([first, second].sort());
  expect(Object.keys(lockfile.workspaces[first]?.articles ?? {})).toEqual(['a.md']);
});
