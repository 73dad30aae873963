import type { CollectionKey } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { CollectionChange } from '../model/plan.ts';

/** What says when a collection's turn has come. */
export interface Turns {
  /** Every collection that sources ask for, by key. */
  readonly wanted: ReadonlyMap<CollectionKey, DesiredCollection>;
  /** Id of the help centre that a collection is in; null: the workspace's default. */
  readonly helpCentreOf: (key: CollectionKey) => string | null;
  /** First language of help centres, by id, as far as it is known. */
  readonly firstLanguages: ReadonlyMap<string, unknown>;
}

/**
 * Which collections of a plan have to have been sent before each: the one that it lies in; the new one before it beside it,
 * since Intercom appends, and no request can put right what came out of order; and the first one of a help centre whose
 * language only an answer tells.
 *
 * @param changes parents before what lies in them, and in the order that is meant
 */
export function collectionTurns(
  changes: readonly CollectionChange[],
  { wanted, helpCentreOf, firstLanguages }: Turns,
): ReadonlyMap<CollectionKey, readonly CollectionKey[]> {
  const shelfOf = (key: CollectionKey): string => JSON.stringify([helpCentreOf(key), wanted.get(key)?.parent ?? null]);
  const isNew = new Set(changes.filter(({ kind }) => kind === 'create' || kind === 'recreate').map(({ key }) => key));
  const lastOn = new Map<string, CollectionKey>();
  const firstIn = new Map<string | null, CollectionKey>();
  const turns = new Map<CollectionKey, readonly CollectionKey[]>();
  for (const { key } of changes) {
    const parent = wanted.get(key)?.parent ?? null;
    const after = parent === null ? [] : [parent];
    if (isNew.has(key)) {
      const [shelf, centre] = [shelfOf(key), helpCentreOf(key)];
      const last = lastOn.get(shelf);
      const first = firstLanguages.has(centre ?? '') ? undefined : firstIn.get(centre);
      after.push(...[last, first].filter((one) => one !== undefined));
      lastOn.set(shelf, key);
      if (!firstIn.has(centre)) firstIn.set(centre, key);
    }
    turns.set(key, after);
  }
  return turns;
}
