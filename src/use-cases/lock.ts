import type { Sent } from '../model/outcome.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Lockfile, LockfileSection, Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { Target } from '../model/target.ts';
import { journalName, keepInJournal, readJournal } from '../publish/journal.ts';
import { type ReadLockfile, readLockfile, recordedOf, withRecorded, writeLockfile } from '../record/lockfile.ts';
import { applyRecordings } from '../record/record.ts';
import { ProblemsError } from './connect.ts';
import { type Context, shownPath } from './context.ts';
import { refuseCommitted } from './refuse-committed.ts';
import { expectedWorkspace } from './target.ts';

/** The lockfile with what a run that was cut off did since it was written. */
export interface KnownLockfile {
  readonly read: ReadLockfile;
  /** Recordings recovered from a journal, by workspace: not in the lockfile on disk yet. */
  readonly recovered: boolean;
  /** What that run sent without learning whether it arrived, by workspace. */
  readonly sent: ReadonlyMap<string, readonly Sent[]>;
}

/**
 * Reads the lockfile, and the journal of a run that was cut off.
 *
 * @param lockFolder absolute folder of the lockfile
 * @param ownFolder absolute folder of the journal
 * @throws ProblemsError when the lockfile cannot be used; nothing is written over then
 */
export async function readKnown(context: Context, lockFolder: string, ownFolder: string): Promise<KnownLockfile> {
  const shown = shownPath(context.host.cwd, `${lockFolder}/helpcentre.lock.json`);
  const found = await readLockfile(lockFolder, shown, ownFolder);
  if (!found.ok) throw new ProblemsError(found.problems);
  const journal = await readJournal(ownFolder);
  if (journal.size > 0) await refuseCommitted(context, ownFolder, journalName);
  let { lockfile } = found.read;
  for (const [workspace, { done }] of journal) {
    if (done.length === 0) continue;
    lockfile = withRecorded(lockfile, workspace, applyRecordings(recordedOf(lockfile, workspace), done));
  }
  const sent = new Map(
    [...journal].flatMap(([workspace, one]) => (one.sent.length > 0 ? [[workspace, one.sent]] : [])),
  );
  return { read: { ...found.read, lockfile }, recovered: journal.size > 0, sent };
}

/**
 * Writes what the journal of a cut-off run held into the lockfile, each workspace's into its own section. What was sent
 * without an answer stays in the journal, until a run for that workspace is done.
 *
 * @param done id of a workspace in which nothing is left to do
 */
export async function settleRecovery(
  known: KnownLockfile,
  ownFolder: string,
  done: string | null = null,
): Promise<KnownLockfile> {
  if (!known.recovered) return known;
  const read = await writeLockfile(known.read, known.read.lockfile);
  const left = [...known.sent].filter(([workspace]) => workspace !== done);
  await keepInJournal(ownFolder, new Map(left.map(([workspace, sent]) => [workspace, { done: [], sent }])));
  return { ...known, read, recovered: false };
}

/**
 * What the lockfile records of the workspace at hand.
 *
 * @param settings with the target, where there is one; then its first article may be published beside the articles of
 *   other workspaces
 * @param named id of the workspace that is meant, where somebody gave it: the same
 * @throws ProblemsError when the workspace is another one, or the lockfile is another workspace's: publishing would
 *   make every article twice
 */
export function recordedFor(
  known: KnownLockfile,
  remote: Pick<Remote, 'workspace'>,
  settings: Pick<Settings, 'target'>,
  named?: string,
): Recorded {
  const { lockfile } = known.read;
  const { id } = remote.workspace;
  const expected = expectedWorkspace(settings, named);
  if (expected !== undefined) {
    if (expected === id) return recordedOf(lockfile, id);
    throw new ProblemsError([unexpectedWorkspace(remote.workspace, expected, settings.target)]);
  }
  const others = Object.keys(lockfile.workspaces).filter((other) => other !== id && !isOnlyAsked(lockfile, other));
  if (others.length > 0 && (!Object.hasOwn(lockfile.workspaces, id) || isOnlyAsked(lockfile, id))) {
    const found: Problem = problem('other-workspace', {
      workspace: remote.workspace.id,
      name: remote.workspace.name,
      known: others.join(', '),
    });
    throw new ProblemsError([found]);
  }
  return recordedOf(lockfile, remote.workspace.id);
}

/** Whether a workspace was asked for its habits, and nothing was published to it: nothing could be made twice there. */
function isOnlyAsked(lockfile: Lockfile, id: string): boolean {
  const { articles, collections, facts }: LockfileSection = recordedOf(lockfile, id);
  return facts !== undefined && Object.keys(articles).length === 0 && Object.keys(collections).length === 0;
}

/** What is wrong where a token opens another workspace than the one that is meant. */
export function unexpectedWorkspace(
  { id, name }: Remote['workspace'],
  expected: string,
  target: Pick<Target, 'name'> | undefined,
): Problem {
  return problem('unexpected-workspace', { workspace: id, name, expected, target: target?.name ?? null });
}
