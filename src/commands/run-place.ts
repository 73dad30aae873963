import { BusyError, takeRunLock } from '../publish/run-lock.ts';
import type { Connection } from './connect.ts';
import { UsageError } from './usage-error.ts';

/**
 * Takes the place of the one run that may write to a checkout. Where another has it, the connection is closed.
 *
 * @returns gives the place back
 * @throws UsageError while another run is at work
 */
export async function takeRunPlace(connection: Connection<unknown>): Promise<() => Promise<void>> {
  try {
    return await takeRunLock(connection.ownFolder);
  } catch (error) {
    await connection.close();
    if (!(error instanceof BusyError)) throw error;
    throw new UsageError(error.code, error.message, 'Wait until it has ended, then run again.');
  }
}
