import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';

it('a file that is no source is looked at, and read whole only where it may be an image', async () => {
  const files = { 'content/a.mp4': 'ftyp', 'content/b.png': '\u0000', 'content/c.svg': ' <svg width="1" height="1"/>' };
  const { dir } = await makeRepository(files);
  // More than a buffer can hold: reading it whole would end the run.
  for (const name of ['a.mp4', 'b.png']) await truncate(path.join(dir, 'content', name), 5_000_000_000);
  const found = await readConfiguration(dir);
  if (!found.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, found.settings);
  expect(repository.files.get('a.mp4')).toEqual({ kind: 'other', path: 'a.mp4', bytes: 5_000_000_000 });
  expect(repository.files.get('b.png')).toMatchObject({ kind: 'other' });
  expect(repository.files.get('c.svg')).toMatchObject({ kind: 'image', mediaType: 'image/svg+xml' });
});

/** Bytes of a PNG's beginning: signature, and a head that says 3 × 2. */
const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002080200000012160b1a', 'hex');

it('ten images of 95 MB are told and hashed without being held', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}.png`);
  const { dir } = await makeRepository(Object.fromEntries(names.map((name) => [`content/${name}`, png])));
  for (const name of names) await truncate(path.join(dir, 'content', name), 95_000_000);
  const found = await readConfiguration(dir);
  if (!found.ok) throw new Error('no configuration');
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const { repository } = await readRepository(dir, found.settings).finally(() => clearInterval(timer));
  expect(most - before).toBeLessThan(200_000_000);
  const hashes = new Set(
    [...repository.files.values()].map((file) => (file.kind === 'image' ? file.sha256 : file.kind)),
  );
  expect(hashes.size).toBe(1);
  expect(repository.files.get('7.png')).toMatchObject({ kind: 'image', bytes: 95_000_000, width: 3, height: 2 });
});
