import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createOwn, readOwn, removeOwn } from '../../disk/own-file.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { isRunning } from '../../disk/running.ts';
import type { SandboxOptions } from '../options.ts';
import { SandboxError } from './error.ts';

/** Folders that this process holds. */
const held = new Set<string>();

const lockFile = z.object({ pid: z.number().int(), port: z.number().int() });

/** A folder that is held. */
export interface FolderLock {
  /** Notes the port the sandbox listens on: who finds the lock looks whether anyone answers there. */
  listening(port: number): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes sure that one sandbox at a time uses a folder, by a file that names the process and its port. The
 * file of a process that is gone is taken over; so is one whose process id was given to another program
 * since, which nobody answering on the port tells, and one that came with a checkout.
 *
 * @param isCommitted see `SandboxOptions`
 * @throws SandboxError when another sandbox uses the folder
 */
export async function lockFolder(
  dir: string,
  isCommitted: NonNullable<SandboxOptions['isCommitted']> = async () => false,
): Promise<FolderLock> {
  const file = join(dir, 'sandbox.lock');
  const root = dirname(dir);
  if (held.has(dir)) throw inUse(dir, process.pid);
  const own = (port: number): string => `${JSON.stringify({ pid: process.pid, port })}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      await createOwn(file, root, own(0));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await textOf(file, root);
    const owner = await liveOwner(found);
    const holds = owner !== null && !(await isCommitted(file, Buffer.from(found)));
    if (holds || attempt === 3) throw inUse(dir, owner);
    await removeOwn(file, root);
  }
  held.add(dir);
  return {
    listening: (port) => replaceFile(file, own(port), { root, own: dir, sync: false }),
    async release() {
      held.delete(dir);
      await removeOwn(file, root);
    },
  };
}

function inUse(dir: string, owner: number | null): SandboxError {
  const who = owner === null ? 'another sandbox' : `another sandbox (process ${owner})`;
  return new SandboxError(`The folder ${dir} is in use by ${who}: stop that one, or choose another folder.`);
}

/** Text of a lock file; `''` when it is gone by now. */
async function textOf(file: string, root: string): Promise<string> {
  const read = async (): Promise<string> => (await readOwn(file, root))?.toString('utf8') ?? '';
  const text = await read();
  if (text !== '') return text;
  // Made a moment ago, and not written yet.
  await sleep(100);
  return read();
}

/** Process id of the sandbox that wrote a lock file, if it still runs. */
async function liveOwner(text: string): Promise<number | null> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const lock = lockFile.safeParse(json);
  if (!lock.success || lock.data.pid === process.pid || !isRunning(lock.data.pid)) return null;
  return lock.data.port === 0 || (await answers(lock.data.port)) ? lock.data.pid : null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2000 });
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(true));
  });
}
