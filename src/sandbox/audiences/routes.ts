import { Hono } from 'hono';
import * as z from 'zod';
import { type Engine, seconds } from '../engine.ts';
import { notFound, unprocessable } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { besideRows, latestPage } from '../http/paging.ts';
import { readValidated } from '../http/read-body.ts';
import type { AudienceRecord, Content } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';

/** Rows of a page, and the most that one has. */
const perPage = 50;

const predicates = z.array(z.looseObject({})).optional();
const audienceBody = z.looseObject({ name: z.string().optional(), predicates, role_predicates: predicates });

/** `/audiences`: whom Fin answers. Its pages stand beside the rows, unlike those of every other list. */
export function audienceRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/audiences', requires('audiences'));
  routes.use('/audiences/*', requires('audiences'));

  routes.get('/audiences', (c) => {
    const { url } = c.env.call;
    const page = latestPage(engine.world.audiences.values(), { url, perPage, most: perPage, quirks: engine.quirks });
    return c.json({ type: 'list', data: page.rows.map(audienceWire), ...besideRows(page) });
  });

  routes.post('/audiences', async (c) => {
    const body = await readValidated(c, audienceBody);
    if (body.name === undefined || body.name.trim() === '') throw unprocessable('Name is required');
    const now = seconds(engine);
    const audience: AudienceRecord = {
      ...{ id: nextId(engine.world, engine.random), name: body.name, createdAt: now, updatedAt: now },
      ...{ predicates: body.predicates ?? [], rolePredicates: body.role_predicates ?? [] },
    };
    engine.world.audiences.set(audience.id, audience);
    wrote(c.env.call, 'audience', 'create', audience.id);
    return c.json(audienceWire(audience), 201);
  });

  routes.get('/audiences/:id', (c) => c.json(audienceWire(find(engine, c.req.param('id')))));

  routes.put('/audiences/:id', async (c) => {
    const present = find(engine, c.req.param('id'));
    const { name = present.name, predicates, role_predicates } = await readValidated(c, audienceBody);
    if (name.trim() === '') throw unprocessable('Name must not be blank');
    const changed: AudienceRecord = {
      ...{ ...present, name, updatedAt: seconds(engine) },
      predicates: predicates ?? present.predicates,
      rolePredicates: role_predicates ?? present.rolePredicates,
    };
    engine.world.audiences.set(present.id, changed);
    wrote(c.env.call, 'audience', 'update', present.id);
    return c.json(audienceWire(changed));
  });

  routes.delete('/audiences/:id', (c) => {
    const { id } = find(engine, c.req.param('id'));
    engine.world.audiences.delete(id);
    takeFromContent(engine, Number(id));
    wrote(c.env.call, 'audience', 'delete', id);
    return c.body(null, 204);
  });

  return routes;
}

/** Nothing is for an audience that is gone. */
function takeFromContent({ world }: Engine, gone: number): void {
  for (const article of world.articles.values()) {
    const texts = Object.entries(article.contents) as [string, Content][];
    if (!texts.some(([, { audienceIds }]) => audienceIds.includes(gone))) continue;
    const contents = texts.map(([locale, content]) => [
      locale,
      { ...content, audienceIds: content.audienceIds.filter((id) => id !== gone) },
    ]);
    world.articles.set(article.id, { ...article, contents: Object.fromEntries(contents) });
  }
  for (const table of [world.internalArticles, world.snippets]) takeFrom(table as Map<string, Reached>, gone);
}

/** Content of one language. */
interface Reached {
  readonly id: string;
  readonly audienceIds: readonly number[];
}

function takeFrom(table: Map<string, Reached>, gone: number): void {
  for (const content of table.values()) {
    const audienceIds = content.audienceIds.filter((id) => id !== gone);
    if (audienceIds.length < content.audienceIds.length) table.set(content.id, { ...content, audienceIds });
  }
}

function find(engine: Engine, id: string): AudienceRecord {
  const audience = engine.world.audiences.get(id);
  if (audience === undefined) throw notFound();
  return audience;
}

function audienceWire({ id, name, createdAt, updatedAt, ...rest }: AudienceRecord) {
  const { predicates, rolePredicates } = rest;
  const about = { predicates, role_predicates: rolePredicates, created_at: createdAt, updated_at: updatedAt };
  return { type: 'audience', id, name, ...about };
}
