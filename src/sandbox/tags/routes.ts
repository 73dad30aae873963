import { Hono } from 'hono';
import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { readBody } from '../http/read-body.ts';
import type { TagRecord } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';
import type { Tagged } from './tagging.ts';

const tagBody = z.looseObject({ name: z.string().optional(), id: z.union([z.string(), z.number()]).optional() });

/** `/tags`: as much of it as makes the tags of articles usable. Names are the same in either case of letters. */
export function tagRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/tags', (c) => c.json({ type: 'list', data: [...engine.world.tags.values()].map(tagWire) }));

  routes.post('/tags', async (c) => {
    const body = await readBody(c, tagBody);
    if (body.name === undefined || body.name.trim() === '') throw invalid('invalid tag parameters');
    const { tag, isNew } = tagFor(engine, body.name, body.id === undefined ? null : String(body.id));
    engine.world.tags.set(tag.id, tag);
    wrote(c.env.call, 'tag', isNew ? 'create' : 'update', tag.id);
    return c.json(tagWire(tag));
  });

  routes.get('/tags/:id', (c) => c.json(tagWire(findTag(engine, c.req.param('id')))));

  routes.delete('/tags/:id', (c) => {
    const { id } = findTag(engine, c.req.param('id'));
    engine.world.tags.delete(id);
    for (const table of [engine.world.articles, engine.world.internalArticles, engine.world.snippets])
      takeOff(table as Map<string, Tagged>, id);
    wrote(c.env.call, 'tag', 'delete', id);
    return c.body(null, 200);
  });

  return routes;
}

/** Nothing has a tag that is gone. */
function takeOff(table: Map<string, Tagged>, gone: string): void {
  for (const content of table.values()) {
    const tags = content.tags.filter(({ id }) => id !== gone);
    if (tags.length < content.tags.length) table.set(content.id, { ...content, tags });
  }
}

function tagFor(engine: Engine, name: string, id: string | null): { tag: TagRecord; isNew: boolean } {
  if (id !== null) return { tag: { ...findTag(engine, id), name }, isNew: false };
  const present = [...engine.world.tags.values()].find((tag) => tag.name.toLowerCase() === name.toLowerCase());
  if (present !== undefined) return { tag: present, isNew: false };
  return { tag: { id: nextId(engine.world, engine.random), name }, isNew: true };
}

function findTag(engine: Engine, id: string): TagRecord {
  const tag = engine.world.tags.get(id);
  if (tag === undefined) throw notFound();
  return tag;
}

function tagWire(tag: TagRecord) {
  return { type: 'tag', id: tag.id, name: tag.name };
}
