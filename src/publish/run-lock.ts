import { hostname } from 'node:os';
import path from 'node:path';
import { clearAside } from '../disk/aside.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { type LockChecks, LockHeldError, type LockOwner, takeLock } from '../disk/process-lock.ts';

/** Another run is at work on this checkout. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = 'busy';
  readonly pid: number;

  /** @param file what the other run holds; named where nobody here can tell whether that run still lives */
  constructor({ pid, host }: LockOwner, file: string) {
    const unsure = host === hostname() ? '' : `; if that machine or container is gone, delete ${file}`;
    super(`another run is at work on this checkout (process ${pid} on ${host})${unsure}`);
    this.pid = pid;
  }
}

/**
 * Takes the one place for a run on this checkout. A place left behind by a process that died is taken over.
 *
 * @param folder the run's own folder, made if it is not there
 * @param isCommitted see `LockChecks`
 * @returns gives the place back
 * @throws BusyError when another run holds it
 */
export async function takeRunLock(
  folder: string,
  isCommitted?: LockChecks['isCommitted'],
): Promise<() => Promise<void>> {
  await makeOwnFolder(folder);
  const file = path.join(folder, 'lock');
  try {
    const { release } = await takeLock(file, isCommitted === undefined ? {} : { isCommitted });
    await clearAside(folder);
    return release;
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new BusyError(error.owner ?? { pid: 0, host: hostname() }, file);
  }
}
