import { randomUUID } from 'node:crypto';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearAside } from '../disk/aside.ts';
import { createOwn, readOwn, removeOwn } from '../disk/own-file.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { isRunning } from '../disk/running.ts';

/** Another run is at work on this checkout. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = 'busy';
  readonly pid: number;

  /** @param file what the other run holds; named where nobody here can tell whether that run still lives */
  constructor({ pid, host }: Pick<Owner, 'pid' | 'host'>, file: string) {
    const unsure = host === hostname() ? '' : `; if that machine or container is gone, delete ${file}`;
    super(`another run is at work on this checkout (process ${pid} on ${host})${unsure}`);
    this.pid = pid;
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells this run from every other, of the same process too. */
  readonly run: string;
}

/** How often the place is tried for, and milliseconds in between: others need as long to give it up or to take it. */
const attempts = 40;
const pause = 25;
/** Milliseconds after which whoever clears a dead run's place must have died over it. */
const longestTurn = 10_000;

/**
 * Takes the one place for a run on this checkout. A place left behind by a process that died is taken over.
 *
 * @param folder the run's own folder, made if it is not there
 * @param isCommitted whether git has these very bytes of the file: a lock that came with a checkout belongs to no run on
 *   it
 * @returns gives the place back
 * @throws BusyError when another run holds it
 */
export async function takeRunLock(
  folder: string,
  isCommitted: (file: string, bytes: Buffer) => Promise<boolean> = async () => false,
): Promise<() => Promise<void>> {
  await makeOwnFolder(folder);
  const file = path.join(folder, 'lock');
  const own: Owner = { pid: process.pid, host: hostname(), run: randomUUID() };
  const text = JSON.stringify(own);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      await createOwn(file, rootOf(file), text);
      await clearAside(folder);
      return async () => {
        if ((await textOf(file)) === text) await removeOwn(file, rootOf(file));
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await textOf(file);
    const owner = found === null ? null : ownerOf(found);
    const seemsHeld = owner !== null && (owner.host !== own.host || isRunning(owner.pid));
    if (seemsHeld && !(await isCommitted(file, Buffer.from(found ?? '')))) throw new BusyError(owner, file);
    // A file without an owner was made a moment ago and is being written, unless it stays so.
    if (found !== null && (owner !== null || attempt > attempts / 2)) await clear(file, found);
    else await sleep(pause);
  }
  throw new BusyError({ pid: 0, host: own.host, ...ownerOf((await textOf(file)) ?? '') }, file);
}

/**
 * Removes what a dead run left. One at a time, and only what was looked at: of several runs that find the same dead
 * owner, a slow one would else remove the place that a fast one has taken since.
 */
async function clear(file: string, dead: string): Promise<void> {
  const turn = `${file}.turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = await stat(turn).catch(() => null);
    if (since !== null && Date.now() - since.mtimeMs > longestTurn) await rmdir(turn).catch(() => undefined);
    await sleep(pause);
    return;
  }
  try {
    if ((await textOf(file)) === dead) await removeOwn(file, rootOf(file));
  } finally {
    await rmdir(turn).catch(() => undefined);
  }
}

/** Folder that a run's own folder lies in. */
function rootOf(file: string): string {
  return path.dirname(path.dirname(file));
}

/** A file's text; null when there is none. @throws LinkedFileError */
async function textOf(file: string): Promise<string | null> {
  return (await readOwn(file, rootOf(file)))?.toString('utf8') ?? null;
}

function ownerOf(text: string): Owner | null {
  try {
    const value = JSON.parse(text) as Partial<Owner> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host, run: value.run ?? '' }
      : null;
  } catch {
    return null;
  }
}
