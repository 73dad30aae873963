import { Hono } from 'hono';
import * as z from 'zod';
import { type Engine, seconds } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { type ApiEnv, type Call, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import type { Written } from '../http/log.ts';
import { readBody } from '../http/read-body.ts';
import type { AppliedTag, TagRecord } from '../state/records.ts';

const idLike = z.union([z.string(), z.number()]).transform(String);
const attachBody = z.looseObject({ id: idLike, admin_id: idLike.nullable().optional() });

/** Something that can have tags. */
export interface Tagged {
  readonly id: string;
  readonly tags: readonly AppliedTag[];
}

/** What a kind of content is called, and where it is kept. */
export interface Taggable<T extends Tagged> {
  /** `/articles` */
  readonly path: string;
  readonly kind: Written['kind'];
  /** @throws ApiError 404 */
  readonly find: (id: string) => T;
  readonly put: (content: T) => void;
}

/** `…/{id}/tags`: putting a tag that exists on some content, and taking it off. */
export function taggingRoutes<T extends Tagged & { readonly updatedAt: number }>(
  engine: Engine,
  { path, kind, find, put }: Taggable<T>,
): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use(`${path}/:id/tags`, requires('tag-writes'));
  routes.use(`${path}/:id/tags/*`, requires('tag-writes'));

  routes.post(`${path}/:id/tags`, async (c) => {
    const { call } = c.env;
    checkPermission(engine, call);
    const body = await readBody(c, attachBody);
    const content = find(c.req.param('id'));
    const tag = engine.world.tags.get(body.id);
    if (tag === undefined) throw tagNotFound();
    const applied = { id: tag.id, appliedAt: seconds(engine), appliedById: body.admin_id ?? call.admin.id };
    put({ ...content, tags: withTag(content.tags, applied), updatedAt: seconds(engine) });
    wrote(call, kind, 'update', content.id);
    return c.json(appliedWire(tag, applied));
  });

  routes.delete(`${path}/:id/tags/:tag`, (c) => {
    const { call } = c.env;
    checkPermission(engine, call);
    const content = find(c.req.param('id'));
    const tag = engine.world.tags.get(c.req.param('tag'));
    const tags = content.tags.filter((other) => other.id !== tag?.id);
    if (tag === undefined || tags.length === content.tags.length) throw tagNotFound();
    put({ ...content, tags, updatedAt: seconds(engine) });
    wrote(call, kind, 'update', content.id);
    return c.json(appliedWire(tag, null));
  });

  return routes;
}

/** Tags with one more; one that is there is put on anew. */
export function withTag(tags: readonly AppliedTag[], applied: AppliedTag): AppliedTag[] {
  return [...tags.filter((other) => other.id !== applied.id), applied];
}

/** The 404 of content that can have tags: it has a code of its own for each kind. */
export function contentNotFound(code: string, what: string): ApiError {
  return new ApiError(404, `${code}_not_found`, `${what} not found`);
}

function appliedWire({ id, name }: TagRecord, applied: AppliedTag | null) {
  const by = applied === null ? null : { type: 'admin', id: applied.appliedById };
  return { type: 'tag', id, name, applied_at: applied?.appliedAt ?? null, applied_by: by };
}

function checkPermission({ quirks }: Engine, call: Call): void {
  if (call.admin.managesKnowledge && quirks.articleTags === 'taken') return;
  throw new ApiError(403, 'forbidden', 'Not authorized to manage knowledge base content');
}

const tagNotFound = (): ApiError => new ApiError(404, 'tag_not_found', 'Tag not found');
