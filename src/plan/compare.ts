import { sameBody } from '../html/same-body.ts';
import type {
  CollectionKey,
  ContentPath,
  DesiredArticle,
  DesiredLocale,
  Locale,
  Reason,
  RemoteArticle,
  Teammate,
} from '../model.ts';

/** What desired and remote are compared with: ids for the names that sources use. */
export interface Comparison {
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
  readonly teammates: readonly Teammate[];
  /** Resolves a body's symbolic links as far as ids and URLs are known. */
  readonly resolveBody: (key: ContentPath, locale: Locale, body: string) => string;
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
  const reasons: Reason[] = [];
  if (tidy(wanted.title) !== tidy(theirs.title)) reasons.push('title');
  if (tidy(wanted.description) !== tidy(theirs.description)) reasons.push('description');
  if (!sameBody(context.resolveBody(article.key, locale, wanted.body), theirs.body)) reasons.push('body');
  if (wanted.state !== theirs.state) reasons.push('state');
  const authorId = authorIdOf(article.author, context.teammates);
  if (authorId !== null && theirs.authorId !== null && authorId !== theirs.authorId) reasons.push('author');
  const parentId = article.parent === null ? null : (context.collectionIds.get(article.parent) ?? 'not-yet');
  if (parentId !== remote.parentId) reasons.push('collection');
  return reasons;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The id of an author named by e-mail or id; null when none is named or the name is unknown.
 */
export function authorIdOf(author: string | null, teammates: readonly Teammate[]): string | null {
  if (author === null) return null;
  if (/^\d+$/.test(author)) return author;
  return teammates.find((teammate) => teammate.email.toLowerCase() === author.toLowerCase())?.id ?? null;
}
