import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { besideRows, latestPage } from '../http/paging.ts';
import { readValidated } from '../http/read-body.ts';
import { findSnippet } from './find.ts';
import { snippetWire } from './wire.ts';
import { createSnippet, snippetBody, updateSnippet } from './write.ts';

/** Rows of a page, and the most that one has. */
const perPage = 50;

/** `/content_snippets`: what Fin answers with and no page shows. */
export function snippetRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/content_snippets', requires('snippets'));
  routes.use('/content_snippets/*', requires('snippets'));

  routes.get('/content_snippets', (c) => {
    const { url } = c.env.call;
    const page = latestPage(engine.world.snippets.values(), { url, perPage, most: perPage, quirks: engine.quirks });
    const data = page.rows.map((snippet) => snippetWire(engine, snippet));
    return c.json({ type: 'list', data, ...besideRows(page) });
  });

  routes.post('/content_snippets', async (c) => {
    const snippet = await createSnippet(engine, await readValidated(c, snippetBody));
    wrote(c.env.call, 'content_snippet', 'create', snippet.id);
    return c.json(snippetWire(engine, snippet), 201);
  });

  routes.get('/content_snippets/:id', (c) => c.json(snippetWire(engine, findSnippet(engine, c.req.param('id')))));

  routes.put('/content_snippets/:id', async (c) => {
    const { id } = findSnippet(engine, c.req.param('id'));
    const snippet = await updateSnippet(engine, id, await readValidated(c, snippetBody));
    wrote(c.env.call, 'content_snippet', 'update', snippet.id);
    return c.json(snippetWire(engine, snippet));
  });

  routes.delete('/content_snippets/:id', (c) => {
    const { id } = findSnippet(engine, c.req.param('id'));
    engine.world.snippets.delete(id);
    wrote(c.env.call, 'content_snippet', 'delete', id);
    return c.body(null, 204);
  });

  return routes;
}
