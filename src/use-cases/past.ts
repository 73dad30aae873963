import { remoteText, textPrint } from '../body/collection-fields.ts';
import { articleFingerprint } from '../body/fingerprint.ts';
import { gitIn } from '../git/git.ts';
import type { Fingerprint } from '../model/article.ts';
import type { CollectionField } from '../model/collection.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteCollection } from '../model/remote.ts';
import { withPast } from '../plan/past.ts';
import { saysTheSame } from '../plan/past-collections.ts';
import type { PastVersion } from '../plan/past-input.ts';
import { lockfileName } from '../record/lockfile.ts';
import { pastSection } from '../record/past-sections.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';

/** What is recorded, with what the history of the lockfile in git knows of it. */
export interface RecordedNow {
  readonly recorded: Recorded;
  /** How far the history goes. `unasked`: nothing called for it. */
  readonly history: 'whole' | 'cut-off' | 'none' | 'unasked';
}

/**
 * Looks into the history of the lockfile where it may be older than what was published: after a revert that took it
 * along, what Intercom has is no edit of anybody's.
 *
 * @param lockFolder absolute folder of the lockfile
 * @param workspace id of the workspace that counts
 * @param remote null for an offline plan
 */
export async function recordedNow(
  context: Context,
  sources: Sources,
  lockFolder: string,
  {
    workspace,
    recorded,
    remote,
  }: { readonly workspace: string; readonly recorded: Recorded; readonly remote: Remote | null },
): Promise<RecordedNow> {
  if (remote !== null && isAsRecorded(recorded, remote, sources)) return { recorded, history: 'unasked' };
  const found = await gitIn(lockFolder, context.host.env).history(lockfileName);
  if (found === null || found.versions.length === 0) return { recorded, history: 'none' };
  const past = found.versions.flatMap(({ text, isMainLine }): readonly PastVersion[] => {
    const section = pastSection(text, workspace);
    return section === null ? [] : [{ recorded: section, isMainLine }];
  });
  const { desired, settings } = sources;
  const now = withPast({ recorded, past, remote, desired, removed: settings.removed });
  return { recorded: now, history: found.isCutOff ? 'cut-off' : 'whole' };
}

/** Whether Intercom has just what is recorded, and nothing else: then there is nothing to look for. */
function isAsRecorded({ articles, collections }: Recorded, remote: Remote, { desired }: Sources): boolean {
  const byId = new Map(remote.articles.map((article) => [article.id, article]));
  const entries = Object.values(articles);
  const isKnown = entries.every(({ id, locales }) => {
    const there = byId.get(id);
    return (
      there !== undefined &&
      Object.keys(there.locales).every((locale) => Object.hasOwn(locales, locale)) &&
      Object.entries(locales).every(([locale, known]) => articleFingerprint(there, locale) === known.remote)
    );
  });
  const shelves = new Map(remote.collections.map((collection) => [collection.id, collection]));
  const isShelved = Object.entries(collections).every(([key, entry]) => {
    const there = shelves.get(entry.id);
    if (there === undefined) return true;
    if (entry.remote !== undefined) return Object.entries(entry.remote).every(isIn(there));
    const wanted = desired.collections.find((one) => one.key === key);
    return wanted === undefined || saysTheSame(there, wanted);
  });
  const managed = new Set(Object.values(collections).map(({ id }) => id));
  const isWhole = byId.size === new Set(entries.map(({ id }) => id)).size;
  return isKnown && isShelved && isWhole && remote.collections.every(({ id }) => managed.has(id));
}

/** Whether a collection has what was recorded of one of its fields. */
function isIn(there: RemoteCollection): (field: readonly [string, Fingerprint]) => boolean {
  return ([field, print]) => textPrint(remoteText(there, field as CollectionField)) === print;
}

/**
 * Says where an article is held as an edit that may be our own last publish, because the history that would tell is not
 * here.
 */
export function missingHistory({ held }: Plan, remote: Remote, history: RecordedNow['history']): readonly Problem[] {
  if (history !== 'none' && history !== 'cut-off') return [];
  const byId = new Map(remote.articles.map((article) => [article.id, article]));
  const own = held.filter(
    ({ why, id }) =>
      (why === 'drift' || why === 'conflict') && byId.get(id ?? '')?.updatedById === remote.workspace.tokenOwnerId,
  );
  return own.length === 0 ? [] : [problem('history-missing', { count: own.length, isCutOff: history === 'cut-off' })];
}
