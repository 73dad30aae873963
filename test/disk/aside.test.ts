import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clearAside, withAside } from '../../src/disk/aside.ts';
import { hideFromGit } from '../../src/disk/own-folder.ts';

async function ownFolder(): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-disk-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(path.join(root, '.helpcentre/tmp'), { recursive: true });
  return path.join(root, '.helpcentre');
}

const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
// No system gives out such an id.
const dead = 4_194_304_000;

it('what a dead run was making is removed; what a live one makes, or one elsewhere, is not', async () => {
  const own = await ownFolder();
  const names = [`${here}-${dead}-1`, `${here}-${process.ppid}-2`, `00000000-${dead}-3`];
  for (const name of names) await writeFile(path.join(own, 'tmp', name), 'half');
  await withAside(own, async (made) => {
    await writeFile(made, 'half');
    await clearAside(own);
    expect((await readdir(path.join(own, 'tmp'))).sort()).toEqual(
      ['.gitignore', path.basename(made), names[1], names[2]].sort(),
    );
  });
});

it('a note that came with a branch removes no folder of anybody', async () => {
  const own = await ownFolder();
  const root = path.dirname(own);
  const ours = `.helpcentre-${randomUUID()}`;
  const kept = ['content', '.git', 'content/.helpcentre-mine'];
  for (const folder of [...kept, ours]) await mkdir(path.join(root, folder), { recursive: true });
  const outside = path.join(path.dirname(root), `.helpcentre-${randomUUID()}`);
  await mkdir(outside);
  onTestFinished(() => rm(outside, { recursive: true, force: true }));
  const notes = [...kept, '.', '', outside, path.relative(root, outside), ours];
  for (const [at, text] of notes.entries()) await writeFile(path.join(own, 'tmp', `${here}-${dead}-${at}.at`), text);
  await clearAside(own);
  expect(await readdir(outside)).toEqual([]);
  expect((await readdir(root)).sort()).toEqual(['.git', '.helpcentre', 'content']);
  expect(await readdir(path.join(root, 'content'))).toEqual(['.helpcentre-mine']);
  expect(await readdir(path.join(own, 'tmp'))).toEqual([]);
});

it('a folder is hidden from git anew where a kill left the file that hides it empty', async () => {
  const own = await ownFolder();
  await writeFile(path.join(own, '.gitignore'), '');
  await hideFromGit(own, path.dirname(own));
  await hideFromGit(own, path.dirname(own));
  expect(await readFile(path.join(own, '.gitignore'), 'utf8')).toBe('*\n');
});
