import type { CollectionAddress, CollectionKey } from '../model/collection.ts';
import { collectionKey } from '../model/collection-key.ts';
import type { Remote } from '../model/remote.ts';

/**
 * Where a collection of Intercom's is: its help centre by its identifier, and the names down to it.
 *
 * @param mainId id of the help centre of `helpcentre.yml`, which is not named; null: none is
 */
export function remoteAddress(id: string | null, remote: Remote, mainId: string | null): CollectionAddress {
  const trail: string[] = [];
  let helpCentre: string | null = null;
  let next = id;
  // No deeper than collections can be, so that a ring of them ends.
  while (next !== null && trail.length < 8) {
    const found = remote.collections.find((collection) => collection.id === next);
    trail.unshift(found?.name ?? `collection ${next}`);
    const centre = remote.helpCentres.find((one) => one.id === found?.helpCentreId);
    helpCentre =
      centre === undefined || mainId === null || centre.id === mainId ? null : centre.identifier || centre.id;
    next = found?.parentId ?? null;
  }
  return { helpCentre, trail };
}

/** The same as a key, `Billing > Invoices`; null outside any collection. */
export function collectionTrail(id: string | null, remote: Remote, mainId: string | null): CollectionKey | null {
  const address = remoteAddress(id, remote, mainId);
  return address.trail.length === 0 ? null : collectionKey(address);
}
