import type { CollectionKey, Remote } from '../model.ts';

/** The names down to a collection, `Billing > Invoices`; null outside any. */
export function collectionTrail(id: string | null, remote: Remote): CollectionKey | null {
  const names: string[] = [];
  let next = id;
  // No deeper than collections can be, so that a ring of them ends.
  while (next !== null && names.length < 8) {
    const found = remote.collections.find((collection) => collection.id === next);
    names.unshift(found?.name ?? `collection ${next}`);
    next = found?.parentId ?? null;
  }
  return names.length === 0 ? null : names.join(' > ');
}
