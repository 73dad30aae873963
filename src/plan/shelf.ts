import type { RemoteCollection } from '../model/remote.ts';

/** Intercom's collections by id and by place, of one help centre. */
export interface Shelf {
  readonly byId: ReadonlyMap<string, RemoteCollection>;
  /** Ids of those in other help centres. */
  readonly elsewhere: ReadonlySet<string>;
  readonly find: (name: string, parentId: string | null) => readonly RemoteCollection[];
}

/** Shelves of help centres, each made once. A null help centre takes the collections of all. */
export function shelves(collections: readonly RemoteCollection[]): (helpCentreId: string | null) => Shelf {
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
