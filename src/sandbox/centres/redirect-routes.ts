import { Hono } from 'hono';
import * as z from 'zod';
import { centreUrl } from '../addresses.ts';
import { type Engine, seconds } from '../engine.ts';
import { ApiError, invalid, missing } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { latestPage } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { isLocale } from '../locales.ts';
import type { HelpCentreRecord, RedirectRecord } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';
import { findCentre } from './routes.ts';

const basePath = '/help_center/help_centers/:centre/redirects';
const redirectBody = z.looseObject({
  from_url: z.string().optional(),
  locale: z.string().optional(),
  target_type: z.string().optional(),
  target_id: z.union([z.string(), z.number()]).optional(),
});

/** `/help_center/help_centers/{id}/redirects`: from addresses of the help centre to articles and collections. */
export function redirectRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use(basePath, requires('redirects'));
  routes.use(`${basePath}/*`, requires('redirects'));

  routes.get(basePath, (c) => {
    const { url } = c.env.call;
    const centre = findCentre(engine, c.req.param('centre'), redirectNotFound());
    const own = [...engine.world.redirects.values()].filter((redirect) => redirect.helpCentreId === centre.id);
    const page = latestPage(own, { url, perPage: 50, quirks: engine.quirks });
    const data = page.rows.map((redirect) => redirectWire(engine, redirect, centre));
    return c.json({ type: 'list', data, total_count: page.totalCount, pages: page.pages });
  });

  routes.post(basePath, async (c) => {
    if (engine.quirks.redirects === 'refused') throw new ApiError(403, 'forbidden', 'Redirects are not available');
    const centre = findCentre(engine, c.req.param('centre'), redirectNotFound());
    const redirect = newRedirect(engine, centre, await readBody(c, redirectBody));
    engine.world.redirects.set(redirect.id, redirect);
    wrote(c.env.call, 'redirect', 'create', redirect.id);
    return c.json(redirectWire(engine, redirect, centre));
  });

  routes.get(`${basePath}/:id`, (c) => {
    const centre = findCentre(engine, c.req.param('centre'), redirectNotFound());
    return c.json(redirectWire(engine, findRedirect(engine, centre, c.req.param('id')), centre));
  });

  routes.delete(`${basePath}/:id`, (c) => {
    const centre = findCentre(engine, c.req.param('centre'), redirectNotFound());
    const { id } = findRedirect(engine, centre, c.req.param('id'));
    engine.world.redirects.delete(id);
    wrote(c.env.call, 'redirect', 'delete', id);
    return c.json({ id, object: 'help_center_redirect', deleted: true });
  });

  return routes;
}

function newRedirect(engine: Engine, centre: HelpCentreRecord, body: z.infer<typeof redirectBody>): RedirectRecord {
  for (const field of ['from_url', 'locale', 'target_type', 'target_id'] as const) {
    if (body[field] === undefined || body[field] === '') throw missing(`${field} is required`);
  }
  const { target_type: targetType, locale = '' } = body;
  if (targetType !== 'article' && targetType !== 'collection') {
    throw invalid("target_type must be 'article' or 'collection'");
  }
  if (!isLocale(locale) || !centre.locales.includes(locale)) throw invalid('Unknown locale', 'locale');
  const fromPath = pathInside(engine, centre, body.from_url ?? '');
  const targetId = String(body.target_id);
  const target =
    targetType === 'article' ? engine.world.articles.get(targetId) : engine.world.collections.get(targetId);
  if (target === undefined) throw new ApiError(422, 'data_invalid', `${targetType} ${targetId} does not exist`);
  const taken = [...engine.world.redirects.values()];
  if (taken.some((other) => other.helpCentreId === centre.id && other.fromPath === fromPath)) {
    throw new ApiError(409, 'resource_conflict', 'A redirect with that URL already exists');
  }
  const bound = targetType === 'article' && 'defaultLocale' in target && target.contents[locale] === undefined;
  const now = seconds(engine);
  return {
    id: nextId(engine.world, engine.random),
    helpCentreId: centre.id,
    fromPath,
    locale: bound ? target.defaultLocale : locale,
    targetType,
    targetId,
    createdAt: now,
    updatedAt: now,
  };
}

/** Path and query below the help centre's address, which itself changes with the port. */
function pathInside(engine: Engine, centre: HelpCentreRecord, from: string): string {
  const home = new URL(centreUrl(engine, centre));
  const url = URL.canParse(from) ? new URL(from) : null;
  if (url?.host !== home.host || !`${url.pathname}/`.startsWith(`${home.pathname}/`)) {
    throw new ApiError(422, 'data_invalid', "from_url must be an absolute URL within this help center's URL space");
  }
  return url.pathname.slice(home.pathname.length) + url.search;
}

function findRedirect(engine: Engine, centre: HelpCentreRecord, id: string): RedirectRecord {
  const redirect = engine.world.redirects.get(id);
  if (redirect?.helpCentreId !== centre.id) throw redirectNotFound();
  return redirect;
}

function redirectNotFound(): ApiError {
  return new ApiError(404, 'not_found', 'Resource not found');
}

function redirectWire(engine: Engine, redirect: RedirectRecord, centre: HelpCentreRecord) {
  return {
    id: redirect.id,
    type: 'help_center_redirect',
    from_url: centreUrl(engine, centre) + redirect.fromPath,
    locale: redirect.locale,
    help_center_id: centre.id,
    target_type: redirect.targetType,
    target_id: redirect.targetId,
    created_at: redirect.createdAt,
    updated_at: redirect.updatedAt,
  };
}
