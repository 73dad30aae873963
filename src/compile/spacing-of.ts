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
  const parts = path.split('/').slice(0, -1);
  for (let length = parts.length; length > 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    const own = collections.find((collection) => collection.folder === folder)?.spacing;
    if (own !== undefined) return own;
  }
  return settings.spacing;
}
