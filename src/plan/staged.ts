import { remoteFingerprint } from '../body/fingerprint.ts';
import { recordedRemote, unfinished } from '../body/recorded-remote.ts';
import { isKeptStaged } from '../body/staged-print.ts';
import type { Locale } from '../model/article.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';

/**
 * Whether each draft of an article is one that we staged. What a person has in a draft must not be written over.
 *
 * @param isWanted whether a draft says what its source says: nothing of it would be lost
 */
export function areDraftsOurs(
  recorded: RecordedArticle | null,
  remote: RemoteArticle,
  isWanted: (locale: Locale) => boolean = () => false,
): boolean {
  if (!remote.pendingDraft) return true;
  const drafts = Object.keys(remote.drafts ?? {});
  return (
    drafts.length > 0 &&
    drafts.every((locale) => isKeptStaged(recorded?.locales[locale], remote, locale) || isWanted(locale))
  );
}

/**
 * The lockfile as it would be if we had taken from readers what left at the time that we had set: that is nobody's edit,
 * whatever its source says by now. What a person unpublished before that time is an edit.
 */
export function withLeft(recorded: Recorded, remote: Remote): Recorded {
  // Most lockfiles have no times, and thousands of articles.
  if (Object.values(recorded.articles).every(({ scheduled }) => scheduled === undefined)) return recorded;
  const remoteById = new Map(remote.articles.map((article) => [article.id, article]));
  const articles = Object.entries(recorded.articles).map(([key, entry]): [string, RecordedArticle] => {
    const time = entry.scheduled?.unpublishAt;
    const there = remoteById.get(entry.id);
    const isOver = there?.schedule?.unpublishAt === null && time !== undefined && there.updatedAt >= time;
    return [key, isOver ? { ...entry, locales: leftLocales(entry, there) } : entry];
  });
  return { ...recorded, articles: Object.fromEntries(articles) };
}

function leftLocales({ locales }: RecordedArticle, there: RemoteArticle): RecordedArticle['locales'] {
  const all = Object.entries(locales).map(([locale, known]): [Locale, RecordedLocale] => {
    const theirs = there.locales[locale];
    const now = theirs?.state === 'draft' ? recordedRemote(there, locale) : null;
    if (theirs === undefined || now === null) return [locale, known];
    const before = remoteFingerprint({ ...theirs, state: 'published', parentId: there.parentId });
    if (before !== known.remote) return [locale, known];
    const { source, from } = known;
    return [locale, { source, ...(from === undefined ? {} : { from }), desired: unfinished, ...now }];
  });
  return Object.fromEntries(all);
}

/**
 * The lockfile as it would be if a text that was staged, and that readers have by now, had been released by us: by a
 * run that was cut off after that, or by a person in Intercom. It counts as not finished, so that it is noted. It was
 * staged still, so that a release goes on with what is left of the article: its collection, its author.
 */
export function withReleased(recorded: Recorded, remote: Remote): Recorded {
  const isStaged = ({ locales }: RecordedArticle): boolean =>
    Object.values(locales).some(({ staged }) => staged !== undefined);
  if (!Object.values(recorded.articles).some(isStaged)) return recorded;
  const remoteById = new Map(remote.articles.map((article) => [article.id, article]));
  const found = Object.entries(recorded.articles).flatMap(([key, entry]): [string, RecordedArticle][] => {
    const there = remoteById.get(entry.id);
    if (there === undefined) return [];
    const released = Object.entries(entry.locales).flatMap(([locale, known]): [Locale, RecordedLocale][] => {
      const { staged } = known;
      const now = staged === undefined || staged.remote === known.remote ? null : recordedRemote(there, locale);
      if (staged === undefined || now?.remote !== staged.remote) return [];
      const { source, from } = staged;
      return [[locale, { source, ...(from === undefined ? {} : { from }), desired: unfinished, ...now, staged }]];
    });
    return released.length === 0
      ? []
      : [[key, { ...entry, locales: { ...entry.locales, ...Object.fromEntries(released) } }]];
  });
  return found.length === 0
    ? recorded
    : { ...recorded, articles: { ...recorded.articles, ...Object.fromEntries(found) } };
}
