import { articleFingerprint, remoteFingerprint } from '../body/fingerprint.ts';
import { isKeptStaged } from '../body/staged-print.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { collectionsFromPast } from './past-collections.ts';
import type { PastInput, PastVersion } from './past-input.ts';

/**
 * The lockfile as it would be if nobody had turned it back: a revert takes it along, and Intercom has what a later one
 * recorded. What Intercom has is recognised as our own last publish by id and fingerprint. An article that only a later
 * lockfile knew is known again, so that it is removed as any other whose source is gone.
 */
export function withPast(input: PastInput): Recorded {
  if (input.past.length === 0) return input.recorded;
  const known = pastArticles(input.past);
  const articles = new Map<ContentPath, RecordedArticle>();
  const remoteById = new Map(input.remote?.articles.map((article) => [article.id, article]));
  const lookup: Lookup = { ...input, known, remoteById };
  const ids = new Set(Object.values(input.recorded.articles).map(({ id }) => id));
  for (const [key, entry] of Object.entries(input.recorded.articles)) {
    const now = entryNow(key, entry, ids, lookup);
    if (now !== null) articles.set(key, now);
  }
  for (const [key, entry] of lostEntries(articles, ids, lookup)) articles.set(key, entry);
  const collections = collectionsFromPast(input);
  return { ...input.recorded, articles: Object.fromEntries(articles), collections };
}

/** An entry of an earlier lockfile. */
interface PastEntry {
  readonly key: ContentPath;
  readonly entry: RecordedArticle;
  /** Index of its version. */
  readonly at: number;
}

interface Lookup extends PastInput {
  /** Entries of earlier lockfiles by id, newest first; each entry where it stood last. */
  readonly known: ReadonlyMap<string, readonly PastEntry[]>;
  readonly remoteById: ReadonlyMap<string, RemoteArticle>;
}

function pastArticles(past: readonly PastVersion[]): ReadonlyMap<string, readonly PastEntry[]> {
  const found = new Map<string, PastEntry[]>();
  for (const [at, { recorded }] of past.entries()) {
    for (const [key, entry] of Object.entries(recorded.articles)) {
      const list = found.get(entry.id) ?? [];
      list.push({ key, entry, at });
      found.set(entry.id, list);
    }
  }
  return found;
}

/** What is recorded of an article by now; null where it was deleted with a later lockfile, and is to be made anew. */
function entryNow(
  key: ContentPath,
  entry: RecordedArticle,
  ids: ReadonlySet<string>,
  lookup: Lookup,
): RecordedArticle | null {
  const remote = lookup.remoteById.get(entry.id) ?? null;
  if (lookup.remote !== null && remote === null) {
    const again = madeAgain(key, entry, ids, lookup);
    if (again !== null) return again;
    return wasDropped(entry.id, lookup) ? null : entry;
  }
  if (lookup.remote === null && wasDropped(entry.id, lookup)) return null;
  return latest(entry, remote, lookup);
}

/** The article that a later lockfile had for the same source, in the place of one that was deleted. */
function madeAgain(key: ContentPath, entry: RecordedArticle, ids: ReadonlySet<string>, { past, remoteById }: Lookup) {
  for (const { recorded } of past) {
    const other = Object.hasOwn(recorded.articles, key) ? recorded.articles[key] : undefined;
    if (other !== undefined && other.id !== entry.id && !ids.has(other.id) && remoteById.has(other.id)) return other;
  }
  return null;
}

/** Whether a later lockfile had let go of an article that is recorded again now. */
function wasDropped(id: string, { past }: Lookup): boolean {
  const line = past.filter(({ isMainLine }) => isMainLine);
  const knows = line.map(({ recorded }) => Object.values(recorded.articles).some((entry) => entry.id === id));
  const lacking = knows.indexOf(false);
  return lacking >= 0 && knows.lastIndexOf(true) > lacking;
}

