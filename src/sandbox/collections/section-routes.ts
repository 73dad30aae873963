import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { missing } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { findCollection, findSection } from './find.ts';
import { removeCollection } from './remove.ts';
import { type CollectionBody, collectionBody } from './request.ts';
import { sectionWire } from './wire.ts';
import { createCollection, updateCollection } from './write.ts';

/** `/help_center/sections`, until 2.9: what is in collections. Newer versions have the same as collections in collections. */
export function sectionRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/help_center/sections', requires('sections'));
  routes.use('/help_center/sections/*', requires('sections'));

  routes.get('/help_center/sections', (c) => {
    const { url } = c.env.call;
    const sections = [...engine.world.collections.values()].filter(({ parentId }) => parentId !== null);
    const page = latestPage(sections, { url, perPage: 20, quirks: engine.quirks });
    const data = page.rows.map((section) => sectionWire(engine, section, false));
    return c.json({ type: 'list', data, total_count: page.totalCount, pages: page.pages });
  });

  routes.post('/help_center/sections', async (c) => {
    const body = await readBody(c, collectionBody);
    if (body.parent_id == null) throw missing('Parent is a required parameter.');
    checkParent(engine, body);
    const section = createCollection(engine, body);
    wrote(c.env.call, 'collection', 'create', section.id);
    return c.json(sectionWire(engine, section, true));
  });

  routes.get('/help_center/sections/:id', (c) => {
    return c.json(sectionWire(engine, findSection(engine, c.req.param('id')), false));
  });

  routes.put('/help_center/sections/:id', async (c) => {
    const { parent_id, ...body } = await readBody(c, collectionBody);
    // A section cannot leave collections altogether.
    const asked: CollectionBody = parent_id == null ? body : { ...body, parent_id };
    const present = findSection(engine, c.req.param('id'));
    checkParent(engine, asked);
    const section = updateCollection(engine, present, asked);
    wrote(c.env.call, 'collection', 'update', section.id);
    return c.json(sectionWire(engine, section, true));
  });

  routes.delete('/help_center/sections/:id', (c) => {
    const section = findSection(engine, c.req.param('id'));
    removeCollection(engine, section);
    wrote(c.env.call, 'collection', 'delete', section.id);
    return c.json({ id: section.id, object: 'section', deleted: true });
  });

  return routes;
}

/** @throws ApiError 404 for a parent that is no collection of the first level: sections hold none */
function checkParent(engine: Engine, { parent_id: id }: CollectionBody): void {
  if (id != null) findCollection(engine, String(id), '2.9');
}
