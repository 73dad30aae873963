import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryTextDisk } from '../../src/disk/text-disk.ts';

const onUnix = test.skipIf(process.platform === 'win32');

onUnix('holds bytes in a file that has no name', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-disk-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  vi.stubEnv('TMPDIR', dir);
  onTestFinished(() => void vi.unstubAllEnvs());
  const disk = temporaryTextDisk();
  expect([disk.write(Buffer.from('one')), disk.write(Buffer.from('two'))]).toEqual([0, 3]);
  expect(disk.read(1, 4).toString()).toBe('netw');
  expect(await readdir(dir)).toEqual([]);
  expect(() => disk.read(4, 3)).toThrow('not there any more');
});

onUnix('has no room where no file can be made', () => {
  vi.stubEnv('TMPDIR', path.join(tmpdir(), 'helpcentre-no-such-folder'));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(temporaryTextDisk().write(Buffer.from('one'))).toBeNull();
});
