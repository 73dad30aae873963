import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../src/import/journal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-import-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openJournal(folder, 'one', '/content');

it('takes up what an import into the same folder noted, and nothing of another', async () => {
  await (await open()).append([{ file: 'a.md', blob: 'b1', article: '1' }]);
  expect([...(await open()).soFar.articles]).toEqual([['1', 'a.md']]);
  const other = await openJournal(folder, 'two', '/content');
  expect(other.soFar.articles.size).toBe(0);
  expect((await open()).soFar.articles.size).toBe(0);
});

it('loses nothing of the import after one that was cut off in a line', async () => {
  await (await open()).append([{ file: 'a.md', blob: 'b1', article: '1' }]);
  await mkdir(path.join(folder, 'import'), { recursive: true });
  await appendFile(path.join(folder, 'import', 'journal'), '{"file":"b.md","bl');
  await (await open()).append([{ file: 'c.md', blob: 'b3', article: '3' }]);
  const again = await open();
  expect([...again.soFar.articles]).toEqual([
    ['1', 'a.md'],
    ['3', 'c.md'],
  ]);
  expect([...again.blobsOf('c.md')]).toEqual(['b3']);
});
