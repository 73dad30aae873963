import { fingerprint } from '../body/fingerprint.ts';
import {
  type CollectionAddress,
  type CollectionKey,
  type CollectionTrail,
  type FolderCollection,
  maxLevels,
} from '../model/collection.ts';
import { centrePrefix, collectionKey, separator } from '../model/collection-key.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import { pathOf } from './spacing-of.ts';
import { typeOf } from './types.ts';
import { startOf } from './unit.ts';

/** Where an article belongs. */
export interface Belonging {
  /** With an empty trail for no collection, and no more levels than there may be. */
  readonly address: CollectionAddress;
  /** Key of the collection; null for none. */
  readonly parent: CollectionKey | null;
  /** What is wrong with the trail. */
  readonly problems: readonly Problem[];
}

/**
 * The collection an article belongs in: the one its front matter names, else its folder's. Both are in the help centre
 * that the top folder of the source says. An internal article and a snippet are in none, wherever the file lies.
 *
 * @param source the article's source in the default locale
 */
export function belongingOf(source: Source, repository: Repository): Belonging {
  if (typeOf(source) !== 'public') return { address: { helpCentre: null, trail: [] }, parent: null, problems: [] };
  const { collection, section } = source.fields;
  const path = pathOf(source, repository);
  const start = collection ?? trailOfFolder(path.split('/').slice(0, -1), repository.collections);
  const whole = section === undefined ? start : [...start, section];
  const trail = whole.slice(0, maxLevels);
  const place = source.places.section ?? source.places.collection ?? startOf(source, repository.root);
  const problems: Problem[] = [];
  const helpCentre = centreOfPath(path, repository.collections);
  const address = { helpCentre, trail };
  if (whole.length > maxLevels) {
    const args = { trail: collectionKey({ helpCentre, trail: whole }), into: collectionKey(address) };
    problems.push(problem('collection-depth', args, place));
  }
  const mistaken = mistakenFor(address, repository.collections);
  if (mistaken !== undefined) {
    problems.push(problem('collection-name-centre', { name: trail[0] ?? '', helpCentre: mistaken }, place));
  }
  return { address, parent: trail.length === 0 ? null : collectionKey(address), problems };
}

/** The help centre that the top folder of a path says. */
function centreOfPath(path: string, collections: readonly FolderCollection[]): string | null {
  const [top] = path.split('/');
  return collections.find(({ folder }) => folder === top)?.helpCentre ?? null;
}

/** The help centre whose collection one would be taken for by its key. */
function mistakenFor({ helpCentre, trail }: CollectionAddress, collections: readonly FolderCollection[]) {
  if (helpCentre !== null) return undefined;
  const marks = collections.flatMap((collection) => collection.helpCentre ?? []);
  return marks.find((mark) => trail[0]?.startsWith(centrePrefix(mark)));
}

function trailOfFolder(parts: readonly string[], collections: readonly FolderCollection[]): CollectionTrail {
  return parts.flatMap((part, index) => {
    const folder = parts.slice(0, index + 1).join('/');
    const found = collections.find((collection) => collection.folder === folder);
    return found?.inParent === true ? [] : [found?.name ?? part];
  });
}

/**
 * All collections that are needed, each with those above it: by the articles, and by folders that are described
 * even if no article is in them. Folders with the same names above them share one.
 *
 * @param addresses of the articles that compile
 * @returns from the top down, then by order and key
 */
export function desiredCollections(
  addresses: Iterable<CollectionAddress>,
  repository: Repository,
): DesiredCollection[] {
  const folders = repository.collections
    .filter(({ inParent }) => inParent !== true)
    .map((collection) => ({ collection, address: addressOfFolder(collection, repository.collections) }))
    .filter(({ address }) => address.trail.length <= maxLevels);
  const needed = new Map<CollectionKey, CollectionAddress>();
  const need = ({ helpCentre, trail }: CollectionAddress): void => {
    for (let length = 1; length <= trail.length; length += 1) {
      const part = { helpCentre, trail: trail.slice(0, length) };
      needed.set(collectionKey(part), part);
    }
  };
  for (const address of addresses) need(address);
  for (const { collection, address } of folders) if (isDescribed(collection)) need(address);
  const described = new Map<CollectionKey, FolderCollection[]>();
  for (const { collection, address } of folders) {
    described.set(collectionKey(address), [...(described.get(collectionKey(address)) ?? []), collection]);
  }
  return [...needed]
    .map(([key, address]) => collectionOf(key, address, described.get(key) ?? []))
    .sort((a, b) => levelOf(a) - levelOf(b) || orderOf(a) - orderOf(b) || (a.key < b.key ? -1 : 1));
}

function addressOfFolder({ folder }: FolderCollection, collections: readonly FolderCollection[]): CollectionAddress {
  return { helpCentre: centreOfPath(folder, collections), trail: trailOfFolder(folder.split('/'), collections) };
}

/** Whether more is known of a folder than its name. */
function isDescribed({ description, order, icon, helpCentre, translations }: FolderCollection): boolean {
  return (
    [description, order, icon, helpCentre].some((value) => value !== undefined) || Object.keys(translations).length > 0
  );
}

function collectionOf(
  key: CollectionKey,
  { helpCentre, trail }: CollectionAddress,
  folders: readonly FolderCollection[],
): DesiredCollection {
  const said = folders.find(isDescribed) ?? folders[0];
  const content = {
    name: trail.at(-1) ?? '',
    description: said?.description ?? '',
    parent: trail.length > 1 ? collectionKey({ helpCentre, trail: trail.slice(0, -1) }) : null,
    ...(helpCentre === null ? {} : { helpCentre }),
    translations: said?.translations ?? {},
  };
  return {
    key,
    ...(said === undefined ? {} : { folder: said.folder }),
    ...content,
    ...(said?.order === undefined ? {} : { order: said.order }),
    ...(said?.icon === undefined ? {} : { icon: said.icon }),
    ...(said?.places === undefined ? {} : { places: said.places }),
    fingerprint: fingerprint(content),
  };
}

function levelOf({ key }: DesiredCollection): number {
  return key.split(separator).length;
}

function orderOf({ order }: DesiredCollection): number {
  return order ?? Number.MAX_SAFE_INTEGER;
}
