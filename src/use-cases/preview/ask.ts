import type { Remote } from '../../model/remote.ts';
import { connectReader } from '../connect.ts';
import type { Context } from '../context.ts';
import { listedFor } from '../listed.ts';
import { readKnown } from '../lock.ts';
import { planKnown } from '../plan.ts';
import type { Looked } from '../plan-of.ts';
import type { Sources } from '../sources.ts';
import { snapshotOf } from '../wrong-region.ts';

/** Intercom as it answered once, and where the lockfile is that belongs to it. */
export interface Asked {
  readonly remote: Remote;
  readonly lockFolder: string;
  readonly ownFolder: string;
  /** Hash of the lockfile at that moment; null: there was none. */
  readonly stamp: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Lists everything in Intercom, with a client that cannot write, and closes the connection: nothing is held open while
 * nobody looks.
 *
 * @throws ProblemsError, UsageError, IntercomError
 */
export async function askIntercom(context: Context, sources: Sources): Promise<Asked> {
  const { settings, folder } = sources;
  const connection = await connectReader(context, settings, folder);
  const { lockFolder, ownFolder } = connection;
  try {
    const known = await readKnown(context, lockFolder, ownFolder);
    return {
      remote: await listedFor(connection, sources, known, await snapshotOf(context, connection, settings)),
      lockFolder,
      ownFolder,
      stamp: known.read.stamp,
      at: context.host.now(),
    };
  } finally {
    await connection.close();
  }
}

/**
 * Makes the plan of the sources, the lockfile as it is now, and Intercom as it answered.
 *
 * @param workspace id of the one that is meant, where a person said so
 * @returns also the hash of the lockfile now: another one than when Intercom was asked means that something was published
 * @throws ProblemsError
 */
export async function planWith(
  context: Context,
  sources: Sources,
  asked: Asked,
  workspace?: string,
): Promise<{ readonly looked: Looked; readonly stamp: Asked['stamp'] }> {
  const { remote } = asked;
  const known = await readKnown(context, asked.lockFolder, asked.ownFolder);
  const options = workspace === undefined ? {} : { workspace };
  const looked = await planKnown(context, sources, { known, remote, lockFolder: asked.lockFolder }, options);
  return { looked, stamp: known.read.stamp };
}
