import type { CollectionAddress, CollectionKey } from './model.ts';

/** What stands between a collection and its section in a key; no name may hold it. */
export const separator = ' > ';

/** What the key of a collection begins with in another help centre than that of `helpcentre.yml`. */
export function centrePrefix(helpCentre: string): string {
  return `[${helpCentre}] `;
}

/** The key of a collection: `Billing > Invoices`, `[acme-fr] Facturation`. */
export function collectionKey({ helpCentre, trail }: CollectionAddress): CollectionKey {
  return (helpCentre === null ? '' : centrePrefix(helpCentre)) + trail.join(separator);
}
