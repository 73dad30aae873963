import { fingerprint } from '../html/fingerprint.ts';
import type {
  CollectionKey,
  CollectionTrail,
  DesiredCollection,
  FolderCollection,
  Problem,
  Repository,
  Source,
} from '../model.ts';
import { problem } from '../problem.ts';
import { startOf } from './unit.ts';

/** Levels of collections that Intercom has. */
const maxLevels = 3;
const separator = ' > ';

/** The key of the collection that a trail ends at. */
export function keyOf(trail: CollectionTrail): CollectionKey {
  return trail.join(separator);
}

/**
 * The collection an article belongs in: the one its front matter names, else its folder's.
 *
 * @param source the article's source in the default locale
 * @returns an empty trail for no collection, and what is wrong with the trail
 */
export function trailOf(
  source: Source,
  repository: Repository,
): { readonly trail: CollectionTrail; readonly problems: readonly Problem[] } {
  const { collection, section } = source.fields;
  const start = collection ?? folderTrail(source, repository.collections);
  const trail = section === undefined ? start : [...start, section];
  const place = source.places.section ?? source.places.collection ?? startOf(source, repository.root);
  const problems: Problem[] = [];
  if (trail.length > maxLevels) problems.push(problem('collection-depth', { trail: keyOf(trail) }, place));
  const unclear = trail.find((name) => name.includes(separator));
  if (unclear !== undefined) problems.push(problem('collection-name', { name: unclear }, place));
  return { trail, problems };
}

function folderTrail(source: Source, collections: readonly FolderCollection[]): CollectionTrail {
  return trailOfFolder(source.article.split('/').slice(0, -1), collections);
}

function trailOfFolder(parts: readonly string[], collections: readonly FolderCollection[]): CollectionTrail {
  return parts.map((part, index) => {
    const folder = parts.slice(0, index + 1).join('/');
    return collections.find((collection) => collection.folder === folder)?.name ?? part;
  });
}

/**
 * All collections that are needed, each with those above it: by the articles, and by folders that are described
 * even if no article is in them. Folders with the same names above them share one.
 *
 * @param trails of the articles that compile
 * @returns from the top down, then by order and key
 */
export function desiredCollections(trails: Iterable<CollectionTrail>, repository: Repository): DesiredCollection[] {
  const folders = repository.collections
    .map((collection) => ({ collection, trail: trailOfFolder(collection.folder.split('/'), repository.collections) }))
    .filter(({ trail }) => trail.length <= maxLevels);
  const needed = new Map<CollectionKey, CollectionTrail>();
  const need = (trail: CollectionTrail): void => {
    for (let length = 1; length <= trail.length; length += 1) {
      const part = trail.slice(0, length);
      needed.set(keyOf(part), part);
    }
  };
  for (const trail of trails) need(trail);
  for (const { collection, trail } of folders) if (isDescribed(collection)) need(trail);
  const described = new Map<CollectionKey, FolderCollection[]>();
  for (const { collection, trail } of folders) {
    described.set(keyOf(trail), [...(described.get(keyOf(trail)) ?? []), collection]);
  }
  return [...needed]
    .map(([key, trail]) => collectionOf(key, trail, described.get(key) ?? []))
    .sort((a, b) => levelOf(a) - levelOf(b) || orderOf(a) - orderOf(b) || (a.key < b.key ? -1 : 1));
}

/** Whether more is known of a folder than its name. */
function isDescribed({ description, order, icon, translations }: FolderCollection): boolean {
  return [description, order, icon].some((value) => value !== undefined) || Object.keys(translations).length > 0;
}

function collectionOf(
  key: CollectionKey,
  trail: CollectionTrail,
  folders: readonly FolderCollection[],
): DesiredCollection {
  const said = folders.find(isDescribed) ?? folders[0];
  const content = {
    name: trail.at(-1) ?? '',
    description: said?.description ?? '',
    parent: trail.length > 1 ? keyOf(trail.slice(0, -1)) : null,
    translations: said?.translations ?? {},
  };
  return {
    key,
    ...(said === undefined ? {} : { folder: said.folder }),
    ...content,
    ...(said?.order === undefined ? {} : { order: said.order }),
    fingerprint: fingerprint(content),
  };
}

function levelOf({ key }: DesiredCollection): number {
  return key.split(separator).length;
}

function orderOf({ order }: DesiredCollection): number {
  return order ?? Number.MAX_SAFE_INTEGER;
}
