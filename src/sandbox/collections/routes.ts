import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { has, type SandboxVersion } from '../version.ts';
import { findCollection, isCollection } from './find.ts';
import { removeCollection } from './remove.ts';
import { type CollectionBody, collectionBody } from './request.ts';
import { collectionWire } from './wire.ts';
import { createCollection, updateCollection } from './write.ts';

/** `/help_center/collections`: list, create, read, update, delete. */
export function collectionRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/help_center/collections', (c) => {
    const { url, version } = c.env.call;
    const own = [...engine.world.collections.values()].filter((collection) => isCollection(collection, version));
    const page = latestPage(own, { url, perPage: 20, quirks: engine.quirks });
    const data = page.rows.map((collection) => collectionWire(engine, collection, version));
    return c.json({ type: 'list', data, total_count: page.totalCount, pages: page.pages });
  });

  routes.post('/help_center/collections', async (c) => {
    const { version } = c.env.call;
    const collection = createCollection(engine, inVersion(await readBody(c, collectionBody), version));
    wrote(c.env.call, 'collection', 'create', collection.id);
    return c.json(collectionWire(engine, collection, version));
  });

  routes.get('/help_center/collections/:id', (c) => {
    const { version } = c.env.call;
    return c.json(collectionWire(engine, findCollection(engine, c.req.param('id'), version), version));
  });

  routes.put('/help_center/collections/:id', async (c) => {
    const { version } = c.env.call;
    const body = inVersion(await readBody(c, collectionBody), version);
    const collection = updateCollection(engine, findCollection(engine, c.req.param('id'), version), body);
    wrote(c.env.call, 'collection', 'update', collection.id);
    return c.json(collectionWire(engine, collection, version));
  });

  routes.delete('/help_center/collections/:id', (c) => {
    const collection = findCollection(engine, c.req.param('id'), c.env.call.version);
    removeCollection(engine, collection);
    wrote(c.env.call, 'collection', 'delete', collection.id);
    return c.json({ id: collection.id, object: 'collection', deleted: true });
  });

  return routes;
}

/** A version without nesting ignores `parent_id`, as every field that it does not know. */
function inVersion(body: CollectionBody, version: SandboxVersion): CollectionBody {
  return has(version, 'nesting') ? body : { ...body, parent_id: undefined };
}
