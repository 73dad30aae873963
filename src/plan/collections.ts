import { remoteText, textPrint, wantedTexts } from '../body/collection-fields.ts';
import type { ContentPath } from '../model/article.ts';
import { desiredCentres } from '../model/centre-of.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredCollection } from '../model/desired.ts';
import type { CollectionChange, Held } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded, RecordedCollection } from '../model/recorded.ts';
import type { Remote, RemoteCollection } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { collectionEntries } from './collection-entries.ts';
import { type CollectionJudgement, judgeCollection, reasonsOf } from './judge-collection.ts';
import { type Shelf, shelves } from './shelf.ts';

/** What becomes of the collections, and which Intercom collection each one is. */
export interface CollectionPlan {
  readonly changes: readonly CollectionChange[];
  readonly held: readonly Held[];
  /** Key → id; a key without id is created by the plan. */
  readonly ids: ReadonlyMap<CollectionKey, string>;
  readonly problems: readonly Problem[];
}

/** The three states, with what collections are told by. */
export interface CollectionInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null for an offline plan. */
  readonly remote: Remote | null;
  /** Id of the help centre of `helpcentre.yml`; null where the workspace has none. */
  readonly mainId: string | null;
  readonly onDrift: Settings['onDrift'];
  /** Where articles went, new path → old path: a folder goes with them. */
  readonly moves: ReadonlyMap<ContentPath, ContentPath>;
}

/**
 * Plans the collections from the top down: known by the lockfile, or taken over by name and parent, or new.
 * A collection is never removed: what would become of the articles in it is not documented.
 */
export function planCollections(input: CollectionInput): CollectionPlan {
  const { desired, recorded, remote, mainId, onDrift } = input;
  const centres = desiredCentres(desired, remote?.helpCentres ?? [], mainId);
  const shelfOf = remote === null ? () => null : shelves(remote.collections);
  const entries = collectionEntries(desired, recorded, input.moves);
  const claimed = new Set([...entries.values()].map((entry) => entry.recorded.id));
  const changes: CollectionChange[] = [];
  const held: Held[] = [];
  const ids = new Map<CollectionKey, string>();
  const remade = new Set<CollectionKey>();
  const problems: Problem[] = [];
  for (const wanted of desired.collections) {
    const shelf = shelfOf(centres.ofCollection(wanted.key)?.id ?? null);
    const entry = entries.get(wanted.key)?.recorded;
    // A collection cannot go to another help centre: one is made there, and the articles move.
    const known = entry !== undefined && shelf?.elsewhere.has(entry.id) ? undefined : entry;
    const parentId = wanted.parent === null ? null : (ids.get(wanted.parent) ?? 'not-yet');
    const found = find(wanted, known, shelf, parentId, claimed);
    if (found.twins > 1) problems.push(problem('collection-twins', { key: wanted.key, count: found.twins }));
    const isOrphaned = wanted.parent !== null && remade.has(wanted.parent);
    const judged: CollectionJudgement =
      found.how === 'recorded' && known !== undefined
        ? judgeCollection({ wanted, recorded: known, remote: found.remote, parentId, isOrphaned }, onDrift)
        : { change: madeOrTaken(wanted, known, found.remote, parentId), held: null, problems: [] };
    if (judged.change !== null) changes.push(judged.change);
    if (judged.held !== null) held.push(judged.held);
    problems.push(...judged.problems);
    if (known !== undefined && found.how !== 'recorded') remade.add(wanted.key);
    const id = found.remote?.id ?? (shelf === null ? known?.id : undefined);
    if (id !== undefined) ids.set(wanted.key, id);
    if (id !== undefined) claimed.add(id);
  }
  return { changes, held, ids, problems };
}

/**
 * The ids of the collections of a plan that was made: those that are in Intercom already.
 *
 * @param recorded what it was made from
 */
export function plannedCollectionIds(
  { collections, held }: { readonly collections: readonly CollectionChange[]; readonly held: readonly Held[] },
  recorded: Pick<Recorded, 'collections'>,
): ReadonlyMap<CollectionKey, string> {
  const ids = new Map<CollectionKey, string>(Object.entries(recorded.collections).map(([key, { id }]) => [key, id]));
  for (const { key, id, fields } of held) if (fields !== undefined && id !== null) ids.set(key, id);
  for (const { key, id } of collections) {
    if (id === null) ids.delete(key);
    else ids.set(key, id);
  }
  return ids;
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
  claimed: ReadonlySet<string>,
): Found {
  if (shelf === null) return { remote: null, how: known === undefined ? 'none' : 'recorded', twins: 0 };
  const recorded = known === undefined ? undefined : shelf.byId.get(known.id);
  if (recorded !== undefined) return { remote: recorded, how: 'recorded', twins: 0 };
  const twins = shelf.find(wanted.name, parentId).filter(({ id }) => !claimed.has(id));
  const first = twins[0];
  return first === undefined
    ? { remote: null, how: 'none', twins: 0 }
    : { remote: first, how: 'twin', twins: twins.length };
}

/** What becomes of a collection that Intercom has not, or not by its id. */
function madeOrTaken(
  wanted: DesiredCollection,
  known: RecordedCollection | undefined,
  twin: RemoteCollection | null,
  parentId: string | null,
): CollectionChange {
  const { key } = wanted;
  if (twin !== null) {
    const differs = [...wantedTexts(wanted, parentId)].flatMap(([field, ours]) =>
      ours === null || textPrint(ours) === textPrint(remoteText(twin, field)) ? [] : [field],
    );
    return { kind: 'adopt', key, id: twin.id, reasons: ['same-in-intercom', ...reasonsOf(differs)] };
  }
  return known === undefined
    ? { kind: 'create', key, id: null, reasons: ['new'] }
    : { kind: 'recreate', key, id: null, reasons: ['gone-in-intercom'] };
}
