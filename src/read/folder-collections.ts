import { checkYaml, readYaml } from '../located-yaml.ts';
import type { ContentPath, FolderCollection, Problem } from '../model.ts';
import { problem } from '../problem.ts';
import { compare } from './files.ts';
import { collectionSchema } from './front-matter-schema.ts';
import { localeOf } from './locales.ts';

/** Name of the file that describes a collection. */
export const collectionFile = '_collection.yml';

/**
 * The folders that are collections: every folder that holds a source, directly or deeper, and every one
 * with a `_collection.yml`.
 *
 * @param sources paths that place articles in folders
 * @param described text of each `_collection.yml` by its folder
 * @param root content folder as named in problems
 */
export function folderCollections(
  sources: readonly ContentPath[],
  described: ReadonlyMap<ContentPath, string>,
  root: string,
): { readonly collections: readonly FolderCollection[]; readonly problems: readonly Problem[] } {
  const folders = new Set<ContentPath>();
  for (const path of [...sources, ...[...described.keys()].map((folder) => `${folder}/x`)]) {
    const parts = path.split('/').slice(0, -1);
    for (let length = 1; length <= parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  const problems: Problem[] = [];
  const collections = [...folders].sort(compare).map((folder) => {
    const read = describe(folder, described.get(folder), `${root}/${folder}/${collectionFile}`);
    problems.push(...read.problems);
    return read.collection;
  });
  return { collections, problems };
}

function describe(
  folder: ContentPath,
  text: string | undefined,
  file: string,
): { readonly collection: FolderCollection; readonly problems: readonly Problem[] } {
  const plain: FolderCollection = { folder, name: nameOfFolder(folder), translations: {} };
  if (text === undefined) return { collection: plain, problems: [] };
  const read = readYaml(text, file);
  if (!read.ok) return { collection: plain, problems: read.problems };
  const yaml = { ...read.yaml, value: read.yaml.value ?? {} };
  const checked = checkYaml(yaml, collectionSchema, collectionFile, Object.keys(collectionSchema.shape));
  if (!checked.ok) return { collection: plain, problems: checked.problems };
  const { translations = {}, ...fields } = checked.value;
  const unknown = Object.keys(translations).filter((locale) => localeOf(locale) === null);
  const problems = unknown.map((locale) =>
    problem('unknown-locale', { locale }, yaml.placeOfKey(['translations', locale])),
  );
  const given = Object.fromEntries(
    Object.entries({ ...fields, translations }).filter(([, value]) => value !== undefined),
  );
  return { collection: { ...plain, ...given }, problems };
}

/**
 * A folder's name as a collection's: without the number in front, in sentence form.
 * `02-getting_started` is "Getting started"; a name with spaces keeps its own form.
 *
 * @param folder path; its last part counts
 */
export function nameOfFolder(folder: ContentPath): string {
  const last = folder.split('/').at(-1) ?? folder;
  const bare = last.replace(/^\d+[\s._-]+(?=\S)/, '');
  const spaced = /\s/.test(bare) ? bare : bare.replace(/[-_]+/g, ' ');
  const trimmed = spaced.trim() === '' ? last : spaced.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
