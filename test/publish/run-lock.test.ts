import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BusyError, takeRunLock } from '../../src/publish/run-lock.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-lock-'));
  lock = path.join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** No system gives out such an id. */
const dead = JSON.stringify({ pid: 2 ** 30, host: hostname(), run: 'dead' });

it('has one place, which is given back', async () => {
  const release = await takeRunLock(folder);
  await expect(takeRunLock(folder)).rejects.toThrow(
    `another run is at work on this checkout (process ${process.pid} on ${hostname()})`,
  );
  await release();
  await (await takeRunLock(folder))();
  expect(await readdir(folder)).toEqual(['.gitignore']);
});

it('goes to one run alone of many that find a dead owner at once', async () => {
  for (let round = 0; round < 20; round += 1) {
    await writeFile(lock, dead);
    // Not all in step: what one has looked at another has taken by then.
    const late = async (milliseconds: number) => {
      await sleep(milliseconds);
      return takeRunLock(folder);
    };
    const results = await Promise.allSettled(Array.from({ length: 24 }, (_, index) => late((index * 7) % 5)));
    const taken = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(taken).toHaveLength(1);
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(BusyError);
    await taken[0]?.();
  }
});

it('is not taken from a run that has made its file and not written it yet', async () => {
  await writeFile(lock, '');
  const other = takeRunLock(folder);
  const refused = expect(other).rejects.toThrow(BusyError);
  await sleep(100);
  await writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname(), run: 'slow' }));
  await refused;
});

it('is taken over where a run died before it wrote its file, or while it cleared another', async () => {
  await writeFile(lock, '');
  await (await takeRunLock(folder))();
  await writeFile(lock, dead);
  await mkdir(`${lock}.turn`);
  const long = new Date(Date.now() - 60_000);
  await utimes(`${lock}.turn`, long, long);
  await (await takeRunLock(folder))();
});

it('leaves the place to whoever holds it by then', async () => {
  const release = await takeRunLock(folder);
  await writeFile(lock, dead);
  await release();
  expect(await readFile(lock, 'utf8')).toBe(dead);
});

it('names the file of a run on a machine that may be gone', async () => {
  await writeFile(lock, JSON.stringify({ pid: 7, host: 'a1b2c3' }));
  await expect(takeRunLock(folder)).rejects.toThrow(
    `another run is at work on this checkout (process 7 on a1b2c3); if that machine or container is gone, delete ${lock}`,
  );
});
