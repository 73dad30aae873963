import { readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLinkMemory, saveLinkMemory } from '../../src/cache/link-memory.ts';
import { worthRemembering } from '../../src/links/remember.ts';
import type { LinkMemory } from '../../src/model/link-memory.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';

const now = Date.UTC(2026, 0, 1);
const memoryOf = (url: string): LinkMemory => new Map([[url, { is: 'alive', at: now }]]);
const save = (dir: string, fresh: LinkMemory) => saveLinkMemory(dir, (old) => worthRemembering(old, fresh, now));

test('what is kept is read again, out of sight of git', async () => {
  const { dir } = await makeRepository({});
  expect(await readLinkMemory(dir)).toBeNull();
  expect(await save(dir, memoryOf('https://a.example/'))).toBe(true);
  expect(await readLinkMemory(dir)).toEqual(memoryOf('https://a.example/'));
  expect(await readFile(path.join(dir, '.helpcentre/.gitignore'), 'utf8')).toBe('*\n');
});

test('a run that ended meanwhile keeps what it found', async () => {
  const { dir } = await makeRepository({});
  await save(dir, memoryOf('https://a.example/'));
  await save(dir, memoryOf('https://b.example/'));
  expect([...((await readLinkMemory(dir))?.keys() ?? [])].sort()).toEqual(['https://a.example/', 'https://b.example/']);
});

test('of two runs at once the file is whole, with what one of them found at least', async () => {
  const { dir } = await makeRepository({});
  const urls = Array.from({ length: 8 }, (_, index) => `https://a.example/${index}`);
  expect(await Promise.all(urls.map((url) => save(dir, memoryOf(url))))).toContain(true);
  expect((await readLinkMemory(dir))?.size).toBeGreaterThan(0);
  expect(await readdir(path.join(dir, '.helpcentre/cache'))).toContain('links');
});

test('one address that is amiss, or too long, costs no other', async () => {
  const { dir, write } = await makeRepository({});
  const long = `https://a.example/${'x'.repeat(10_000)}`;
  await save(dir, new Map([...memoryOf(long), ...memoryOf('https://a.example/')]));
  expect(await readLinkMemory(dir)).toEqual(memoryOf('https://a.example/'));
  const links = {
    __proto__: null,
    'https://a.example/': { is: 'alive', at: now },
    'https://b.example/': { is: 'odd' },
  };
  await write({ '.helpcentre/cache/links': JSON.stringify({ version: 1, links }) });
  expect(await readLinkMemory(dir)).toEqual(memoryOf('https://a.example/'));
});

test('no more is kept than is read again', async () => {
  const { dir } = await makeRepository({});
  const [first, ...others] = Array.from({ length: 2_100 }, (_, at) => `https://a.example/${at}${'x'.repeat(9_900)}`);
  await save(dir, new Map([first ?? '', ...others].flatMap((url) => [...memoryOf(url)])));
  const kept = await readLinkMemory(dir);
  expect([kept?.has(first ?? ''), (kept?.size ?? 0) < 2_100]).toEqual([true, true]);
});

test.skipIf(isWindows)('a link in its place is not followed', async () => {
  const { dir, write } = await makeRepository({ 'elsewhere.json': '{"version":1,"links":{}}' });
  await write({ '.helpcentre/cache/other': '' });
  await symlink(path.join(dir, 'elsewhere.json'), path.join(dir, '.helpcentre/cache/links'));
  expect(await readLinkMemory(dir)).toBeNull();
  expect(await save(dir, memoryOf('https://a.example/'))).toBe(false);
  expect(await readFile(path.join(dir, 'elsewhere.json'), 'utf8')).toBe('{"version":1,"links":{}}');
});
