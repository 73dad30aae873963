import { pathOf, spacingAround } from '../../compile/spacing-of.ts';
import { fittingSpacings } from '../../dialect/fitting-spacing.ts';
import { type FittedText, folderSpacings } from '../../import/usual-spacing.ts';
import type { ContentPath, Spacing } from '../../model/article.ts';
import type { ImportRun } from './run.ts';

/** How much space stands between the blocks of what is imported. */
export interface ImportSpacings {
  /** What new folders say, by folder. */
  readonly said: ReadonlyMap<ContentPath, Spacing>;
  /** The spacing that applies to a source that names none, by the key of its article. */
  readonly around: (key: ContentPath) => Spacing;
}

/** Decides what new folders say of spacing. Others may hold sources that it would change, and are left as they are. */
export function spacingsOf({ chosen, present, target, journal }: ImportRun): ImportSpacings {
  const { repository } = present;
  const isNew = (folder: ContentPath): boolean =>
    journal.blobsOf(`${folder}/_collection.yml`).size > 0 ||
    !repository.collections.some((collection) => collection.folder === folder);
  const ids = new Set(chosen.collections.map(({ id }) => id));
  const folders = [...chosen.layout.folders].flatMap(([id, folder]) => (ids.has(id) && isNew(folder) ? [folder] : []));
  const settled = repository.collections.filter(({ folder }) => !folders.includes(folder));
  const within = (path: ContentPath, said: ReadonlyMap<ContentPath, Spacing>): Spacing => {
    const news = [...said].map(([folder, spacing]) => ({ folder, spacing }));
    return spacingAround(path, [...settled, ...news], target.settings);
  };
  const texts = chosen.articles.flatMap(({ remote, key, paths }): readonly FittedText[] => {
    const folder = pathOf({ article: key }, repository).split('/').slice(0, -1).join('/');
    return [...paths.keys()].map((locale) => {
      const body = remote.locales[locale]?.body ?? '';
      return { folder, fits: fittingSpacings(body, { link: (href) => href, image: (source) => source }) };
    });
  });
  const said = folderSpacings(texts, folders, within);
  return { said, around: (article) => within(pathOf({ article }, repository), said) };
}
