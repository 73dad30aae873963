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
