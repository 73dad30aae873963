import type { ContentPath } from '../model/article.ts';
import type { FolderCollection } from '../model/collection.ts';

/** The page of a leaf bundle, in any language. */
const leaf = /^index(?:\.[\w-]+)?\.[a-z]+$/;

/**
 * Hugo's leaf bundles: a folder that holds nothing but its `index.md` and what that shows is one page, and no section.
 * Its article is in the collection above, like a page that is a file.
 *
 * @param articles paths that place articles in folders
 * @param described folders of which a `_collection.yml` speaks: they stay collections
 */
export function withoutLeafBundles(
  collections: readonly FolderCollection[],
  articles: readonly ContentPath[],
  described: ReadonlySet<ContentPath>,
): readonly FolderCollection[] {
  const pages = new Map<ContentPath, boolean>();
  for (const article of articles) {
    const parts = article.split('/');
    const isLeaf = leaf.test(parts.at(-1) ?? '');
    for (let length = 1; length < parts.length; length += 1) {
      const folder = parts.slice(0, length).join('/');
      pages.set(folder, (pages.get(folder) ?? true) && isLeaf && length === parts.length - 1);
    }
  }
  return collections.map((collection) =>
    pages.get(collection.folder) === true && !described.has(collection.folder)
      ? { ...collection, inParent: true }
      : collection,
  );
}
