import { existsSync, statSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { blobId } from '../../src/git/blob-id.ts';
import { type NewFiles, newFilesIn } from '../../src/import/new-files.ts';

let root: string;
let files: NewFiles;

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  root = path.join(folder, 'content');
  files = newFilesIn(root, path.join(folder, 'own'));
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

describe('a new file', () => {
  it('is written with the folders that it needs, and leaves nothing beside it', async () => {
    expect(await files.write('billing/deep/plans.md', bytes('a'))).toEqual({ is: 'written' });
    expect(await read('billing/deep/plans.md')).toBe('a');
    expect(await readdir(path.join(root, '..', 'own/tmp'))).toEqual(['.gitignore']);
  });

  it('is never written over another one', async () => {
    await mkdir(root);
    await writeFile(path.join(root, 'plans.md'), 'mine');
    expect(await files.write('plans.md', bytes('theirs'))).toEqual({ is: 'left', reason: 'already exists' });
    expect(await read('plans.md')).toBe('mine');
  });

  const otherDisk = '/dev/shm';
  const hasOther = existsSync(otherDisk) && statSync(otherDisk).dev !== statSync(tmpdir()).dev;
  it.runIf(hasOther)('is written where it is made on another disk (skipped where there is none)', async () => {
    const aside = await mkdtemp(path.join(otherDisk, 'helpcentre-test-'));
    onTestFinished(() => rm(aside, { recursive: true, force: true }));
    const apart = newFilesIn(root, path.join(aside, 'own'));
    expect(await apart.write('billing/plans.md', bytes('a'))).toEqual({ is: 'written' });
    expect(await apart.write('billing/plans.md', bytes('b'))).toMatchObject({ is: 'left' });
    expect(await apart.write('billing/plans.md', bytes('b'), new Set([blobId(bytes('a'))]))).toEqual({ is: 'written' });
    expect(await readdir(path.join(root, 'billing'))).toEqual(['plans.md']);
    expect(await readdir(path.join(aside, 'own/tmp'))).toEqual(['.gitignore']);
  });

  it('is ours where the bytes are the same, and replaced where an earlier run wrote it and nobody touched it', async () => {
    await files.write('plans.md', bytes('one'));
    expect(await files.write('plans.md', bytes('one'))).toEqual({ is: 'same' });
    expect(await files.write('plans.md', bytes('two'), new Set([blobId(bytes('one'))]))).toEqual({ is: 'written' });
    expect(await read('plans.md')).toBe('two');
    expect(await files.write('plans.md', bytes('three'), new Set([blobId(bytes('one'))]))).toMatchObject({
      is: 'left',
    });
  });

  it('does not go through a link that leads out of the folder, nor over one', async () => {
    const outside = path.join(root, '..', 'outside');
    await mkdir(outside);
    await mkdir(root);
    await symlink(outside, path.join(root, 'billing'));
    await symlink(path.join(outside, 'new.md'), path.join(root, 'dangling.md'));
    expect(await files.write('billing/plans.md', bytes('a'))).toMatchObject({ is: 'left', reason: /a link/ });
    expect(await files.write('billing/deep/plans.md', bytes('a'))).toMatchObject({ is: 'left', reason: /a link/ });
    expect(await files.write('dangling.md', bytes('a'))).toEqual({ is: 'left', reason: 'already exists, as a link' });
    expect(await files.inTheWay('billing/deep/plans.md', bytes('a'))).toMatch(/lies in "billing", which is a link/);
    expect(await readdir(outside)).toEqual([]);
    expect((await lstat(path.join(root, 'dangling.md'))).isSymbolicLink()).toBe(true);
  });

  it('does not take a file for a folder, nor a folder for a file', async () => {
    await mkdir(path.join(root, 'plans.md'), { recursive: true });
    await writeFile(path.join(root, 'billing'), 'mine');
    expect(await files.write('billing/plans.md', bytes('a'))).toMatchObject({
      is: 'left',
      reason: /a file has that name/,
    });
    expect(await files.write('plans.md', bytes('a'))).toMatchObject({ is: 'left', reason: /as a folder/ });
    expect(await files.inTheWay('billing/plans.md', bytes('a'))).toMatch(/a file has that name/);
    expect(await files.inTheWay('billing/deep/plans.md', bytes('a'))).toMatch(/a file has that name/);
    expect(await files.inTheWay('other/deep/plans.md', bytes('a'))).toBeNull();
  });

  it.each([
    '../a.md',
    'a/../../b.md',
    '/etc/passwd',
    'a//b.md',
    '.git/config',
    'a\\b.md',
    'C:a.md',
    'a\0.md',
    'a./b.md',
    '',
  ])('at %j would be our own mistake', async (file) => {
    await expect(files.write(file, bytes('a'))).rejects.toThrow('is not a path that an import may write to');
  });
});
