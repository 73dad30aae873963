import type { CollectionAddress, CollectionKey } from './collection.ts';

/** What stands between a collection and its section in a key; in a name it is written `\>`. */
export const separator = ' > ';

/** What the key of a collection begins with in another help centre than that of `helpcentre.yml`. */
export function centrePrefix(helpCentre: string): string {
  return `[${helpCentre}] `;
}

/** The key of a collection: `Billing > Invoices`, `[acme-fr] Facturation`. Two addresses never have the same. */
export function collectionKey({ helpCentre, trail }: CollectionAddress): CollectionKey {
  const names = trail.map((name) => name.replace(/(?<=^| )(?=\\*>(?: |$))/g, '\\'));
  return (helpCentre === null ? '' : centrePrefix(helpCentre)) + names.join(separator);
}
