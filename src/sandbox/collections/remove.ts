import { type Engine, seconds } from '../engine.ts';
import { invalid } from '../http/api-error.ts';
import type { CollectionRecord } from '../state/records.ts';
import { childrenOf, withDescendants } from './tree.ts';

/**
 * Deletes a collection. What becomes of sections and articles in it is not documented, so it is a switch.
 *
 * @throws ApiError 400 when it holds something and that is refused
 */
export function removeCollection(engine: Engine, collection: CollectionRecord): void {
  const rule = engine.quirks.deleteNonEmptyCollection;
  const children = childrenOf(engine, collection.id);
  const holds = (id: string): boolean =>
    [...engine.world.articles.values()].some((article) => article.parentIds.includes(id));
  if (rule === 'refuse' && (children.length > 0 || holds(collection.id))) {
    throw invalid('The collection is not empty');
  }
  const goes = rule === 'lift' ? [collection] : withDescendants(engine, collection);
  const heir = rule === 'lift' ? collection.parentId : null;
  if (rule === 'lift') {
    for (const child of children) engine.world.collections.set(child.id, { ...child, parentId: heir });
  }
  const gone = new Set(goes.map((other) => other.id));
  rehome(engine, gone, heir);
  for (const id of gone) engine.world.collections.delete(id);
  for (const redirect of engine.world.redirects.values()) {
    if (redirect.targetType === 'collection' && gone.has(redirect.targetId)) engine.world.redirects.delete(redirect.id);
  }
}

function rehome(engine: Engine, gone: ReadonlySet<string>, heir: string | null): void {
  for (const article of engine.world.articles.values()) {
    if (!article.parentIds.some((id) => gone.has(id))) continue;
    const kept = article.parentIds.filter((id) => !gone.has(id));
    const parentIds = heir === null || kept.includes(heir) ? kept : [...kept, heir];
    engine.world.articles.set(article.id, { ...article, parentIds, updatedAt: seconds(engine) });
  }
}
