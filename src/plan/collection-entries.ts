import type { ContentPath } from '../model/article.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredCollection } from '../model/desired.ts';
import type { Recorded, RecordedCollection } from '../model/recorded.ts';
import { similarEnough } from './similarity.ts';

/** What the lockfile says of a collection, and under which key. */
export interface CollectionEntry {
  readonly key: CollectionKey;
  readonly recorded: RecordedCollection;
}

/**
 * Finds what the lockfile says of each collection: by its key, else by its folder after a rename, else by the articles
 from one that is gone. That takes half of them, as git does for files. No entry is found
 * twice, and two folders with as much of the old one each get nothing.
 *
 * @param moves of the articles, new path → old path
 */
export function collectionEntries(
  desired: Desired,
  recorded: Recorded,
  moves: ReadonlyMap<ContentPath, ContentPath>,
): ReadonlyMap<CollectionKey, CollectionEntry> {
  const wanted = new Set(desired.collections.map(({ key }) => key));
  const found = new Map<CollectionKey, CollectionEntry>();
  const free = new Map(Object.entries(recorded.collections));
  const take = (key: CollectionKey, from: CollectionKey): void => {
    const entry = free.get(from);
    if (entry === undefined || found.has(key)) return;
    found.set(key, { key: from, recorded: entry });
    free.delete(from);
  };
  for (const { key } of desired.collections) take(key, key);
  for (const { key, folder } of desired.collections) {
    const same = [...free].find(
      ([from, entry]) => folder !== undefined && entry.folder === folder && !wanted.has(from),
    );
    if (same !== undefined) take(key, same[0]);
  }
  const homeless = desired.collections.filter(({ key }) => !found.has(key));
  for (const { to, from } of movedFolders(homeless, free, desired, recorded, moves)) take(to, from);
  return found;
}

interface Candidate {
  readonly to: CollectionKey;
  readonly from: CollectionKey;
  /** Of the articles that were in the old folder. */
  readonly share: number;
}

function movedFolders(
  homeless: readonly DesiredCollection[],
  free: ReadonlyMap<CollectionKey, RecordedCollection>,
  desired: Desired,
  recorded: Recorded,
  moves: ReadonlyMap<ContentPath, ContentPath>,
): readonly Candidate[] {
  const present = new Set(desired.collections.map(({ folder }) => folder));
  const gone = new Map(
    [...free].flatMap(([key, { folder }]) =>
      folder === undefined || present.has(folder) ? [] : [[folder, key] as const],
    ),
  );
  if (gone.size === 0) return [];
  const isRecorded = (key: ContentPath): boolean => Object.hasOwn(recorded.articles, key);
  const homeOf = (key: ContentPath): ContentPath | undefined => moves.get(key) ?? (isRecorded(key) ? key : undefined);
  const unread = new Set([...desired.failed, ...desired.skipped]);
  const keys = [...desired.articles.map(({ key }) => key), ...unread];
  const oldFolders = (key: ContentPath, depth: number): readonly ContentPath[] => {
    const home = homeOf(key);
    if (home !== undefined) return [home.split('/').slice(0, -depth).join('/')];
    if (!unread.has(key)) return [];
    // What cannot be compiled, often for links that the rename broke, is told by its name: no text tells of a move.
    const name = key.split('/').slice(-depth).join('/');
    return [...gone.keys()].filter((old) => isRecorded(`${old}/${name}`));
  };
  const candidates = homeless.flatMap(({ key: to, folder }) => {
    const votes = new Map<ContentPath, number>();
    for (const key of folder === undefined ? [] : keys) {
      const depth = depthIn(key, folder ?? '');
      for (const old of depth === null ? [] : oldFolders(key, depth))
        if (gone.has(old)) votes.set(old, (votes.get(old) ?? 0) + 1);
    }
    return [...votes].map(([old, count]): Candidate => {
      const all = Object.keys(recorded.articles).filter((path) => path.startsWith(`${old}/`)).length;
      return { to, from: gone.get(old) ?? '', share: count / Math.max(1, all) };
    });
  });
  return settled(candidates.filter(({ share }) => share >= similarEnough));
}

/** How far below a folder a path is, also where a folder of its language is above both; null where it is not in it. */
function depthIn(path: ContentPath, folder: ContentPath): number | null {
  const parts = path.split('/');
  const isIn = (list: readonly string[]): boolean => list.join('/').startsWith(`${folder}/`);
  return isIn(parts) || isIn(parts.slice(1)) ? parts.length - folder.split('/').length - (isIn(parts) ? 0 : 1) : null;
}

/** The largest shares first; one with a rival as large is nobody's. */
function settled(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken: Candidate[] = [];
  const meets = (one: Candidate, other: Candidate): boolean => one.to === other.to || one.from === other.from;
  for (const one of [...candidates].sort((a, b) => b.share - a.share)) {
    const rivals = candidates.filter((other) => other !== one && meets(one, other) && other.share >= one.share);
    if (rivals.length === 0 && !taken.some((other) => meets(one, other))) taken.push(one);
  }
  return taken;
}
