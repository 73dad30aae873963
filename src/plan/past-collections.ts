import { remoteText, textPrint, wantedTexts } from '../body/collection-fields.ts';
import type { Fingerprint } from '../model/article.ts';
import type { CollectionField, CollectionKey } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { Recorded, RecordedCollection } from '../model/recorded.ts';
import type { RemoteCollection } from '../model/remote.ts';
import type { PastInput } from './past-input.ts';

/**
 * Collections as a later lockfile recorded them, where the one at hand was turned back: a field whose text in Intercom
 * has the fingerprint that a later lockfile recorded is our own last publish. Any other text is an edit.
 */
export function collectionsFromPast({ recorded, past, remote, desired }: PastInput): Recorded['collections'] {
  const line = past.filter(({ isMainLine }) => isMainLine).map((one) => one.recorded);
  // Without Intercom nothing tells whether the revert was published: only a lockfile that is an older one as a whole was not.
  if (remote === null && laterThan(recorded, line).length === 0) return recorded.collections;
  const wanted = new Map(desired.collections.map((collection) => [collection.key, collection]));
  const shelves = new Map(remote?.collections.map((collection) => [collection.id, collection]));
  const entries = Object.entries(recorded.collections).map(([key, entry]) => {
    const states = line.map(({ collections }) => Object.values(collections).find(({ id }) => id === entry.id));
    const later = laterThan(entry, states);
    const there = shelves.get(entry.id) ?? null;
    if (later.length === 0 || (remote !== null && there === null)) return [key, entry] as const;
    return [key, entryNow(entry, later, there, wanted.get(key))] as const;
  });
  return Object.fromEntries([...entries, ...lostEntries(recorded, line, shelves)]);
}

/**
 * Collections that are in Intercom still and that only a later lockfile knew: an entry never leaves a lockfile otherwise.
 * They stay managed, so that a source takes them up again, and what is left empty is named.
 */
function lostEntries(
  { collections }: Recorded,
  line: readonly Recorded[],
  shelves: ReadonlyMap<string, RemoteCollection>,
): readonly (readonly [CollectionKey, RecordedCollection])[] {
  const ids = new Set(Object.values(collections).map(({ id }) => id));
  const found = new Map<CollectionKey, RecordedCollection>();
  for (const [key, entry] of line.flatMap((one) => Object.entries(one.collections))) {
    if (ids.has(entry.id) || !shelves.has(entry.id) || Object.hasOwn(collections, key) || found.has(key)) continue;
    ids.add(entry.id);
    found.set(key, entry);
  }
  return [...found];
}

/** What came after a state that stands on top again; nothing where it is the newest. Newest first. */
function laterThan<T>(now: T, states: readonly (T | undefined)[]): readonly T[] {
  const text = JSON.stringify(now);
  const before = states.map((state) => JSON.stringify(state)).lastIndexOf(text);
  return states
    .slice(0, Math.max(0, before))
    .filter((state): state is T & {} => state != null && JSON.stringify(state) !== text);
}

/** An entry with what later ones say of what Intercom has. */
function entryNow(
  entry: RecordedCollection,
  later: readonly RecordedCollection[],
  there: RemoteCollection | null,
  wanted: DesiredCollection | undefined,
): RecordedCollection {
  const [newest] = later;
  const read = later.filter((one) => one.remote !== undefined);
  if (newest === undefined) return entry;
  if (read[0] === undefined || there === null) {
    // Nothing tells the fields apart: Intercom has what was written last, unless it says what the sources ask for.
    const isThere = there !== null && wanted !== undefined && saysTheSame(there, wanted);
    return isThere ? entry : { ...entry, desired: newest.desired, ...remoteOf(newest) };
  }
  const isAt = (one: RecordedCollection, field: CollectionField): boolean =>
    printOf(one, field) === textPrint(remoteText(there, field));
  const fields = new Set(read.flatMap(({ remote = {} }) => Object.keys(remote) as CollectionField[]));
  const found = [...fields].flatMap((field) => {
    const own = isAt(entry, field) ? undefined : read.find((one) => isAt(one, field));
    return own === undefined ? [] : [{ field, by: own }];
  });
  if (entry.remote === undefined) return { ...entry, desired: newest.desired, ...remoteOf(read[0]) };
  if (found.length === 0) return entry;
  const prints = found.map(({ field, by }) => [field, printOf(by, field)] as const);
  const ours = found
    .filter(({ field, by }) => by.described?.[field] === true)
    .map(({ field }) => [field, true] as const);
  return {
    ...entry,
    desired: found[0]?.by.desired ?? entry.desired,
    remote: { ...entry.remote, ...(Object.fromEntries(prints) as Record<string, Fingerprint>) },
    ...(ours.length === 0 ? {} : { described: { ...entry.described, ...Object.fromEntries(ours) } }),
  };
}

const remoteOf = ({ remote, described }: RecordedCollection) => ({
  ...(remote === undefined ? {} : { remote }),
  ...(described === undefined ? {} : { described }),
});

function printOf({ remote }: RecordedCollection, field: CollectionField): Fingerprint | undefined {
  return remote !== undefined && Object.hasOwn(remote, field) ? remote[field] : undefined;
}

/** Whether a collection in Intercom has the texts that its source asks for. */
export function saysTheSame(there: RemoteCollection, wanted: DesiredCollection): boolean {
  return [...wantedTexts(wanted, there.parentId)].every(
    ([field, ours]) => ours === null || textPrint(ours) === textPrint(remoteText(there, field)),
  );
}
