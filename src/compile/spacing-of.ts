import type { Spacing } from '../model/article.ts';
import type { FolderCollection } from '../model/collection.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';

/** Where an article is, without the folder of its language. */
export function pathOf(
  { article }: Pick<Source, 'article'>,
  { languages = [] }: Pick<Repository, 'languages'>,
): string {
  const slash = article.indexOf('/');
  return slash > 0 && languages.includes(article.slice(0, slash)) ? article.slice(slash + 1) : article;
}

/** How much space stands between the blocks of a source: as it says itself, else as `spacingAround` says. */
export function spacingOf(
  source: Source,
  repository: Pick<Repository, 'collections' | 'languages'>,
  settings: Pick<Settings, 'spacing'>,
): Spacing {
  // Intercom takes a snippet as Markdown, which has no empty paragraphs.
  if (source.fields.type === 'snippet') return 'tight';
  return source.fields.spacing ?? spacingAround(pathOf(source, repository), repository.collections, settings);
}

/**
 * The spacing of sources that name none: that of the nearest folder around, else that of `helpcentre.yml`.
 *
 * @param path of the source, without the folder of its language
 */
export function spacingAround(
  path: string,
  collections: readonly Pick<FolderCollection, 'folder' | 'spacing'>[],
  settings: Pick<Settings, 'spacing'>,
): Spacing {
  return foldersAround(path, collections).find(({ spacing }) => spacing !== undefined)?.spacing ?? settings.spacing;
}

/**
 * The folders that a file is in, nearest first.
 *
 * @param path of the file, without the folder of its language
 */
export function foldersAround<T extends Pick<FolderCollection, 'folder'>>(
  path: string,
  collections: readonly T[],
): readonly T[] {
  const byFolder = foldersOf(collections);
  const parts = path.split('/').slice(0, -1);
  return parts.flatMap((_, above) => byFolder.get(parts.slice(0, parts.length - above).join('/')) ?? []);
}

const known = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The folders by their paths, put together once for thousands of sources. */
function foldersOf<T extends Pick<FolderCollection, 'folder'>>(collections: readonly T[]): ReadonlyMap<string, T> {
  const found = known.get(collections) as ReadonlyMap<string, T> | undefined;
  if (found !== undefined) return found;
  const made = new Map(collections.map((collection) => [collection.folder, collection]));
  known.set(collections, made);
  return made;
}
