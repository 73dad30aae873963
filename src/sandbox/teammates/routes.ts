import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import type { TeammateRecord } from '../state/records.ts';
import { has, type SandboxVersion } from '../version.ts';

/** Picture of everyone who has none. */
const avatarUrl = 'https://static.intercomassets.com/assets/default-avatars/admins/128.png';

/** `/me` and `/admins`. The list is not paged, and the operator bot is in it. */
export function teammateRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/me', (c) => {
    const { admin } = c.env.call;
    const { idCode, name, timezone, createdAt } = engine.world.workspace;
    return c.json({
      type: 'admin',
      id: admin.id,
      email: admin.email,
      name: admin.name,
      email_verified: true,
      app: {
        type: 'app',
        id_code: idCode,
        name,
        created_at: createdAt,
        secure: false,
        identity_verification: false,
        timezone,
        region: 'US',
      },
      avatar: { type: 'avatar', image_url: avatarUrl },
      has_inbox_seat: true,
    });
  });

  routes.get('/admins', (c) => {
    const pictured = c.req.query('display_avatar') === 'true';
    const admins = [...engine.world.teammates.values()].map((teammate) => ({
      ...adminWire(teammate, c.env.call.version),
      ...(pictured ? { avatar: pictureWire(c.env.call.version) } : {}),
    }));
    return c.json({ type: 'admin.list', admins });
  });

  routes.get('/admins/:id', (c) => {
    const teammate = engine.world.teammates.get(c.req.param('id'));
    if (teammate === undefined) throw new ApiError(404, 'admin_not_found', 'Admin not found');
    return c.json(adminWire(teammate, c.env.call.version));
  });

  return routes;
}

function pictureWire(version: SandboxVersion) {
  return has(version, 'avatar-address') ? avatarUrl : { type: 'avatar', image_url: avatarUrl };
}

function adminWire(teammate: TeammateRecord, version: SandboxVersion) {
  return {
    type: 'admin',
    email: teammate.email,
    id: teammate.id,
    name: teammate.name,
    away_mode_enabled: false,
    away_mode_reassign: false,
    has_inbox_seat: !teammate.isBot,
    team_ids: [],
    ...(has(version, 'away-status') ? { away_status_reason_id: null } : {}),
    ...(has(version, 'roles') ? { role: null } : {}),
  };
}
