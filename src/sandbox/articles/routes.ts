import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import type { ApiEnv } from '../http/call.ts';
import { wrote } from '../http/call.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { defaultHelpCentre, helpCentreIn, helpCentreOf } from '../state/sandbox-state.ts';
import type { ArticleWrite } from './asked.ts';
import { findArticle } from './find.ts';
import { removeArticle } from './remove.ts';
import { articleBody, articleWrite, checkComplete } from './request.ts';
import { articleWire } from './wire.ts';
import { createArticle, updateArticle } from './write.ts';

/** `/articles`: list, create, read, update, delete. */
export function articleRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/articles', (c) => {
    const { version, url } = c.env.call;
    const page = latestPage(engine.world.articles.values(), { url, perPage: 25, quirks: engine.quirks });
    const data = page.rows.map((article) => articleWire(article, { engine, version }));
    return c.json({ type: 'list', pages: page.pages, total_count: page.totalCount, data });
  });

  routes.post('/articles', async (c) => {
    const { call } = c.env;
    const body = await readBody(c, articleBody);
    const centre = helpCentreIn(engine.world, body.parent_id, defaultHelpCentre(engine.world));
    const write = articleWrite(engine, call, body, centre, 'create');
    checkComplete(write, centre);
    const article = await createArticle(engine, write, centre, { id: call.admin.id, via: 'api' });
    wrote(call, 'article', 'create', article.id);
    return c.json(articleWire(article, { engine, version: call.version, single: true }));
  });

  routes.get('/articles/:id', (c) => {
    const article = findArticle(engine, c.req.param('id'));
    return c.json(articleWire(article, { engine, version: c.env.call.version, single: true }));
  });

  routes.put('/articles/:id', async (c) => {
    const { call } = c.env;
    const present = findArticle(engine, c.req.param('id'));
    const body = await readBody(c, articleBody);
    const centre = helpCentreIn(engine.world, body.parent_id, helpCentreOf(engine.world, present));
    const asked = articleWrite(engine, call, body, centre, 'update');
    const write = withAuthor(engine, asked, call.admin.id);
    const article = await updateArticle(engine, present.id, write, { id: call.admin.id, via: 'api' });
    wrote(call, 'article', 'update', article.id);
    return c.json(articleWire(article, { engine, version: call.version, single: true }));
  });

  routes.delete('/articles/:id', (c) => {
    const { id } = findArticle(engine, c.req.param('id'));
    removeArticle(engine, id);
    wrote(c.env.call, 'article', 'delete', id);
    return c.json({ id, object: 'article', deleted: true });
  });

  return routes;
}

/** An update that names no author gives the article to the token's owner, as a program saw on a live workspace. */
function withAuthor(engine: Engine, write: ArticleWrite, owner: string): ArticleWrite {
  if (engine.quirks.authorOmitted === 'kept') return write;
  const locales = [...write.locales].map(([locale, content]) => [locale, { authorId: owner, ...content }] as const);
  return { ...write, locales: new Map(locales) };
}
