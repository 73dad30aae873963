import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { tellingGit } from '../kit/hostile-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';

const script = fileURLToPath(new URL('../../scripts/release-action.mjs', import.meta.url));
const run = promisify(execFile);

/** A checkout with an origin, and a built tree in a folder that git ignores. */
async function checkout() {
  const { dir, write } = await makeRepository({ '.gitignore': 'release/\n', 'tree/action.yml': 'name: one\n' });
  const origin = path.join(dir, 'origin.git');
  const folder = path.join(dir, 'checkout');
  await mkdir(folder);
  const git = async (...args: string[]) => (await run('git', ['-C', folder, ...args])).stdout.trim();
  await run('git', ['init', '--quiet', '--bare', origin]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', origin);
  await writeFile(path.join(folder, 'staged.txt'), 'not part of it\n');
  await git('add', 'staged.txt');
  const release = (version: string) => run(process.execPath, [script, '../tree', version], { cwd: folder });
  const at = async (ref: string) => (await run('git', ['-C', origin, 'rev-parse', ref])).stdout.trim();
  return { write, git, release, at, origin };
}

test('the tree is on the release branch and at both tags, and nothing else is', async () => {
  const { release, at, git, origin } = await checkout();
  await release('1.4.2');
  const commit = await at('refs/heads/release');
  expect(await at('refs/tags/v1.4.2')).toBe(commit);
  expect(await at('refs/tags/v1')).toBe(commit);
  const { stdout } = await run('git', ['-C', origin, 'ls-tree', '-r', '--name-only', commit]);
  expect(stdout).toBe('action.yml\n');
  expect(await git('diff', '--cached', '--name-only')).toBe('staged.txt');
});

test('the next version follows on the branch, and only the tag of the major version moves', async () => {
  const { release, at, write } = await checkout();
  await release('1.4.2');
  const first = await at('refs/tags/v1.4.2');
  await write({ 'tree/action.yml': 'name: two\n' });
  await release('1.5.0');
  expect(await at('refs/tags/v1')).toBe(await at('refs/tags/v1.5.0'));
  expect(await at('refs/tags/v1.4.2')).toBe(first);
  expect(await at('refs/heads/release^')).toBe(first);
});

test('a version that was released is never replaced', async () => {
  const { release, at, write } = await checkout();
  await release('1.4.2');
  const first = await at('refs/heads/release');
  await write({ 'tree/action.yml': 'name: other\n' });
  await expect(release('1.4.2')).rejects.toThrow();
  expect(await at('refs/heads/release')).toBe(first);
  expect(await at('refs/tags/v1')).toBe(first);
});

test.skipIf(isWindows)('git is given none of the secrets of the job', async () => {
  const { git, write } = await checkout();
  const folder = await git('rev-parse', '--show-toplevel');
  const note = path.join(folder, '..', 'note');
  const real = (await run('sh', ['-c', 'command -v git'])).stdout.trim();
  const bin = await tellingGit(path.dirname(folder), note, real);
  await write({ 'tree/action.yml': 'name: two\n' });
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NODE_AUTH_TOKEN: 'secret-1', MY_OWN: 'secret-2' };
  await run(process.execPath, [script, '../tree', '1.4.2'], { cwd: folder, env });
  const told = await readFile(note, 'utf8');
  expect(told).toContain('## push');
  expect(told).not.toContain('secret-');
});

test('what is no version is wrong usage', async () => {
  const { release } = await checkout();
  await expect(release('v1')).rejects.toMatchObject({ code: 64 });
});
