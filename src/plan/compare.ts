import { withoutSignature } from '../body/canonical/url.ts';
import { singleLine } from '../body/fingerprint.ts';
import { areTagsKept, type KnownLabels, reachDifferences, remoteReach } from '../body/reach.ts';
import { imageSources, listReferences } from '../body/references.ts';
import { sameBody } from '../body/same-body.ts';
import { isStripped } from '../body/stripped.ts';
import { isTwin, type LinkFits } from '../body/twin.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import { authorIdOf } from '../model/author-id.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { DesiredArticle, DesiredLocale } from '../model/desired.ts';
import type { Reason } from '../model/plan.ts';
import type { RecordedReach } from '../model/reach.ts';
import type { RemoteArticle, RemoteLocale, Teammate } from '../model/remote.ts';

/** What desired and remote are compared with: ids for the names that sources use. */
export interface Comparison {
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
  readonly teammates: readonly Teammate[];
  /** Audiences and tags of the workspace. */
  readonly labels: KnownLabels;
  /** What was last published of an article's reach. */
  readonly reachOf: (key: ContentPath) => RecordedReach | undefined;
  /** Resolves a body's symbolic links as far as ids and URLs are known. */
  readonly resolveBody: (key: ContentPath, locale: Locale, body: string) => string;
  /** Intercom's own copy of an image, as far as it is known. */
  readonly imageUrl: (sha256: Fingerprint) => string | null;
  /** Whether a symbolic link in a text can have been written as an address; null: left out. */
  readonly couldBe: (key: ContentPath, locale: Locale) => LinkFits;
  /** Whether Intercom says that we saved an article last. */
  readonly isSavedByUs: (article: RemoteArticle) => boolean;
  /** Ids of all collections that an article can have been in, and null. */
  readonly places: readonly (string | null)[];
}

/**
 * In which fields a locale of a source differs from what Intercom has: what a write would change for a
 * reader, and why. Nothing means that both say the same.
 */
export function differences(
  article: DesiredArticle,
  locale: Locale,
  wanted: DesiredLocale,
  remote: RemoteArticle,
  context: Comparison,
): readonly Reason[] {
  const theirs = remote.locales[locale];
  if (theirs === undefined) return ['locale-added'];
  const body = context.resolveBody(article.key, locale, wanted.body);
  const fields = fieldDifferences(article, wanted, theirs, remote, context);
  return sameBody(body, theirs.body) ? fields : [...fields, 'body'];
}

/** The same without the body. */
export function fieldDifferences(
  article: DesiredArticle,
  wanted: DesiredLocale,
  theirs: RemoteLocale,
  remote: RemoteArticle,
  context: Pick<Comparison, 'collectionIds' | 'teammates' | 'labels' | 'reachOf'>,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (singleLine(wanted.title) !== singleLine(theirs.title)) reasons.push('title');
  if (singleLine(wanted.description) !== singleLine(theirs.description)) reasons.push('description');
  if (wanted.state !== theirs.state) reasons.push(wanted.isStale === true ? 'translation-stale' : 'state');
  const authorId = authorIdOf(article.author, context.teammates);
  if (authorId !== null && theirs.authorId !== null && authorId !== theirs.authorId) reasons.push('author');
  const ownerId = authorIdOf(article.owner ?? null, context.teammates);
  if (ownerId !== null && remote.ownerId != null && ownerId !== remote.ownerId) reasons.push('owner');
  const parentId = article.parent === null ? null : (context.collectionIds.get(article.parent) ?? 'not-yet');
  if (parentId !== remote.parentId) reasons.push('collection');
  return [
    ...reasons,
    ...reachDifferences(article.reach, context.reachOf(article.key), remoteReach(theirs, remote), context.labels),
  ];
}

/**
 * Whether Intercom has what a source wants as far as can be told: only links and images differ, and those can be what
 * was written when less was known of what they stand for; or only tags, which follow a text in requests of their own; or
 * its place and its author, which follow a draft once that is published. So it is after a run whose notes were lost, or
 * one that was cut off before it wrote the ids that Intercom gave to headings: what is there is ours, and may be written
 * again. What we saved last may lack structure too, which Intercom dropped.
 *
 * @param reasons what `differences` found
 * @param wasStaged whether a text of ours waited in a draft, as far as is recorded
 */
export function isOursAsFarAsKnown(
  { key, locale, wanted }: { readonly key: ContentPath; readonly locale: Locale; readonly wanted: DesiredLocale },
  reasons: readonly Reason[],
  remote: RemoteArticle | null,
  wasStaged: boolean,
  { couldBe, isSavedByUs, imageUrl, reachOf }: Comparison,
): boolean {
  const theirs = remote?.locales[locale];
  if (remote === null || theirs === undefined) return false;
  const follows: readonly Reason[] = wasStaged && isSavedByUs(remote) ? ['tags', 'collection', 'author'] : ['tags'];
  if (reasons.some((reason) => reason !== 'body' && !follows.includes(reason))) return false;
  if (reasons.includes('tags') && !areTagsKept(reachOf(key) ?? {}, remote)) return false;
  if (!reasons.includes('body')) return reasons.length > 0;
  const isLike = (like: typeof isTwin): boolean => like(wanted.body, theirs.body, couldBe(key, locale));
  if (!isLike(isTwin) && !(isSavedByUs(remote) && isLike(isStripped))) return false;
  const stored = imageSources(theirs.body);
  return imageSources(wanted.body).every((source, index) => {
    const [reference] = listReferences(`<img src="${source}">`);
    const known = reference?.kind === 'image' ? imageUrl(reference.sha256) : source;
    return known === null || withoutSignature(known) === withoutSignature(stored[index] ?? '');
  });
}

/** Whether a draft in Intercom says what a source says: the same words and blocks, and links that can be the source's. */
export function saysTheSame(
  key: ContentPath,
  locale: Locale,
  wanted: DesiredLocale,
  draft: Pick<RemoteLocale, 'title' | 'description' | 'body'>,
  { couldBe }: Pick<Comparison, 'couldBe'>,
): boolean {
  return (
    singleLine(wanted.title) === singleLine(draft.title) &&
    singleLine(wanted.description) === singleLine(draft.description) &&
    isTwin(wanted.body, draft.body, couldBe(key, locale))
  );
}
