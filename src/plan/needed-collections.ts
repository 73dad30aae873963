import type { CollectionKey } from '../model/collection.ts';
import type { Desired } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';

/**
 * Collections that some changes need to be there: those that their articles are in, and the ones around them.
 *
 * @param around keys of collections of which only those around them are needed
 */
export function neededCollections(
  changes: readonly Pick<Change, 'key'>[],
  desired: Desired,
  around: Iterable<CollectionKey> = [],
): ReadonlySet<CollectionKey> {
  const parents = new Map(desired.collections.map(({ key, parent }) => [key, parent]));
  const homes = new Map(desired.articles.map(({ key, parent }) => [key, parent]));
  const needed = new Set<CollectionKey>();
  const need = (key: CollectionKey | null | undefined): void => {
    if (key == null || needed.has(key)) return;
    needed.add(key);
    need(parents.get(key));
  };
  for (const key of around) need(parents.get(key));
  for (const { key } of changes) need(homes.get(key));
  return needed;
}
