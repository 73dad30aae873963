import type { CollectionKey } from '../model/collection.ts';
import type { Desired } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import { collectionTrail } from './collection-trail.ts';

/** What tells whether a collection is left empty. */
export interface LeftEmptyInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly remote: Remote | null;
  /** What the plan does with articles. */
  readonly changes: readonly Change[];
  /** Key → id of the collections that are wanted. */
  readonly ids: ReadonlyMap<CollectionKey, string>;
  /** Id of the help centre of `helpcentre.yml`; null where the workspace has none. */
  readonly mainId: string | null;
}

/**
 * Managed collections that nothing here is in any more, and that readers find empty once the plan is carried out: no
 * published article is in them, and no section that stays. They are named as long as that is so, and never deleted. Of
 * sources that fail nothing is known, so nothing is said then.
 */
export function leftEmpty({ desired, recorded, remote, changes, ids, mainId }: LeftEmptyInput): readonly Problem[] {
  if (remote === null || desired.failed.length > 0) return [];
  const wanted = new Set(ids.values());
  const left = Object.values(recorded.collections).filter(
    ({ id }) => !wanted.has(id) && remote.collections.some((one) => one.id === id),
  );
  if (left.length === 0) return [];
  const busy = new Set(placesAfter(desired, remote, changes, ids));
  for (const id of wanted) busy.add(id);
  for (const { id } of remote.collections) {
    const isManaged = Object.values(recorded.collections).some((entry) => entry.id === id);
    if (!isManaged) busy.add(id);
  }
  // What holds something that stays is not empty, however deep that is.
  for (let again = true; again; ) {
    again = false;
    for (const { id, parentId } of remote.collections) {
      if (parentId === null || !busy.has(id) || busy.has(parentId) || wanted.has(id)) continue;
      busy.add(parentId);
      again = true;
    }
  }
  const after = asWanted(remote, ids, desired);
  return left.flatMap(({ id }) => {
    const key = collectionTrail(id, after, mainId) ?? id;
    return busy.has(id) ? [] : [problem('collection-left-empty', { key, id })];
  });
}

/** The workspace with the names that collections have when the plan is done. */
function asWanted(remote: Remote, ids: ReadonlyMap<CollectionKey, string>, { collections }: Desired): Remote {
  const names = new Map(collections.map(({ key, name }) => [ids.get(key), name]));
  return { ...remote, collections: remote.collections.map((one) => ({ ...one, name: names.get(one.id) ?? one.name })) };
}

/** Collections that a published article is in when the plan is done. */
function placesAfter(
  desired: Desired,
  remote: Remote,
  changes: readonly Change[],
  ids: ReadonlyMap<CollectionKey, string>,
): readonly string[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const parents = new Map(desired.articles.map(({ key, parent }) => [key, parent]));
  return remote.articles.flatMap(({ id, parentId, locales }) => {
    const change = byId.get(id);
    if (change?.kind === 'unpublish' || change?.kind === 'delete') return [];
    const isPublished = Object.values(locales).some(({ state }) => state === 'published');
    const parent = change === undefined ? undefined : parents.get(change.key);
    const writes = Object.values(change?.locales ?? {}).some((step) => step.do === 'write');
    const after = writes && parent !== undefined ? (parent === null ? null : (ids.get(parent) ?? 'not-yet')) : parentId;
    return after === null || !isPublished ? [] : [after];
  });
}
