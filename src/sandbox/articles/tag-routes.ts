import { Hono } from 'hono';
import * as z from 'zod';
import { type Engine, seconds } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { type ApiEnv, type Call, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { readBody } from '../http/read-body.ts';
import { findArticle } from './find.ts';

const idLike = z.union([z.string(), z.number()]).transform(String);
const attachBody = z.looseObject({ id: idLike, admin_id: idLike.nullable().optional() });

/** `/articles/{id}/tags`: putting a tag that exists on an article, and taking it off. */
export function articleTagRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/articles/:id/tags', requires('tag-writes'));
  routes.use('/articles/:id/tags/*', requires('tag-writes'));

  routes.post('/articles/:id/tags', async (c) => {
    const { call } = c.env;
    checkPermission(call);
    const body = await readBody(c, attachBody);
    const article = findArticle(engine, c.req.param('id'), articleNotFound());
    const tag = engine.world.tags.get(body.id);
    if (tag === undefined) throw tagNotFound();
    const applied = { id: tag.id, appliedAt: seconds(engine), appliedById: body.admin_id ?? call.admin.id };
    const tags = [...article.tags.filter((other) => other.id !== tag.id), applied];
    engine.world.articles.set(article.id, { ...article, tags, updatedAt: seconds(engine) });
    wrote(call, 'article', 'update', article.id);
    const by = { type: 'admin', id: applied.appliedById };
    return c.json({ type: 'tag', id: tag.id, name: tag.name, applied_at: applied.appliedAt, applied_by: by });
  });

  routes.delete('/articles/:id/tags/:tag', (c) => {
    const { call } = c.env;
    checkPermission(call);
    const article = findArticle(engine, c.req.param('id'), articleNotFound());
    const tag = engine.world.tags.get(c.req.param('tag'));
    const tags = article.tags.filter((other) => other.id !== tag?.id);
    if (tag === undefined || tags.length === article.tags.length) throw tagNotFound();
    engine.world.articles.set(article.id, { ...article, tags, updatedAt: seconds(engine) });
    wrote(call, 'article', 'update', article.id);
    return c.json({ type: 'tag', id: tag.id, name: tag.name, applied_at: null, applied_by: null });
  });

  return routes;
}

function checkPermission(call: Call): void {
  if (call.admin.managesKnowledge) return;
  throw new ApiError(403, 'forbidden', 'Not authorized to manage knowledge base content');
}

const articleNotFound = (): ApiError => new ApiError(404, 'article_not_found', 'Article not found');
const tagNotFound = (): ApiError => new ApiError(404, 'tag_not_found', 'Tag not found');
