/**
 * Path of one article.
 *
 * @param id from Intercom, or from a file someone edited: it must not reach beyond its place in the path
 */
export function articlePath(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}