/** An entry with what a later lockfile recorded of the same article. */
function latest(entry: RecordedArticle, remote: RemoteArticle | null, lookup: Lookup): RecordedArticle {
  // What was written last comes first: a revert of a revert puts old texts on top of new ones.
  const candidates = (lookup.known.get(entry.id) ?? [])
    .filter((one) => !isSame(one.entry, entry))
    .sort((a, b) => b.entry.updatedAt - a.entry.updatedAt);
  const fits = (known: RecordedLocale | undefined, locale: Locale): boolean =>
    known !== undefined && remote !== null && articleFingerprint(remote, locale) === known.remote;
  const explains = ({ entry: other }: PastEntry): boolean =>
    Object.entries(other.locales).some(
      ([locale, known]) => fits(known, locale) && !fits(entry.locales[locale], locale),
    );
  const isLater = (one: PastEntry): boolean => comesAfter(one, entry, lookup);
  // An older text that is there again was put back by somebody: that is an edit.
  const later = candidates.filter(isLater);
  const found = later.find(explains) ?? later[0];
  if (found === undefined) return entry;
  const { entry: other } = found;
  const locales = new Map(Object.entries(entry.locales));
  for (const [locale, known] of Object.entries(other.locales)) {
    const own = entry.locales[locale];
    if (own === undefined ? isLeft(locale, remote, lookup) : !fits(own, locale) && !isSameThere(own, known))
      locales.set(locale, known);
    // What was staged since is ours, though the lockfile says nothing of it any more.
    else if (own !== undefined && own.staged === undefined && known.staged !== undefined)
      if (remote !== null && isKeptStaged(known, remote, locale)) locales.set(locale, { ...own, staged: known.staged });
  }
  for (const [locale, own] of Object.entries(entry.locales)) {
    if (other.locales[locale] === undefined && isWithdrawn(own, locale, remote)) locales.delete(locale);
  }
  const { removed: _, ...rest } = entry;
  const isUntouched = Object.entries(entry.locales).every(([locale, own]) => fits(own, locale));
  const removed = isUntouched ? entry.removed : other.removed;
  return {
    ...rest,
    url: other.url,
    updatedAt: other.updatedAt,
    ...(removed === undefined ? {} : { removed }),
    locales: Object.fromEntries(locales),
  };
}

/** Whether a later publish left Intercom's text as it was: only names had changed here, of files and collections. */
function isSameThere(own: RecordedLocale, later: RecordedLocale): boolean {
  return own.remote === later.remote;
}

/** Whether a language that a later lockfile knew no more was taken from readers, and is else as it was. */
function isWithdrawn(own: RecordedLocale, locale: Locale, remote: RemoteArticle | null): boolean {
  const content = remote?.locales[locale];
  if (remote === null || content === undefined) return true;
  const asPublished = remoteFingerprint({ ...content, state: 'published', parentId: remote.parentId });
  return content.state === 'draft' && asPublished === own.remote;
}

/** Whether readers have a language still that only a later lockfile knew. */
function isLeft(locale: Locale, remote: RemoteArticle | null, { removed }: Lookup): boolean {
  return removed !== 'keep' && (remote === null || remote.locales[locale]?.state === 'published');
}

/** Whether an entry was written after the one that is recorded now: by Intercom's time, else by the order of commits. */
function comesAfter({ entry, at }: PastEntry, now: RecordedArticle, { past, known }: Lookup): boolean {
  if (entry.updatedAt !== now.updatedAt) return entry.updatedAt > now.updatedAt;
  const below = (known.get(now.id) ?? []).filter((one) => one.at > at && past[one.at]?.isMainLine === true);
  return past[at]?.isMainLine === true && below.some((one) => isSame(one.entry, now));
}

/** Articles that a later lockfile knew, and that nothing is recorded of now, neither under their id nor their path. */
function* lostEntries(
  articles: ReadonlyMap<ContentPath, RecordedArticle>,
  recordedIds: ReadonlySet<string>,
  lookup: Lookup,
): Generator<readonly [ContentPath, RecordedArticle]> {
  const { desired, remote, recorded, past, known } = lookup;
  // Without Intercom nobody knows whether an article is gone for good, unless the lockfile is just an older one.
  const isOlder = remote !== null || (lookup.removed !== 'delete' && isTurnedBack(recorded, past));
  if (!isOlder) return;
  const ids = new Set([...recordedIds, ...[...articles.values()].map(({ id }) => id)]);
  const sources = new Map(desired.articles.map((article) => [article.key, article]));
  const taken = new Set(articles.keys());
  for (const [id, entries] of known) {
    const [newest] = entries;
    if (newest === undefined || ids.has(id) || taken.has(newest.key)) continue;
    const there = lookup.remoteById.get(id) ?? null;
    const { key } = newest;
    const entry = latest(newest.entry, there, lookup);
    const source = sources.get(key);
    if ((remote !== null && there === null) || (source?.id !== undefined && source.id !== id)) continue;
    if (desired.articles.some((article) => article.id === id)) continue;
    if (source === undefined && (entry.removed === true || !isSeen(there, entry, lookup))) continue;
    taken.add(key);
    yield [key, entry];
  }
}

/** Whether there is something to take away of an article without a source. */
function isSeen(there: RemoteArticle | null, { locales }: RecordedArticle, { removed }: Lookup): boolean {
  if (there === null || removed === 'delete') return true;
  return Object.keys(locales).some((locale) => there.locales[locale]?.state === 'published');
}

/** Whether the lockfile is just what it was before a later one. */
function isTurnedBack(recorded: Recorded, past: readonly PastVersion[]): boolean {
  const line = past.filter(({ isMainLine }) => isMainLine);
  const other = line.findIndex((one) => !isSame(one.recorded.articles, recorded.articles));
  return other >= 0 && line.slice(other).some((one) => isSame(one.recorded.articles, recorded.articles));
}

/** Values as JSON; keys of the lockfile come in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
