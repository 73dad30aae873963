import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
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
 * since, which nobody answering on the port tells.
 *
 * @throws SandboxError when another sandbox uses the folder
 */
export async function lockFolder(dir: string): Promise<FolderLock> {
  const file = join(dir, 'sandbox.lock');
  if (held.has(dir)) throw inUse(dir, process.pid);
  const own = (port: number): string => `${JSON.stringify({ pid: process.pid, port })}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, own(0), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await liveOwner(file);
    if (owner !== null || attempt === 3) throw inUse(dir, owner);
    await rm(file, { force: true });
  }
  held.add(dir);
  return {
    listening: (port) => writeFile(file, own(port)),
    async release() {
      held.delete(dir);
      await rm(file, { force: true });
    },
  };
}

function inUse(dir: string, owner: number | null): SandboxError {
  const who = owner === null ? 'another sandbox' : `another sandbox (process ${owner})`;
  return new SandboxError(`The folder ${dir} is in use by ${who}: stop that one, or choose another folder.`);
}

/** Process id of the sandbox that wrote the lock file, if it still runs. */
async function liveOwner(file: string): Promise<number | null> {
  let text = await readFile(file, 'utf8').catch(() => '');
  if (text === '') {
    // Made a moment ago, and not written yet.
    await sleep(100);
    text = await readFile(file, 'utf8').catch(() => '');
  }
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
