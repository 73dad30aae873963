import { execFileSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatLockfile } from '../../src/record/format-lockfile.ts';
import {
  LockfileError,
  lockfileName,
  type ReadLockfile,
  readLockfile,
  recordedOf,
  withRecorded,
  writeLockfile,
} from '../../src/record/lockfile.ts';
import { isWindows } from '../kit/system.ts';
import { article, lockfileOf } from './entries.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockfile-'));
  file = path.join(folder, lockfileName);
});
afterEach(() => rm(folder, { recursive: true }));

const old = lockfileOf({ articles: { 'a.md': article('1') } });
const changed = lockfileOf({ articles: { 'a.md': article('1'), 'b.md': article('2') } });

async function readOk(): Promise<ReadLockfile> {
  const found = await readLockfile(folder);
  if (!found.ok) throw new Error('not read');
  return found.read;
}

/** Code of the error that writing ends with. */
async function refusal(read: ReadLockfile): Promise<unknown> {
  return writeLockfile(read, changed).then(
    () => 'written',
    (error: unknown) => {
      expect(error).toBeInstanceOf(LockfileError);
      return (error as LockfileError).code;
    },
  );
}

describe('reading', () => {
  test('without a file there is an empty lockfile', async () => {
    expect(await readOk()).toEqual({
      lockfile: { lockfileVersion: 1, workspaces: {} },
      file,
      own: path.join(folder, '.helpcentre'),
      stamp: null,
    });
  });

  test('mistakes name the path that the person knows', async () => {
    await writeFile(file, '{');
    expect(await readLockfile(folder, 'docs/helpcentre.lock.json')).toMatchObject({
      ok: false,
      problems: [{ code: 'lockfile-syntax', place: { file: 'docs/helpcentre.lock.json', line: 1, column: 2 } }],
    });
  });

  test('an empty file is broken, not empty: it may have been cut off', async () => {
    await writeFile(file, '');
    expect(await readLockfile(folder)).toMatchObject({ ok: false, problems: [{ code: 'lockfile-syntax' }] });
  });

  test('a folder in its place cannot be read', async () => {
    await mkdir(file);
    expect(await readLockfile(folder)).toMatchObject({ ok: false, problems: [{ code: 'unreadable' }] });
  });

  test('bytes that are no UTF-8 are refused', async () => {
    await writeFile(file, Buffer.concat([Buffer.from(formatLockfile(old).slice(0, -2)), Buffer.from([0xff])]));
    expect((await readLockfile(folder)).ok).toBe(false);
  });
});

describe('writing', () => {
  test('makes the file, and what it returns can be written from again', async () => {
    const first = await writeLockfile(await readOk(), old);
    expect(await readFile(file, 'utf8')).toBe(formatLockfile(old));
    await writeLockfile(first, changed);
    expect(await readFile(file, 'utf8')).toBe(formatLockfile(changed));
    expect(await readdir(folder)).toEqual(['.helpcentre', lockfileName]);
    expect(await readdir(path.join(folder, '.helpcentre/tmp'))).toEqual(['.gitignore']);
  });

  test('leaves bytes alone that would not change', async () => {
    const read = await writeLockfile(await readOk(), old);
    await utimes(file, 1000, 1000);
    await writeLockfile(read, structuredClone(old));
    expect((await stat(file)).mtimeMs).toBe(1_000_000);
  });

  test.skipIf(isWindows)('keeps the mode of the file', async () => {
    await writeFile(file, formatLockfile(old));
    await chmod(file, 0o640);
    await writeLockfile(await readOk(), changed);
    expect(await readFile(file, 'utf8')).toBe(formatLockfile(changed));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test.skipIf(isWindows)('goes through no link, be it there before or put there during the run', async () => {
    const real = path.join(folder, 'real.json');
    const read = await readOk();
    await writeFile(real, formatLockfile(old));
    await symlink('real.json', file);
    await expect(readLockfile(folder)).rejects.toThrow('is a link');
    await expect(writeLockfile(read, changed)).rejects.toThrow('is a link');
    expect(await readFile(real, 'utf8')).toBe(formatLockfile(old));
  });

  test.each([
    ['changed', () => writeFile(file, '{"theirs": true}'), '{"theirs": true}'],
    [
      'was written with the same value in another layout',
      () => writeFile(file, JSON.stringify(old)),
      JSON.stringify(old),
    ],
    ['was emptied', () => writeFile(file, ''), ''],
  ])('does not write over a file that %s during the run', async (_, change, left) => {
    await writeFile(file, formatLockfile(old));
    const read = await readOk();
    await change();
    expect(await refusal(read)).toBe('changed-on-disk');
    expect(await readFile(file, 'utf8')).toBe(left);
  });

  test('does not bring back a file that was deleted during the run', async () => {
    await writeFile(file, formatLockfile(old));
    const read = await readOk();
    await unlink(file);
    expect(await refusal(read)).toBe('changed-on-disk');
    expect(await readdir(folder)).toEqual([]);
  });

  test('does not write over a file that appeared during the run', async () => {
    const read = await readOk();
    await writeFile(file, formatLockfile(old));
    expect(await refusal(read)).toBe('changed-on-disk');
    expect(await readFile(file, 'utf8')).toBe(formatLockfile(old));
  });

  test('says that the disk said no when the folder is gone', async () => {
    const read = { ...(await readOk()), file: path.join(folder, 'gone', lockfileName) };
    expect(await refusal(read)).toBe('write-failed');
  });

  test('says that the disk said no when the folder is a file', async () => {
    await writeFile(path.join(folder, 'no-folder'), '');
    const read = { ...(await readOk()), file: path.join(folder, 'no-folder', lockfileName) };
    expect(await refusal(read)).toBe('write-failed');
  });

  test('leaves the old file whole on a full disk', async ({ skip }) => {
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      return skip('a full disk cannot be made here: mount is not allowed');
    }
    try {
      const small = path.join(disk, lockfileName);
      await writeFile(small, formatLockfile(old));
      const found = await readLockfile(disk);
      if (!found.ok) throw new Error('not read');
      await writeFile(path.join(disk, 'filler'), Buffer.alloc(64 * 1024)).catch(() => undefined);
      expect(await refusal(found.read)).toBe('write-failed');
      expect(await readFile(small, 'utf8')).toBe(formatLockfile(old));
      expect((await readdir(disk)).filter((name) => name !== '.helpcentre')).toEqual(['filler', lockfileName]);
      expect((await readdir(path.join(disk, '.helpcentre/tmp'))).filter((name) => name !== '.gitignore')).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('sections', () => {
  test('a workspace that is not there has nothing recorded, also one called like a method', () => {
    for (const workspace of ['other', 'constructor', '__proto__', 'toString'])
      expect(recordedOf(old, workspace)).toEqual({ articles: {}, collections: {}, images: {} });
  });

  test('replacing one leaves the others', () => {
    const both = withRecorded(old, 'w2', recordedOf(old, 'none'));
    expect(Object.keys(both.workspaces)).toEqual(['abc', 'w2']);
    expect(recordedOf(both, 'abc')).toBe(recordedOf(old, 'abc'));
  });
});
