import type { ContentPath } from '../model/article.ts';
import { type FolderCollection, maxLevels } from '../model/collection.ts';
import { problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import type { FolderCollections } from './folder-collections.ts';

/**
 * Folders below the third level, which are no collections: what is in them is in the third. Said once for each folder
 * that this begins at. In our own dialect such an article is an error.
 *
 * @param articles paths that place articles in folders
 * @param root content folder as named in problems
 */
export function withoutDepth(
  folders: FolderCollections,
  articles: readonly ContentPath[],
  root: string,
): FolderCollections {
  const deep = new Set<ContentPath>();
  const levels = new Map<ContentPath, number>();
  const collections = folders.collections.map((collection): FolderCollection => {
    const { folder } = collection;
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const level = (levels.get(above) ?? 0) + (collection.inParent === true ? 0 : 1);
    levels.set(folder, Math.min(level, maxLevels));
    if (level <= maxLevels) return collection;
    deep.add(folder);
    return { ...collection, inParent: true };
  });
  const first = [...deep].filter((folder) => !deep.has(folder.slice(0, folder.lastIndexOf('/'))));
  const problems = first.flatMap((folder) => {
    const inside = articles.filter((article) => article.startsWith(`${folder}/`));
    const [one] = inside;
    if (one === undefined) return [];
    const args = { folder, above: folder.slice(0, folder.lastIndexOf('/')), articles: inside.length };
    return [problem('folder-too-deep', args, { file: shownFile(root, one), line: 1, column: 1 })];
  });
  return { ...folders, collections, problems: [...folders.problems, ...problems] };
}
