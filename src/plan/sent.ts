import { articleFingerprint, singleLine } from '../body/fingerprint.ts';
import { recordedRemote, unfinished } from '../body/recorded-remote.ts';
import { sameBody } from '../body/same-body.ts';
import { releasedPrint } from '../body/staged-print.ts';
import { isStripped } from '../body/stripped.ts';
import { isTwin } from '../body/twin.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import { isOfType } from '../model/article-type.ts';
import { byId } from '../model/by-id.ts';
import type { Sent, SentLocale } from '../model/outcome.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { Remote, RemoteArticle, RemoteLocale } from '../model/remote.ts';

/**
 * The lockfile as it would be if a run that was cut off had learnt what became of what it sent. What Intercom has is
 * known again by the text that was sent, whatever its source says by now; it counts as not finished, so that it is
 * written once more.
 *
 * @param sent oldest first
 */
export function withSent(recorded: Recorded, sent: readonly Sent[], remote: Remote): Recorded {
  if (sent.length === 0) return recorded;
  const articles = new Map(Object.entries(recorded.articles));
  const remoteById = new Map(remote.articles.map((article) => [article.id, article]));
  const settled = new Set<string>();
  for (const one of sent.toReversed()) {
    const place = `${one.staged === true ? 'draft' : 'article'} ${one.key}`;
    if (settled.has(place)) continue;
    const there = arrived(one, articles, remote, remoteById);
    if (there === null) continue;
    settled.add(place);
    const [key, entry] = entryOf(one, there, articles);
    if (one.staged === true) articles.set(key, withDrafts(one, entry, there));
    else if (!isNoted(one, entry, there)) articles.set(key, entryWith(one, entry, there));
  }
  return { ...recorded, articles: Object.fromEntries(articles) };
}

/** The article that has what was sent: the one that was updated, or one that nobody manages. */
function arrived(
  one: Sent,
  articles: ReadonlyMap<ContentPath, RecordedArticle>,
  remote: Remote,
  remoteById: ReadonlyMap<string, RemoteArticle>,
): RemoteArticle | null {
  if (one.id !== null) {
    const there = remoteById.get(one.id);
    return there !== undefined && hasArrived(one, there, remote) ? there : null;
  }
  const known = articles.get(one.key);
  // What has an article still was not created.
  if (known !== undefined && remoteById.has(known.id)) return null;
  const managed = new Set([...articles.values()].map(({ id }) => id));
  const found = remote.articles.filter(
    (there) => !managed.has(there.id) && isOfType(one, there.id) && hasArrived(one, there, remote),
  );
  return found.sort((a, b) => byId(a.id, b.id))[0] ?? null;
}

function hasArrived({ parentId, locales, staged }: Sent, there: RemoteArticle, remote: Remote): boolean {
  const texts = Object.entries(locales);
  const found = staged === true ? there.drafts : there.locales;
  return (
    texts.length > 0 &&
    there.parentId === parentId &&
    texts.every(([locale, text]) => isSameText(text, found?.[locale], there, remote))
  );
}

function isSameText(
  sent: SentLocale,
  theirs: RemoteLocale | undefined,
  there: RemoteArticle,
  { workspace }: Remote,
): boolean {
  if (theirs === undefined || theirs.state !== sent.state) return false;
  if (
    singleLine(theirs.title) !== singleLine(sent.title) ||
    singleLine(theirs.description) !== singleLine(sent.description)
  )
    return false;
  if (sameBody(sent.body, theirs.body)) return true;
  // Images got addresses of Intercom's own, and structure may have been dropped. Where Intercom does not say who saved it
  // last, as before 2.16, somebody else may have done that: then it is not taken for ours.
  return (
    there.updatedById === workspace.tokenOwnerId &&
    (isTwin(sent.body, theirs.body) || isStripped(sent.body, theirs.body))
  );
}

/** Where the article is recorded: under the name that it had, if its source was renamed in that run. */
function entryOf(
  { key }: Sent,
  { id }: RemoteArticle,
  articles: ReadonlyMap<ContentPath, RecordedArticle>,
): readonly [ContentPath, RecordedArticle | null] {
  const found = [...articles].find(([, entry]) => entry.id === id);
  return found ?? [key, null];
}

/** Whether the lockfile says the same of it already: the run was cut off before Intercom took it. */
function isNoted({ locales }: Sent, entry: RecordedArticle | null, there: RemoteArticle): boolean {
  return Object.keys(locales).every((locale) => entry?.locales[locale]?.remote === articleFingerprint(there, locale));
}

function entryWith({ locales }: Sent, entry: RecordedArticle | null, there: RemoteArticle): RecordedArticle {
  const texts = Object.entries(locales).flatMap(([locale, { source }]): [Locale, RecordedLocale][] => {
    const remote = recordedRemote(there, locale);
    return remote === null ? [] : [[locale, { source, desired: unfinished, ...remote }]];
  });
  const { id, url, updatedAt } = there;
  return { ...entry, id, url, updatedAt, locales: { ...entry?.locales, ...Object.fromEntries(texts) } };
}

/** The same for what went into a draft: it is known to be ours. */
function withDrafts({ locales }: Sent, entry: RecordedArticle | null, there: RemoteArticle): RecordedArticle {
  const texts = Object.entries(locales).flatMap(([locale, { source }]): [Locale, RecordedLocale][] => {
    const known = entry?.locales[locale];
    const live = recordedRemote(there, locale);
    const print = releasedPrint(there, locale);
    if (live === null || print === null || known?.staged?.remote === print) return [];
    const before = known ?? { source, desired: unfinished, ...live };
    return [[locale, { ...before, staged: { source, desired: unfinished, remote: print } }]];
  });
  const { id, url, updatedAt } = there;
  return { ...(entry ?? { id, url, updatedAt }), locales: { ...entry?.locales, ...Object.fromEntries(texts) } };
}
