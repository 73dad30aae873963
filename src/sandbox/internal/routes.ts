import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { findInternal } from './find.ts';
import { internalWire } from './wire.ts';
import { createInternal, internalBody, updateInternal } from './write.ts';

/** `/internal_articles`: what only teammates see. No states, no collections, one language. */
export function internalRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/internal_articles', requires('internal-articles'));
  routes.use('/internal_articles/*', requires('internal-articles'));

  routes.get('/internal_articles', (c) => {
    const { url, version } = c.env.call;
    const page = latestPage(engine.world.internalArticles.values(), { url, perPage: 25, quirks: engine.quirks });
    const data = page.rows.map((article) => internalWire(engine, article, version));
    return c.json({ type: 'list', pages: page.pages, total_count: page.totalCount, data });
  });

  routes.get('/internal_articles/search', (c) => {
    const { url, version } = c.env.call;
    // There are no folders here, so nothing is in any.
    const inFolder = url.searchParams.get('folder_id') !== null;
    const rows = inFolder ? [] : engine.world.internalArticles.values();
    const page = latestPage(rows, { url, perPage: 10, quirks: engine.quirks });
    const articles = page.rows.map((article) => internalWire(engine, article, version));
    return c.json({
      type: 'list',
      total_count: page.totalCount,
      data: { internal_articles: articles },
      pages: page.pages,
    });
  });

  routes.post('/internal_articles', async (c) => {
    const body = await readBody(c, internalBody);
    const article = await createInternal(engine, body, c.env.call.version);
    wrote(c.env.call, 'internal_article', 'create', article.id);
    return c.json(internalWire(engine, article, c.env.call.version));
  });

  routes.get('/internal_articles/:id', (c) => {
    return c.json(internalWire(engine, findInternal(engine, c.req.param('id')), c.env.call.version));
  });

  routes.put('/internal_articles/:id', async (c) => {
    const { id } = findInternal(engine, c.req.param('id'));
    const article = await updateInternal(engine, id, await readBody(c, internalBody), c.env.call.version);
    wrote(c.env.call, 'internal_article', 'update', article.id);
    return c.json(internalWire(engine, article, c.env.call.version));
  });

  routes.delete('/internal_articles/:id', (c) => {
    const { id } = findInternal(engine, c.req.param('id'));
    engine.world.internalArticles.delete(id);
    wrote(c.env.call, 'internal_article', 'delete', id);
    return c.json({ id, object: 'internal_article', deleted: true });
  });

  return routes;
}
