import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { makeOwnFolder } from './journal.ts';

/** Another run is at work on this checkout. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = 'busy';
  readonly pid: number;

  constructor(pid: number, host: string) {
    super(`another run is writing to this checkout (process ${pid} on ${host})`);
    this.pid = pid;
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the one place for a run on this checkout. A place left behind by a process that died is taken over.
 *
 * @param folder the run's own folder, made if it is not there
 * @returns gives the place back
 * @throws BusyError when another run holds it
 */
export async function takeRunLock(folder: string): Promise<() => Promise<void>> {
  await makeOwnFolder(folder);
  const file = path.join(folder, 'lock');
  const own: Owner = { pid: process.pid, host: hostname() };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(file, JSON.stringify(own), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await ownerOf(file);
    if (owner !== null && (owner.host !== own.host || isAlive(owner.pid))) throw new BusyError(owner.pid, owner.host);
    // Renamed before it is removed: of two runs that find the same dead owner only one gets to move it.
    const aside = `${file}.${randomUUID()}`;
    await rename(file, aside).catch(() => undefined);
    await rm(aside, { force: true });
  }
  throw new BusyError(0, own.host);
}

async function ownerOf(file: string): Promise<Owner | null> {
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return typeof value.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host }
      : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
