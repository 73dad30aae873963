import { type ArticleType, numberOf, typeOfId } from '../model/article-type.ts';

/** Where the API has the articles of each type. */
export const listPaths = {
  public: '/articles',
  internal: '/internal_articles',
  snippet: '/content_snippets',
} as const satisfies Readonly<Record<ArticleType, string>>;

/**
 * Path of one article, whatever its type.
 *
 * @param id from Intercom, or from a file someone edited: it must not reach beyond its place in the path
 */
export function articlePath(id: string): string {
  return `${listPaths[typeOfId(id)]}/${encodeURIComponent(numberOf(id))}`;
}
