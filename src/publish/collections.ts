import type { CollectionChange, CollectionKey, DesiredCollection } from '../model.ts';
import { type CollectionWrite, IntercomError } from '../workspace.ts';
import type { World } from './world.ts';

/**
 * Makes and updates collections, parents before their sections.
 *
 * @returns keys that failed, with the reason; what lies inside them fails with them
 */
export async function publishCollections(
  world: World,
  changes: readonly CollectionChange[],
): Promise<ReadonlyMap<CollectionKey, string>> {
  const wanted = new Map(world.desired.collections.map((collection) => [collection.key, collection]));
  for (const change of changes) {
    const collection = wanted.get(change.key);
    if (collection === undefined || world.signal.aborted || world.brake.reason() !== null) continue;
    const parent = collection.parent;
    const blocked = parent === null ? undefined : world.failedCollections.get(parent);
    if (blocked !== undefined) {
      world.failedCollections.set(change.key, blocked);
      continue;
    }
    try {
      const id = await carryOut(world, change, collection);
      world.brake.succeeded();
      world.collectionIds.set(change.key, id);
      const folder = collection.folder === undefined ? {} : { folder: collection.folder };
      await world.record({
        of: 'collection',
        key: change.key,
        entry: { id, desired: collection.fingerprint, ...folder },
      });
    } catch (error) {
      if (!(error instanceof IntercomError)) throw error;
      await world.brake.failed(error);
      world.failedCollections.set(change.key, error.message);
    }
  }
  return world.failedCollections;
}

async function carryOut(world: World, change: CollectionChange, collection: DesiredCollection): Promise<string> {
  const write = writeOf(world, collection);
  if (change.kind === 'create' || change.kind === 'recreate' || change.id === null) {
    return (await world.writer.createCollection({ ...write, helpCentreId: world.helpCentreOf(change.key) })).id;
  }
  const differs = change.reasons.some((reason) => reason !== 'same-in-intercom');
  return differs ? (await world.writer.updateCollection(change.id, write)).id : change.id;
}

function writeOf(world: World, collection: DesiredCollection): CollectionWrite {
  return {
    name: collection.name,
    description: collection.description,
    parentId: collection.parent === null ? null : (world.collectionIds.get(collection.parent) ?? null),
    translations: collection.translations,
  };
}
