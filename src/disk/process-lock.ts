import { randomUUID } from 'node:crypto';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { codeOf } from '../model/code-of.ts';
import { createOwn, readOwn, removeOwn } from './own-file.ts';
import { replaceFile } from './replace-file.ts';
import { isRunning } from './running.ts';

const ownerSchema = z.object({
  pid: z.number().int(),
  /** Machine or container. */
  host: z.string().default(() => hostname()),
  /** Port that it listens on, if it says so. */
  port: z.number().int().optional(),
});

/** The process that holds a lock. */
export type LockOwner = Readonly<z.infer<typeof ownerSchema>>;

/** A lock is held by another process, or by this one for something else. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
  /** null where the file does not say. */
  readonly owner: LockOwner | null;

  constructor(file: string, owner: LockOwner | null) {
    super(`${file} is held`);
    this.owner = owner;
  }
}

/** A lock that this process holds. */
export interface ProcessLock {
  /** Writes into the file which port the process listens on. */
  listening(port: number): Promise<void>;
  /** Gives the lock back, unless another process has taken it since. */
  release(): Promise<void>;
}

/** How it is told whether a lock that is there still holds. */
export interface LockChecks {
  /**
   * Whether git has these very bytes of the file: a lock that came with a checkout belongs to nobody on this machine.
   */
  readonly isCommitted?: (file: string, bytes: Buffer) => Promise<boolean>;
  /** Whether an owner on this machine still lives; by its process id unless told. */
  readonly isAlive?: (owner: LockOwner) => Promise<boolean>;
}

/** How often a lock is tried for, and milliseconds in between: others need as long to give it up or to take it. */
const attempts = 40;
const pause = 25;
/** Milliseconds after which whoever clears a dead process's lock must have died over it. */
const longestTurn = 10_000;

/**
 * Takes a lock: a file that names the process. That of a process that died is taken over. That of another machine or
 * container counts, because nobody here can tell.
 *
 * @param file in a folder of ours, which is there
 * @throws LockHeldError
 */
export async function takeLock(file: string, checks: LockChecks = {}): Promise<ProcessLock> {
  const { isCommitted = async () => false, isAlive = async ({ pid }) => isRunning(pid) } = checks;
  const root = rootOf(file);
  // Tells this lock from every other, of the same process too.
  const own = { pid: process.pid, host: hostname(), run: randomUUID() };
  let text = JSON.stringify(own);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      await createOwn(file, root, text);
      return {
        async listening(port) {
          text = JSON.stringify({ ...own, port });
          await replaceFile(file, text, { root, own: path.dirname(file), sync: false });
        },
        async release() {
          if ((await textOf(file)) === text) await removeOwn(file, root);
        },
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const found = await textOf(file);
    const owner = ownerIn(found);
    const seemsHeld = owner !== null && (owner.host !== own.host || (await isAlive(owner)));
    if (seemsHeld && !(await isCommitted(file, Buffer.from(found ?? '')))) throw new LockHeldError(file, owner);
    // A file without an owner was made a moment ago and is being written, unless it stays so.
    if (found !== null && (owner !== null || attempt > attempts / 2)) await clear(file, found);
    else await sleep(pause);
  }
  throw new LockHeldError(file, ownerIn(await textOf(file)));
}

/**
 * Removes what a dead process left. One at a time, and only what was looked at: of several that find the same dead
 * owner, a slow one would else remove the lock that a fast one has taken since.
 */
async function clear(file: string, dead: string): Promise<void> {
  const turn = `${file}.turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
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

/** Folder that the lock's own folder lies in. */
function rootOf(file: string): string {
  return path.dirname(path.dirname(file));
}

/** A file's text; null when there is none. @throws LinkedFileError */
async function textOf(file: string): Promise<string | null> {
  return (await readOwn(file, rootOf(file)))?.toString('utf8') ?? null;
}

function ownerIn(text: string | null): LockOwner | null {
  try {
    return ownerSchema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}
