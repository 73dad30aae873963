import { chmod, chown, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFailure, lookKinds, seenNow } from '../../src/replay/look.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';

type Kind = (typeof lookKinds)[number];

/** What may happen to a file that was looked at, and which looks tell something else then. */
const ofFile: readonly (readonly [string, (file: string) => Promise<unknown>, readonly Kind[]])[] = [
  ['nothing', async () => undefined, []],
  ['it is written again with the same bytes', (file) => writeFile(file, 'abc'), []],
  ['it gets another time', (file) => utimes(file, 1, 1), []],
  ['one byte changes', (file) => writeFile(file, 'abd'), ['bytes']],
  ['it grows', (file) => writeFile(file, 'abcd'), ['itself', 'followed', 'bytes']],
  ['it goes', (file) => rm(file), ['itself', 'followed', 'bytes', 'names', 'place']],
  ['a folder takes its place', (file) => rm(file).then(() => mkdir(file)), ['itself', 'followed', 'bytes', 'names']],
  ...(isWindows
    ? []
    : ([
        ['a link to the same text takes its place', linked, ['itself', 'place']],
        ...(process.getuid?.() === 0
          ? ([["it becomes another person's", (file: string) => chown(file, 1, 1), ['itself', 'followed']]] as const)
          : []),
        ['it may not be written any more', (file: string) => chmod(file, 0o444), ['itself', 'followed']],
      ] as const)),
];

async function linked(file: string): Promise<void> {
  await rename(file, `${file}.moved`);
  await symlink(`${file}.moved`, file);
}

describe('a file that was looked at', () => {
  test.each(ofFile)('when %s', async (_, happen, told) => {
    const { dir } = await makeRepository({ 'file.md': 'abc' });
    const file = path.join(dir, 'file.md');
    const look = () => lookKinds.map((kind) => [kind, seenNow(kind, file)] as const);
    const before = look();
    await happen(file);
    const after = new Map(look());
    const changed = before.filter(([kind, saw]) => after.get(kind) !== saw).map(([kind]) => kind);
    // Names are looked for in folders: of a file there is only the refusal.
    expect(changed).toEqual(told);
  });
});

/** What may happen in a folder whose names were looked at. */
const inFolder: readonly (readonly [string, (dir: string) => Promise<unknown>, boolean])[] = [
  ['nothing', async () => undefined, false],
  ['a text changes', (dir) => writeFile(path.join(dir, 'a.md'), 'other'), false],
  ['a file comes', (dir) => writeFile(path.join(dir, 'c.md'), ''), true],
  ['a file goes', (dir) => rm(path.join(dir, 'a.md')), true],
  ['a file gets another name', (dir) => rename(path.join(dir, 'a.md'), path.join(dir, 'A.md.txt')), true],
  ['two files change names', swapped, false],
  ['a file becomes a folder', (dir) => rm(path.join(dir, 'a.md')).then(() => mkdir(path.join(dir, 'a.md'))), true],
];

async function swapped(dir: string): Promise<void> {
  const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((name) => path.join(dir, name)) as [string, string, string];
  await rename(a, c);
  await rename(b, a);
  await rename(c, b);
}

test.each(inFolder)('names in a folder, when %s', async (_, happen, isTold) => {
  const { dir } = await makeRepository({ 'in/a.md': '', 'in/b.md': '' });
  const folder = path.join(dir, 'in');
  const before = seenNow('names', folder);
  await happen(folder);
  expect(seenNow('names', folder) !== before).toBe(isTold);
});

test('of a file that is too large to hash its size and times count', async () => {
  const { dir } = await makeRepository({ 'film.mp4': Buffer.alloc(1_000_001) });
  const file = path.join(dir, 'film.mp4');
  const before = seenNow('bytes', file);
  expect(seenNow('bytes', file)).toBe(before);
  await utimes(file, 1, 1);
  expect(seenNow('bytes', file)).not.toBe(before);
});

test('what is not there is seen as that', async () => {
  const { dir } = await makeRepository({});
  for (const kind of lookKinds) expect(isFailure(seenNow(kind, path.join(dir, 'none'))), kind).toBe(true);
});
