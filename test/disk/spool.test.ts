import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withAside } from '../../src/disk/aside.ts';
import { openSpool, type Spool } from '../../src/disk/spool.ts';

async function ownFolder(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'helpcentre-spool-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return path.join(root, '.helpcentre');
}

function textAt(spool: Spool | null, at: number | null | undefined, length: number): string {
  const bytes = Buffer.alloc(length);
  spool?.read(at ?? -1, bytes);
  return bytes.toString();
}

test('what is put there is read again, in any order, and no file is to be seen meanwhile', async () => {
  const own = await ownFolder();
  const spool = await openSpool(own);
  const first = spool?.put(Buffer.from('first'));
  const second = spool?.put(Buffer.from('the second'));
  expect(textAt(spool, second, 10)).toBe('the second');
  expect(textAt(spool, first, 5)).toBe('first');
  expect(await readdir(path.join(own, 'tmp'))).toEqual(['.gitignore']);
});

test('two do not share anything', async () => {
  const own = await ownFolder();
  const [one, two] = [await openSpool(own), await openSpool(own)];
  const at = [one?.put(Buffer.from('one')), two?.put(Buffer.from('two'))];
  expect(textAt(one, at[0], 3)).toBe('one');
  expect(textAt(two, at[1], 3)).toBe('two');
});

test('where there is no more room it says so, and what is there stays', async () => {
  const spool = await openSpool(await ownFolder(), { most: 12 });
  const at = spool?.put(Buffer.from('ten bytes.'));
  expect(spool?.put(Buffer.from('and more'))).toBeNull();
  expect(spool?.put(Buffer.from('2'))).toBeNull();
  expect(textAt(spool, at, 10)).toBe('ten bytes.');
  expect(() => textAt(spool, at, 11)).toThrow('fewer');
});

test('where nothing can be written there is none', async () => {
  const own = await ownFolder();
  await mkdir(own);
  await writeFile(path.join(own, 'tmp'), 'a file in the place of the folder');
  expect(await openSpool(own)).toBeNull();
});

test('of a disk that is nearly full most is left to others: what a run has to write still has room', async () => {
  const own = await ownFolder();
  const spool = await openSpool(own, { leftIn: async () => 80 });
  const at = spool?.put(Buffer.from('twenty bytes of text'));
  expect(textAt(spool, at, 20)).toBe('twenty bytes of text');
  expect(spool?.put(Buffer.from('1'))).toBeNull();
});

test('where its name stays there is none, and no file is left open, of which Node would warn', async () => {
  const own = await ownFolder();
  let made = '';
  const lend: typeof withAside = (folder, use) =>
    withAside(folder, async (name) => {
      made = name;
      await use(name);
      throw new Error('EBUSY: another program reads it');
    });
  expect(await openSpool(own, { lend })).toBeNull();
  expect(made).not.toBe('');
  expect(await openFiles()).not.toContainEqual(expect.stringContaining(made));
});

/** What this process has open, on Linux. */
async function openFiles(): Promise<readonly string[]> {
  const all = await readdir('/proc/self/fd').catch(() => []);
  return Promise.all(all.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
}
