import type { Engine } from '../engine.ts';
import { ApiError, invalid } from '../http/api-error.ts';
import type { CollectionRecord } from '../state/records.ts';

/** Levels of collections that a help centre can have. */
const deepest = 3;

/** Collections directly inside one, or at the top of a help centre, in their order. */
export function childrenOf(engine: Engine, parentId: string | null, helpCentreId?: string): CollectionRecord[] {
  return [...engine.world.collections.values()]
    .filter(
      (other) => other.parentId === parentId && (helpCentreId === undefined || other.helpCentreId === helpCentreId),
    )
    .sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
}

/** A collection and everything inside it. */
export function withDescendants(engine: Engine, collection: CollectionRecord): CollectionRecord[] {
  return [collection, ...childrenOf(engine, collection.id).flatMap((child) => withDescendants(engine, child))];
}

/**
 * Checks that a collection can stand in another.
 *
 * @param collection the one that moves; null for a new one
 * @throws ApiError 404 for a parent that does not exist, 400 for one inside the collection and for a fourth level
 */
export function checkParent(engine: Engine, collection: CollectionRecord | null, parentId: string): CollectionRecord {
  const parent = engine.world.collections.get(parentId);
  if (parent === undefined) {
    throw new ApiError(404, 'not_found', `Parent collection ${parentId} not found`, { field: 'parent_id' });
  }
  const moving = collection === null ? [] : withDescendants(engine, collection);
  if (moving.some((other) => other.id === parentId)) {
    throw invalid('A collection cannot be inside itself', 'parent_id');
  }
  const below = collection === null ? 1 : heightOf(engine, collection);
  if (levelOf(engine, parent) + below > deepest) {
    throw invalid(`Collections can be nested ${deepest} levels deep at most`, 'parent_id');
  }
  return parent;
}

function levelOf(engine: Engine, collection: CollectionRecord): number {
  const parent = collection.parentId === null ? undefined : engine.world.collections.get(collection.parentId);
  return parent === undefined ? 1 : 1 + levelOf(engine, parent);
}

function heightOf(engine: Engine, collection: CollectionRecord): number {
  return 1 + Math.max(0, ...childrenOf(engine, collection.id).map((child) => heightOf(engine, child)));
}
