import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';

const git = (cwd: string, ...argv: readonly string[]) => promisify(execFile)('git', [...argv], { cwd });

test('the built command keeps what sources came to, out of git, and does without it as well', async () => {
  const { dir, write } = await makeRepository({
    'content/a.md': '# A\n\n[b](b.md#gone), [c](c.md)\n\n![](none.png)\n',
    'content/b.md': '---\ntitle: B\n---\n\n[x](nothing.md)\n',
  });
  await git(dir, 'init', '--quiet');
  await git(dir, 'add', '--all');
  const env = { XDG_CACHE_HOME: path.join(dir, '.git/home') };
  const check = () => runBuilt(['check', '--json'], { cwd: dir, env });
  const file = path.join(dir, '.helpcentre/cache/compiled');

  const fresh = await runBuilt(['check', '--json'], { cwd: dir, env: { ...env, HELPCENTRE_CACHE: 'off' } });
  expect(await readdir(dir)).not.toContain('.helpcentre');
  expect(await check()).toEqual(fresh);
  const kept = await readFile(file);
  expect(kept.length).toBeGreaterThan(1_000);
  expect((await git(dir, 'status', '--porcelain', '--untracked-files=all')).stdout).not.toContain('.helpcentre');

  // Not written again where nothing is new.
  expect(await check()).toEqual(fresh);
  expect(await readFile(file)).toEqual(kept);

  await writeFile(file, kept.subarray(0, kept.length / 2));
  expect(await check()).toEqual(fresh);
  await writeFile(file, Buffer.concat([kept, kept]));
  expect(await check()).toEqual(fresh);
  await rm(env.XDG_CACHE_HOME, { recursive: true });
  expect(await check()).toEqual(fresh);

  await write({ 'content/b.md': '---\ntitle: B\n---\n\nText.\n' });
  const after = JSON.parse((await check()).stdout) as { readonly problems: readonly unknown[] };
  expect(after.problems.length).toBe((JSON.parse(fresh.stdout) as typeof after).problems.length - 1);
});
