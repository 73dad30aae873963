import type { FolderCollection } from '../model/collection.ts';
import type { Labels, Reach } from '../model/reach.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { foldersAround, pathOf } from './spacing-of.ts';

/**
 * What is said of how far an article reaches: by its source, else by the nearest folder around, else by `helpcentre.yml`.
 * Each of Fin's agents is a question of its own; audiences and tags are lists that stand for themselves.
 *
 * @param source the article's source in the default locale
 * @returns null where nothing is said
 */
export function reachOf(
  source: Source,
  repository: Pick<Repository, 'collections' | 'languages'>,
  settings: Pick<Settings, 'fin' | 'audiences' | 'tags'>,
): Reach | null {
  const folders = foldersAround(pathOf(source, repository), repository.collections);
  const fin = Object.assign({}, settings.fin, ...folders.map((folder) => folder.fin).reverse(), source.fields.fin);
  const audiences = labelsOf('audiences', source, folders, settings);
  const tags = labelsOf('tags', source, folders, settings);
  const reach = {
    ...(Object.keys(fin).length === 0 ? {} : { fin }),
    ...(audiences === null ? {} : { audiences }),
    ...(tags === null ? {} : { tags }),
  };
  return Object.keys(reach).length === 0 ? null : reach;
}

/** @param folders nearest first */
function labelsOf(
  key: 'audiences' | 'tags',
  { fields, places }: Source,
  folders: readonly FolderCollection[],
  settings: Pick<Settings, 'audiences' | 'tags'>,
): Labels | null {
  const own = fields[key];
  const folder = own === undefined ? folders.find((one) => one[key] !== undefined) : undefined;
  const names = own ?? folder?.[key] ?? settings[key];
  const place = own === undefined ? folder?.places?.[key] : places[key];
  return names === null ? null : { names: [...new Set(names)], ...(place === undefined ? {} : { place }) };
}
