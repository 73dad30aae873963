import type { Engine } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import type { CollectionRecord } from '../state/records.ts';
import { has, type SandboxVersion } from '../version.ts';

/** Whether a version has a collection among its collections: where there are sections, those of the first level only. */
export function isCollection({ parentId }: CollectionRecord, version: SandboxVersion): boolean {
  return parentId === null || has(version, 'nesting');
}

/** @throws ApiError 404 for one that is not there, and for a section */
export function findCollection(engine: Engine, id: string, version: SandboxVersion): CollectionRecord {
  const collection = engine.world.collections.get(id);
  if (collection === undefined || !isCollection(collection, version)) throw notFound();
  return collection;
}

/** @throws ApiError 404 for one that is not there, and for a collection of the first level */
export function findSection(engine: Engine, id: string): CollectionRecord {
  const section = engine.world.collections.get(id);
  if (section === undefined || section.parentId === null) throw notFound();
  return section;
}
