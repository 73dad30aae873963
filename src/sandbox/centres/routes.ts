import { Hono } from 'hono';
import { centreUrl } from '../addresses.ts';
import type { Engine } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import type { HelpCentreRecord } from '../state/records.ts';
import { has, type SandboxVersion } from '../version.ts';

/** `/help_center/help_centers`: read-only, and the list is not paged. */
export function centreRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/help_center/help_centers', (c) => {
    const data = [...engine.world.helpCentres.values()].map((centre) => centreWire(engine, centre, c.env.call.version));
    return c.json({ type: 'list', data });
  });

  routes.get('/help_center/help_centers/:id', (c) => {
    return c.json(centreWire(engine, findCentre(engine, c.req.param('id')), c.env.call.version));
  });

  return routes;
}

/** @throws ApiError 404 for an id that no help centre has */
export function findCentre(engine: Engine, id: string, error = notFound()): HelpCentreRecord {
  const centre = engine.world.helpCentres.get(id);
  if (centre === undefined) throw error;
  return centre;
}

function centreWire(engine: Engine, centre: HelpCentreRecord, version: SandboxVersion) {
  return {
    id: centre.id,
    workspace_id: engine.world.workspace.idCode,
    created_at: centre.createdAt,
    updated_at: centre.updatedAt,
    identifier: centre.identifier,
    website_turned_on: centre.isOn,
    display_name: centre.name,
    url: centreUrl(engine, centre),
    custom_domain: null,
    ...(has(version, 'help-centre-locales') ? { default: centre.isDefault, locales: centre.locales } : {}),
  };
}
