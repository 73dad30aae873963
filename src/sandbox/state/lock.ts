import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LockHeldError, type LockOwner, type ProcessLock, takeLock } from '../../disk/process-lock.ts';
import { isRunning } from '../../disk/running.ts';
import type { SandboxOptions } from '../options.ts';
import { SandboxError } from './error.ts';

/** Folders that this process holds. */
const held = new Set<string>();

/**
 * Makes sure that one sandbox at a time uses a folder, by a lock that names the process and its port. Taken over is also
 * one whose process id was given to another program since, which nobody answering on the port tells.
 *
 * @param isCommitted see `SandboxOptions`
 * @throws SandboxError when another sandbox uses the folder
 */
export async function lockFolder(dir: string, isCommitted?: SandboxOptions['isCommitted']): Promise<ProcessLock> {
  const file = join(dir, 'sandbox.lock');
  if (held.has(dir)) throw inUse(dir, { pid: process.pid, host: hostname() }, file);
  const committed = isCommitted === undefined ? {} : { isCommitted };
  const lock = await takeLock(file, { ...committed, isAlive }).catch((error: unknown) => {
    throw error instanceof LockHeldError ? inUse(dir, error.owner, file) : error;
  });
  held.add(dir);
  return {
    ...lock,
    async release() {
      held.delete(dir);
      await lock.release();
    },
  };
}

function inUse(dir: string, owner: LockOwner | null, file: string): SandboxError {
  const isElsewhere = owner !== null && owner.host !== hostname();
  const who = owner === null ? '' : ` (process ${owner.pid}${isElsewhere ? ` on ${owner.host}` : ''})`;
  const unsure = isElsewhere ? ` If that machine or container is gone, delete ${file}.` : '';
  return new SandboxError(
    `The folder ${dir} is in use by another sandbox${who}: stop that one, or choose another folder.${unsure}`,
  );
}

/** A sandbox that is only starting has no port yet. */
async function isAlive({ pid, port }: LockOwner): Promise<boolean> {
  if (pid === process.pid || !isRunning(pid)) return false;
  return !port || (await answers(port));
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
