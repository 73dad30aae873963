import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import type { CollectionRecord } from '../state/records.ts';
import { removeCollection } from './remove.ts';
import { collectionBody } from './request.ts';
import { collectionWire } from './wire.ts';
import { createCollection, updateCollection } from './write.ts';

/** `/help_center/collections`: list, create, read, update, delete. */
export function collectionRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const find = (id: string): CollectionRecord => {
    const collection = engine.world.collections.get(id);
    if (collection === undefined) throw notFound();
    return collection;
  };

  routes.get('/help_center/collections', (c) => {
    const { url } = c.env.call;
    const page = latestPage(engine.world.collections.values(), { url, perPage: 20, quirks: engine.quirks });
    const data = page.rows.map((collection) => collectionWire(engine, collection));
    return c.json({ type: 'list', data, total_count: page.totalCount, pages: page.pages });
  });

  routes.post('/help_center/collections', async (c) => {
    const collection = createCollection(engine, await readBody(c, collectionBody));
    wrote(c.env.call, 'collection', 'create', collection.id);
    return c.json(collectionWire(engine, collection));
  });

  routes.get('/help_center/collections/:id', (c) => c.json(collectionWire(engine, find(c.req.param('id')))));

  routes.put('/help_center/collections/:id', async (c) => {
    const body = await readBody(c, collectionBody);
    const collection = updateCollection(engine, find(c.req.param('id')), body);
    wrote(c.env.call, 'collection', 'update', collection.id);
    return c.json(collectionWire(engine, collection));
  });

  routes.delete('/help_center/collections/:id', (c) => {
    const collection = find(c.req.param('id'));
    removeCollection(engine, collection);
    wrote(c.env.call, 'collection', 'delete', collection.id);
    return c.json({ id: collection.id, object: 'collection', deleted: true });
  });

  return routes;
}
