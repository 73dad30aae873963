import type { RemoteArticle, RemoteCollection } from '../model/remote.ts';

/** An article for a list of several: its id, and where it is seen. */
export function articleAt({ id, url, locales, defaultLocale }: RemoteArticle): string {
  return `article ${id} (${locales[defaultLocale]?.url ?? url ?? 'a draft'})`;
}

/** A collection for a list of several: its id, and where it is seen, if it is. */
export function collectionAt({ id, url }: RemoteCollection): string {
  return url === null ? `collection ${id}` : `collection ${id} (${url})`;
}
