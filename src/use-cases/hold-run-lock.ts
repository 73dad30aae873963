import { UsageError } from '../model/usage-error.ts';
import { BusyError, takeRunLock } from '../publish/run-lock.ts';
import { cameWithCheckout } from './came-with-checkout.ts';
import type { Connection } from './connect.ts';
import type { Context } from './context.ts';

/**
 * Takes the place of the one run that may write to a checkout. Where another has it, the connection is closed.
 *
 * @returns gives the place back
 * @throws UsageError while another run is at work
 */
export async function holdRunLock(
  connection: Connection<unknown>,
  context: Pick<Context, 'host' | 'say'>,
): Promise<() => Promise<void>> {
  try {
    return await takeRunLock(connection.ownFolder, cameWithCheckout(context));
  } catch (error) {
    await connection.close();
    if (!(error instanceof BusyError)) throw error;
    throw new UsageError(error.code, error.message, 'Wait until it has finished, then run again.');
  }
}
