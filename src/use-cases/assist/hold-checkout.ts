import path from 'node:path';
import { ownFolderName } from '../../disk/own-folder.ts';
import { UsageError } from '../../model/usage-error.ts';
import { BusyError, takeRunLock } from '../../publish/run-lock.ts';
import { cameWithCheckout } from '../came-with-checkout.ts';
import type { Context } from '../context.ts';

/** Milliseconds between two tries, and how often it is tried: another writer needs the place for a moment. */
const pause = 100;
const tries = 50;

/**
 * Takes the place of the one run that may write to a checkout, as a publish and a pull do, for as long as one file is
 * compared and written. A writer that has it for a moment is waited for.
 *
 * @param folder absolute folder of the configuration
 * @returns gives the place back
 * @throws UsageError while another run is at work
 */
export async function holdCheckout(context: Context, folder: string): Promise<() => Promise<void>> {
  const own = path.join(folder, ownFolderName);
  for (let left = tries; ; left -= 1) {
    try {
      return await takeRunLock(own, cameWithCheckout(context));
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      if (left === 0) throw new UsageError(error.code, error.message, 'Wait until it has finished, then try again.');
      await context.host.sleep(pause, context.host.signal);
    }
  }
}
