import path from 'node:path';
import { blobId } from '../blob-id.ts';
import { BusyError, takeRunLock } from '../publish/run-lock.ts';
import type { Connection } from './connect.ts';
import { type Context, shownPath } from './context.ts';
import { gitIn } from './git.ts';
import { UsageError } from './usage-error.ts';

/**
 * Takes the place of the one run that may write to a checkout. Where another has it, the connection is closed.
 *
 * @returns gives the place back
 * @throws UsageError while another run is at work
 */
export async function takeRunPlace(
  connection: Connection<unknown>,
  { host, say }: Pick<Context, 'host' | 'say'>,
): Promise<() => Promise<void>> {
  const isCommitted = async (file: string, bytes: Buffer): Promise<boolean> => {
    const name = path.basename(file);
    const committed = await gitIn(path.dirname(file), host.env).committed([name]);
    const is = committed?.get(name) === blobId(bytes);
    const shown = shownPath(host.cwd, file);
    if (is)
      say(
        `${shown} was committed, so no run on this checkout holds it. Take it out of git: git rm --cached ${shown}\n`,
      );
    return is;
  };
  try {
    return await takeRunLock(connection.ownFolder, isCommitted);
  } catch (error) {
    await connection.close();
    if (!(error instanceof BusyError)) throw error;
    throw new UsageError(error.code, error.message, 'Wait until it has ended, then run again.');
  }
}
