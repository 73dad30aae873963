import type { Engine } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import type { ArticleRecord } from '../state/records.ts';

/** @throws ApiError 404 for an id that no article has */
export function findArticle(engine: Engine, id: string | undefined, error = notFound()): ArticleRecord {
  const article = id === undefined ? undefined : engine.world.articles.get(id);
  if (article === undefined) throw error;
  return article;
}
