import type { Engine } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import type { InternalArticleRecord } from '../state/records.ts';

/** @throws ApiError 404, or what is given for it */
export function findInternal(engine: Engine, id: string, error = notFound()): InternalArticleRecord {
  const article = engine.world.internalArticles.get(id);
  if (article === undefined) throw error;
  return article;
}
