import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import type { HelpCentreRecord } from '../state/records.ts';

/** `/brands`: which help centre is whose. Here each help centre has a brand of its own; the default one is the workspace's. */
export function brandRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/brands', requires('brands'));
  routes.use('/brands/*', requires('brands'));
  const brands = () => [...engine.world.helpCentres.values()].map((centre) => brandWire(engine, centre));

  routes.get('/brands', (c) => c.json({ type: 'list', data: brands() }));

  routes.get('/brands/:id', (c) => {
    const found = brands().find(({ id }) => id === c.req.param('id'));
    if (found === undefined) throw new ApiError(404, 'not_found', 'Brand not found');
    return c.json(found);
  });

  return routes;
}

function brandWire({ world }: Engine, centre: HelpCentreRecord) {
  return {
    type: 'brand',
    id: centre.isDefault ? world.workspace.idCode : centre.id,
    name: centre.name,
    is_default: centre.isDefault,
    created_at: centre.createdAt,
    updated_at: centre.updatedAt,
    help_center_id: centre.id,
    // E-mail has no place here; the description wants an id.
    default_address_settings_id: centre.id,
  };
}
