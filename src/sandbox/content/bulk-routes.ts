import { Hono } from 'hono';
import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { readBody } from '../http/read-body.ts';
import { type BulkAction, doTo } from './bulk-actions.ts';

/** Items and tags of one request, at most. */
const [mostItems, mostTags] = [1_000, 100];

const ids = z.array(z.number().int()).optional();
const bulkBody = z.looseObject({
  action: z.string().optional(),
  content_ids: z
    .array(z.object({ type: z.string(), id: z.union([z.string(), z.number()]).transform(String) }))
    .optional(),
  availability: z
    .looseObject({
      ai_agent: z.boolean().optional(),
      copilot: z.boolean().optional(),
      sales_agent: z.boolean().optional(),
    })
    .optional(),
  audience: z
    .looseObject({ add_segment_ids: ids, remove_segment_ids: ids, remove_all: z.boolean().optional() })
    .optional(),
  tags: z.looseObject({ add_tag_ids: ids, remove_tag_ids: ids }).optional(),
});

/**
 * `/content/bulk_actions`: one action on many items. Intercom works through them later; here they are done when it is
 * answered. Items that an action is not for, or that are not there, are left out without a word.
 */
export function bulkRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/content/bulk_actions', requires('content'));

  routes.post('/content/bulk_actions', async (c) => {
    const { call } = c.env;
    const body = await readBody(c, bulkBody);
    const action = actionOf(engine, body);
    const items = body.content_ids ?? [];
    if (items.length === 0) throw refused('content_ids is required', 'content_ids');
    if (items.length > mostItems) throw refused(`content_ids must not exceed ${mostItems} items`, 'content_ids');
    for (const item of items) {
      const done = doTo(engine, item, action, call.admin.id);
      if (done !== null) wrote(call, done.kind, done.action, done.id);
    }
    return c.json({ type: 'content_bulk_action', status: 'queued' }, 202);
  });

  return routes;
}

function actionOf(engine: Engine, body: z.infer<typeof bulkBody>): BulkAction {
  const { action, availability, audience, tags } = body;
  switch (action) {
    case 'publish':
    case 'unpublish':
    case 'delete':
      return { do: action };
    case 'set_availability':
      if (availability === undefined) throw refused('availability is required', 'availability');
      return {
        do: action,
        chatbot: availability.ai_agent,
        copilot: availability.copilot,
        sales: availability.sales_agent,
      };
    case 'set_audience': {
      if (audience === undefined) throw refused('audience is required', 'audience');
      const { add_segment_ids: add = [], remove_segment_ids: remove = [], remove_all: all = false } = audience;
      if (add.some((id) => !engine.world.audiences.has(String(id)))) throw refused('Unknown segment', 'audience');
      return { do: action, add, remove, all };
    }
    case 'update_tags': {
      const { add_tag_ids: add = [], remove_tag_ids: remove = [] } = tags ?? {};
      const named = new Set([...add, ...remove]);
      if (named.size === 0) throw refused('At least one of add_tag_ids and remove_tag_ids is required', 'tags');
      const isUnknown = [...named].some((id) => !engine.world.tags.has(String(id)));
      if (named.size > mostTags || isUnknown) throw refused('tags contains unknown or too many tag IDs', 'tags');
      return { do: action, add: add.map(String), remove: remove.map(String) };
    }
    default:
      throw refused('action is not valid', 'action');
  }
}

const refused = (message: string, field: string): ApiError =>
  new ApiError(422, 'parameter_invalid', message, { field });
