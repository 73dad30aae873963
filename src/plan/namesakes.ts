import type { Remote, RemoteCollection } from '../model/remote.ts';

/**
 * Says which managed collection one of Intercom's stands beside: the same name, help centre and parent, where a parent
 * that stands beside a managed one counts as that. Any other stands for itself.
 *
 * @param managed ids of the managed ones
 */
export function namesakes(
  { collections }: Pick<Remote, 'collections'>,
  managed: ReadonlySet<string>,
): (id: string | null) => string | null {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const originals = new Map<string, RemoteCollection[]>();
  for (const one of collections)
    if (managed.has(one.id)) originals.set(nameOf(one), [...(originals.get(nameOf(one)) ?? []), one]);
  const known = new Map<string, string>();
  const standsFor = (id: string | null): string | null => {
    const collection = byId.get(id ?? '');
    if (id === null || collection === undefined || managed.has(id)) return id;
    const before = known.get(id);
    if (before !== undefined) return before;
    // Also for collections that are in each other: Intercom is not believed to have none.
    known.set(id, id);
    const parent = standsFor(collection.parentId);
    const original = originals.get(nameOf(collection))?.find((one) => standsFor(one.parentId) === parent);
    known.set(id, original?.id ?? id);
    return original?.id ?? id;
  };
  return standsFor;
}

const nameOf = ({ name, helpCentreId }: RemoteCollection): string => JSON.stringify([helpCentreId, name.trim()]);
