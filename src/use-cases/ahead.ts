import { noMemo } from '../model/memo.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { Connection } from './connect.ts';
import type { Context } from './context.ts';
import { type Aimed, unchangedSoFar } from './let-go.ts';
import { type KnownLockfile, readKnown } from './lock.ts';
import { memoFor } from './memo-for.ts';
import { expectedWorkspace } from './target.ts';
import { endThreads, type Thread } from './threads/thread.ts';
import { snapshotOf } from './wrong-region.ts';

/** What a plan is made from besides the sources, read while those compile. */
export interface Ahead {
  readonly known: KnownLockfile;
  /** Everything in Intercom, once it is listed. */
  readonly snapshot: Promise<Remote>;
  /** Whether bodies of articles that did not change are let go as they come. */
  readonly letsGo: boolean;
  /** Threads that compiled, and help until the plan is made. */
  readonly threads?: readonly Thread[];
}

/** Something that was begun while the sources compile, and has to be ended where nothing comes of them. */
export interface Begun<Client> {
  readonly connection: Connection<Client>;
  readonly ahead: Ahead;
  end(): Promise<void>;
}

/**
 * Reads the lockfile, and begins to list Intercom once nothing is left that would keep it from being asked.
 *
 * @param workspace id of the workspace that is meant, where somebody gave it
 * @param sources where nobody needs the bodies of what did not change
 * @throws ProblemsError, UsageError
 */
export async function readAhead(
  context: Context,
  settings: Settings,
  connection: Connection<WorkspaceReader>,
  workspace: string | undefined,
  sources: Aimed | null = null,
): Promise<Ahead> {
  // What contradicts itself is said before anything is asked.
  expectedWorkspace(settings, workspace);
  const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
  const memo = sources === null ? noMemo : await memoFor(context, sources.folder);
  const letsGo = sources === null ? null : unchangedSoFar(known, sources, memo, connection.sandboxUrl !== null);
  const snapshot = snapshotOf(context, connection, settings, letsGo === null ? {} : { letsGo });
  // How it failed is for the one who waits for it, once the sources are there.
  snapshot.catch(() => undefined);
  return { known, snapshot, letsGo: letsGo !== null };
}

/** What was begun, with the threads that compiled meanwhile: they end with it, where they are not wanted before. */
export async function helped<Client>(
  begun: Promise<Begun<Client>>,
  threads: readonly Thread[],
): Promise<Begun<Client>> {
  const { connection, ahead, end } = await begun;
  return {
    connection,
    ahead: { ...ahead, threads },
    end() {
      endThreads(threads);
      return end();
    },
  };
}
