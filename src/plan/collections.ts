import { desiredCentres } from '../centre-of.ts';
import type {
  CollectionChange,
  CollectionKey,
  Desired,
  DesiredCollection,
  Problem,
  Recorded,
  RecordedCollection,
  Remote,
  RemoteCollection,
} from '../model.ts';
import { problem } from '../problem.ts';

/** What becomes of the collections, and which Intercom collection each one is. */
export interface CollectionPlan {
  readonly changes: readonly CollectionChange[];
  /** Key → id; a key without id is created by the plan. */
  readonly ids: ReadonlyMap<CollectionKey, string>;
  readonly problems: readonly Problem[];
}

/** Intercom's collections by id and by place, of one help centre. */
interface Shelf {
  readonly byId: ReadonlyMap<string, RemoteCollection>;
  /** Ids of those in other help centres. */
  readonly elsewhere: ReadonlySet<string>;
  readonly find: (name: string, parentId: string | null) => readonly RemoteCollection[];
}

/**
 * Plans the collections from the top down: known by the lockfile, or taken over by name and parent, or new.
 * A collection is never removed: what would become of the articles in it is not documented.
 *
 * @param remote null for an offline plan
 * @param mainId id of the help centre of `helpcentre.yml`; null where the workspace has none
 */
export function planCollections(
  desired: Desired,
  recorded: Recorded,
  remote: Remote | null,
  mainId: string | null,
): CollectionPlan {
  const centres = desiredCentres(desired, remote?.helpCentres ?? [], mainId);
  const shelfOf = remote === null ? () => null : shelves(remote.collections);
  const changes: CollectionChange[] = [];
  const ids = new Map<CollectionKey, string>();
  const problems: Problem[] = [];
  for (const wanted of desired.collections) {
    const shelf = shelfOf(centres.ofCollection(wanted.key)?.id ?? null);
    const entry = recordedFor(wanted, recorded, desired);
    // A collection cannot go to another help centre: one is made there, and the articles move.
    const known = entry !== undefined && shelf?.elsewhere.has(entry.id) ? undefined : entry;
    const parentId = wanted.parent === null ? null : (ids.get(wanted.parent) ?? 'not-yet');
    const found = find(wanted, known, shelf, parentId);
    if (found.twins > 1) problems.push(problem('collection-twins', { key: wanted.key, count: found.twins }));
    const change = changeOf(wanted, known, found, parentId);
    if (change !== null) changes.push(change);
    const id = found.remote?.id ?? (shelf === null ? known?.id : undefined);
    if (id !== undefined) ids.set(wanted.key, id);
  }
  return { changes, ids, problems };
}

/** The entry of the same key, or, after a rename, the one of the same folder that nothing else claims. */
function recordedFor(wanted: DesiredCollection, recorded: Recorded, desired: Desired): RecordedCollection | undefined {
  if (Object.hasOwn(recorded.collections, wanted.key)) return recorded.collections[wanted.key];
  if (wanted.folder === undefined) return undefined;
  const claimed = new Set(desired.collections.map((collection) => collection.key));
  const renamed = Object.entries(recorded.collections).find(
    ([key, entry]) => entry.folder === wanted.folder && !claimed.has(key),
  );
  return renamed?.[1];
}

interface Found {
  readonly remote: RemoteCollection | null;
  readonly how: 'recorded' | 'twin' | 'none';
  readonly twins: number;
}

function find(
  wanted: DesiredCollection,
  known: RecordedCollection | undefined,
  shelf: Shelf | null,
  parentId: string | null,
): Found {
  if (shelf === null) return { remote: null, how: known === undefined ? 'none' : 'recorded', twins: 0 };
  const recorded = known === undefined ? undefined : shelf.byId.get(known.id);
  if (recorded !== undefined) return { remote: recorded, how: 'recorded', twins: 0 };
  const twins = shelf.find(wanted.name, parentId);
  const first = twins[0];
  return first === undefined
    ? { remote: null, how: 'none', twins: 0 }
    : { remote: first, how: 'twin', twins: twins.length };
}

function changeOf(
  wanted: DesiredCollection,
  known: RecordedCollection | undefined,
  found: Found,
  parentId: string | null,
): CollectionChange | null {
  const { key } = wanted;
  if (found.how === 'recorded') {
    if (known?.desired === wanted.fingerprint) return null;
    const reasons = found.remote === null ? (['name'] as const) : differences(wanted, found.remote, parentId);
    return { kind: 'update', key, id: found.remote?.id ?? known?.id ?? null, reasons };
  }
  if (found.remote !== null) {
    const reasons = differences(wanted, found.remote, parentId);
    return { kind: 'adopt', key, id: found.remote.id, reasons: ['same-in-intercom', ...reasons] };
  }
  return known === undefined
    ? { kind: 'create', key, id: null, reasons: ['new'] }
    : { kind: 'recreate', key, id: null, reasons: ['gone-in-intercom'] };
}

type Difference = Exclude<CollectionChange['reasons'][number], 'new' | 'gone-in-intercom' | 'same-in-intercom'>;

function differences(wanted: DesiredCollection, remote: RemoteCollection, parentId: string | null): Difference[] {
  const reasons: Difference[] = [];
  if (wanted.name !== remote.name) reasons.push('name');
  // No description in the source leaves the one in Intercom alone.
  if (wanted.description !== '' && wanted.description !== remote.description) reasons.push('description');
  const translated = Object.entries(wanted.translations).some(([locale, { name, description = '' }]) => {
    const theirs = remote.translations[locale];
    return theirs?.name !== name || (description !== '' && description !== (theirs.description ?? ''));
  });
  if (translated) reasons.push('translations');
  if (parentId !== remote.parentId) reasons.push('place');
  return reasons;
}

/** Shelves of help centres, each made once. A null help centre takes the collections of all. */
function shelves(collections: readonly RemoteCollection[]): (helpCentreId: string | null) => Shelf {
  const made = new Map<string | null, Shelf>();
  return (helpCentreId) => {
    const shelf = made.get(helpCentreId) ?? shelve(collections, helpCentreId);
    made.set(helpCentreId, shelf);
    return shelf;
  };
}

function shelve(collections: readonly RemoteCollection[], helpCentreId: string | null): Shelf {
  const isOwn = ({ helpCentreId: centre }: RemoteCollection): boolean =>
    helpCentreId === null || centre === null || centre === helpCentreId;
  const own = collections.filter(isOwn);
  const find = (name: string, parentId: string | null): readonly RemoteCollection[] =>
    own
      .filter((collection) => collection.name === name && collection.parentId === parentId)
      .sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
  return {
    byId: new Map(own.map((collection) => [collection.id, collection])),
    elsewhere: new Set(collections.filter((collection) => !isOwn(collection)).map(({ id }) => id)),
    find,
  };
}
