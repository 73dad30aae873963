import { findCentre } from '../centres/routes.ts';
import { type Engine, seconds } from '../engine.ts';
import { missing } from '../http/api-error.ts';
import type { CollectionRecord, HelpCentreRecord } from '../state/records.ts';
import { defaultHelpCentre, helpCentreOf, nextId } from '../state/sandbox-state.ts';
import { type CollectionBody, contentsAfter } from './request.ts';
import { checkParent, childrenOf } from './tree.ts';

/**
 * Creates a collection, last among those beside it.
 *
 * @throws ApiError 400 without a name, 404 for a parent or help centre that does not exist
 */
export function createCollection(engine: Engine, body: CollectionBody): CollectionRecord {
  if (body.name === undefined || body.name.trim() === '') throw missing('Name is a required parameter.');
  const parent = parentOf(engine, null, body);
  const centre = parent === null ? centreOf(engine, body) : helpCentreOf(engine.world, parent);
  const beside = childrenOf(engine, parent?.id ?? null, centre.id);
  const now = seconds(engine);
  const collection: CollectionRecord = {
    id: nextId(engine.world, engine.random),
    helpCentreId: centre.id,
    parentId: parent?.id ?? null,
    order: 1 + Math.max(-1, ...beside.map((other) => other.order)),
    icon: 'book-bookmark',
    createdAt: now,
    updatedAt: now,
    contents: contentsAfter(engine, body, centre, {}),
  };
  engine.world.collections.set(collection.id, collection);
  return collection;
}

/**
 * Changes a collection; `parent_id: null` makes it one of the first level.
 *
 * @throws ApiError 400 and 404 as above
 */
export function updateCollection(engine: Engine, present: CollectionRecord, body: CollectionBody): CollectionRecord {
  const moves = body.parent_id !== undefined;
  const parent = moves ? parentOf(engine, present, body) : null;
  const centre = helpCentreOf(engine.world, parent ?? present);
  const collection: CollectionRecord = {
    ...present,
    helpCentreId: centre.id,
    parentId: moves ? (parent?.id ?? null) : present.parentId,
    updatedAt: seconds(engine),
    contents: contentsAfter(engine, body, centre, present.contents),
  };
  engine.world.collections.set(collection.id, collection);
  return collection;
}

function parentOf(engine: Engine, present: CollectionRecord | null, body: CollectionBody): CollectionRecord | null {
  if (body.parent_id === undefined || body.parent_id === null) return null;
  return checkParent(engine, present, String(body.parent_id));
}

function centreOf(engine: Engine, body: CollectionBody): HelpCentreRecord {
  if (body.help_center_id === undefined || body.help_center_id === null) return defaultHelpCentre(engine.world);
  return findCentre(engine, String(body.help_center_id));
}
