import { articleFingerprint, knownFingerprint } from '../body/fingerprint.ts';
import { isReachRecorded } from '../body/reach.ts';
import { unfinished } from '../body/recorded-remote.ts';
import { letGoOfBodies } from '../intercom/held-bodies.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { Desired, DesiredArticle, DesiredLocale } from '../model/desired.ts';
import type { Memo } from '../model/memo.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { KnownLockfile } from './lock.ts';
import type { Sources } from './sources.ts';

/** What is planned for, read and perhaps not compiled yet. */
export type Aimed = Pick<Sources, 'settings' | 'folder' | 'repository'> & {
  /** What the sources compile to, as soon as that is known. */
  readonly compiled: () => Desired | null;
};

/** Sources that are compiled. */
export function asAimed({ settings, folder, repository, desired }: Sources): Aimed {
  return { settings, folder, repository, compiled: () => desired };
}

/**
 * Which articles of a listing are as they were when they were last published, on both sides, as far as can be told while it
 * comes in. Their bodies need not be kept: a plan compares fingerprints. What turns out to have changed all the same is asked
 * for again; see `planWaking`.
 *
 * @param isNear whether asking again costs next to nothing: then a source that is not compiled yet counts as the same where
 *   the file is, though a snippet or a setting may have changed it
 * @returns null where a run that was cut off left something to settle, which may be any article
 */
export function unchangedSoFar(
  known: KnownLockfile,
  { repository, compiled }: Pick<Aimed, 'repository' | 'compiled'>,
  memo: Memo,
  isNear: boolean,
): ((article: RemoteArticle) => boolean) | null {
  if (known.recovered || known.sent.size > 0) return null;
  const entries = new Map<string, readonly [ContentPath, RecordedArticle]>();
  for (const { articles } of Object.values(known.read.lockfile.workspaces))
    for (const [key, entry] of Object.entries(articles)) entries.set(entry.id, [key, entry]);
  const read = new Map<ContentPath, Record<Locale, Pick<DesiredLocale, 'blob'>>>();
  for (const { article, locale, blob } of isNear ? repository.sources : [])
    read.set(article, { ...read.get(article), [locale]: { blob } });
  const wanted = wantedIn(compiled);
  return (article) => {
    const [key = '', entry] = entries.get(article.id) ?? [];
    const all = wanted();
    if (entry === undefined || (all === null && !isNear)) return false;
    const ours = all?.get(key);
    if (all !== null) return ours !== undefined && isAsPublished(article, entry, ours, memo);
    const isSame = (locale: Locale, text: RecordedLocale): boolean =>
      text.desired !== unfinished &&
      read.get(key)?.[locale]?.blob === text.source &&
      knownFingerprint(article, locale, memo) === text.remote;
    return sizeOf(read.get(key) ?? {}) === sizeOf(entry.locales) && isAll(article, entry, isSame);
  };
}

/** What the sources compile to, by key: looked up for every article of a listing. */
function wantedIn(compiled: Aimed['compiled']): () => ReadonlyMap<ContentPath, DesiredArticle> | null {
  let wanted: ReadonlyMap<ContentPath, DesiredArticle> | null = null;
  return () => {
    wanted ??= byKey(compiled());
    return wanted;
  };
}

const byKey = (desired: Desired | null): ReadonlyMap<ContentPath, DesiredArticle> | null =>
  desired === null ? null : new Map(desired.articles.map((article) => [article.key, article]));

/** Lets go of the bodies of all articles that are as they were when they were last published, on both sides. */
export function letGoOfUnchanged({ articles }: Remote, recorded: Recorded, desired: Desired): void {
  const { oursOf, isStray } = sidesOf({ articles }, recorded, desired);
  for (const article of articles) {
    const [ours, entry] = oursOf(article);
    if (ours !== null && entry !== null && !isStray(article) && isAsPublished(article, entry, ours))
      letGoOfBodies(article);
  }
}

/** @param memo of earlier runs, where nothing is to be worked out that they did not know */
function isAsPublished(article: RemoteArticle, entry: RecordedArticle, ours: DesiredArticle, memo?: Memo): boolean {
  const printOf = (locale: Locale): Fingerprint | null =>
    memo === undefined ? articleFingerprint(article, locale) : knownFingerprint(article, locale, memo);
  const isSame = (locale: Locale, { source, desired, remote }: RecordedLocale): boolean => {
    const text = ours.locales[locale];
    return text?.blob === source && text.fingerprint === desired && printOf(locale) === remote;
  };
  const isWhole = sizeOf(ours.locales) === sizeOf(entry.locales);
  return isWhole && isAsSaid(ours, entry) && isAll(article, entry, isSame);
}

const sizeOf = (locales: object): number => Object.keys(locales).length;
/** Whether who an article is for, and what Fin may do with it, is as it was published. */
export const isAsSaid = ({ reach }: DesiredArticle, entry: RecordedArticle): boolean =>
  isReachRecorded(reach, entry.reach);

/** What the sources and the lockfile have of the articles of a listing, and which of those may be there twice. */
export function sidesOf({ articles }: Pick<Remote, 'articles'>, recorded: Recorded, desired: Desired) {
  const wanted = byKey(desired);
  const entries = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, [key, entry] as const]));
  const placeOf = ({ parentId, defaultLocale, locales }: RemoteArticle): string =>
    `${parentId} ${locales[defaultLocale]?.title.trim()}`;
  // Where nobody manages another one of the same name, it may be the same article twice, which the bodies tell.
  const strays = new Set(articles.flatMap((article) => (entries.has(article.id) ? [] : [placeOf(article)])));
  return {
    oursOf({ id }: RemoteArticle): readonly [DesiredArticle | null, RecordedArticle | null] {
      const [key = '', entry = null] = entries.get(id) ?? [];
      return [wanted?.get(key) ?? null, entry];
    },
    isStray: (article: RemoteArticle): boolean => strays.has(placeOf(article)),
  };
}

/** Whether Intercom has the recorded texts of an article and no others, each of them the same. */
function isAll(
  article: RemoteArticle,
  { removed, locales }: RecordedArticle,
  isSame: (locale: Locale, text: RecordedLocale) => boolean,
): boolean {
  const texts = Object.entries(locales);
  return (
    removed !== true &&
    !article.pendingDraft &&
    Object.keys(article.locales).length === texts.length &&
    texts.every(([locale, text]) => text.staged === undefined && isSame(locale, text))
  );
}
