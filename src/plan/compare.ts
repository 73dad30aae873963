import { authorIdOf } from '../author-id.ts';
import { sameBody } from '../html/same-body.ts';
import { twinForm } from '../html/twin.ts';
import type {
  CollectionKey,
  ContentPath,
  DesiredArticle,
  DesiredLocale,
  Locale,
  Reason,
  RemoteArticle,
  RemoteLocale,
  Teammate,
} from '../model.ts';

/** What desired and remote are compared with: ids for the names that sources use. */
export interface Comparison {
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
  readonly teammates: readonly Teammate[];
  /** Resolves a body's symbolic links as far as ids and URLs are known. */
  readonly resolveBody: (key: ContentPath, locale: Locale, body: string) => string;
  /** Whether a body links to something of which neither id nor URL is known. */
  readonly hasUnknown: (body: string) => boolean;
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
  context: Pick<Comparison, 'collectionIds' | 'teammates'>,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (tidy(wanted.title) !== tidy(theirs.title)) reasons.push('title');
  if (tidy(wanted.description) !== tidy(theirs.description)) reasons.push('description');
  if (wanted.state !== theirs.state) reasons.push('state');
  const authorId = authorIdOf(article.author, context.teammates);
  if (authorId !== null && theirs.authorId !== null && authorId !== theirs.authorId) reasons.push('author');
  const parentId = article.parent === null ? null : (context.collectionIds.get(article.parent) ?? 'not-yet');
  if (parentId !== remote.parentId) reasons.push('collection');
  return reasons;
}

/**
 * Whether Intercom has what a source wants as far as can be told: only links and images differ, and of those the
 * source's own are not known. So it is after a run whose notes were lost: what is there is ours, and may be
 * written again.
 *
 * @param reasons what `differences` found
 */
export function isOursAsFarAsKnown(
  reasons: readonly Reason[],
  wanted: DesiredLocale,
  theirs: { readonly body: string } | undefined,
  context: Comparison,
): boolean {
  if (theirs === undefined || reasons.length !== 1 || reasons[0] !== 'body' || !context.hasUnknown(wanted.body)) {
    return false;
  }
  return twinForm(wanted.body) === twinForm(theirs.body);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
