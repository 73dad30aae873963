import { Hono } from 'hono';
import * as z from 'zod';
import { checkAudiences } from '../articles/prepare.ts';
import { type Engine, seconds } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { besideRows, latestFirst, pageOf } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import { isLocale } from '../locales.ts';
import type { SnippetRecord } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';

/** Rows of a page, where nothing else is asked for. */
const perPage = 50;

const flag = z.boolean().optional();
const snippetBody = z.looseObject({
  title: z.string().optional(),
  json_blocks: z.array(z.looseObject({})).optional(),
  body_markdown: z.string().nullable().optional(),
  locale: z.string().optional(),
  audience_ids: z.array(z.number().int()).nullable().optional(),
  ai_chatbot_availability: flag,
  ai_copilot_availability: flag,
  ai_sales_agent_availability: flag,
});
type SnippetBody = z.infer<typeof snippetBody>;

/** `/content_snippets`: what Fin answers with and no page shows. */
export function snippetRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/content_snippets', requires('snippets'));
  routes.use('/content_snippets/*', requires('snippets'));

  routes.get('/content_snippets', (c) => {
    const rows = latestFirst(engine.world.snippets.values(), engine.quirks, 1);
    const page = pageOf(rows, { url: c.env.call.url, perPage, quirks: engine.quirks });
    return c.json({ type: 'list', data: page.rows.map(snippetWire), ...besideRows(page) });
  });

  routes.post('/content_snippets', async (c) => {
    const body = await readBody(c, snippetBody);
    if (body.title === undefined || body.title.trim() === '') throw refused('Title is required');
    if (body.body_markdown == null && body.json_blocks === undefined) {
      throw refused('Either json_blocks or body_markdown is required');
    }
    const now = seconds(engine);
    const blank: SnippetRecord = {
      ...{ id: nextId(engine.world, engine.random), title: body.title, locale: 'en', blocks: [], markdown: '' },
      ...{ ai: { chatbot: false, copilot: false, sales: false }, audienceIds: [], tags: [] },
      ...{ createdAt: now, updatedAt: now },
    };
    const snippet = written(engine, blank, body);
    wrote(c.env.call, 'content_snippet', 'create', snippet.id);
    return c.json(snippetWire(snippet), 201);
  });

  routes.get('/content_snippets/:id', (c) => c.json(snippetWire(findSnippet(engine, c.req.param('id')))));

  routes.put('/content_snippets/:id', async (c) => {
    const present = findSnippet(engine, c.req.param('id'));
    const snippet = written(engine, present, await readBody(c, snippetBody));
    wrote(c.env.call, 'content_snippet', 'update', snippet.id);
    return c.json(snippetWire(snippet));
  });

  routes.delete('/content_snippets/:id', (c) => {
    const { id } = findSnippet(engine, c.req.param('id'));
    engine.world.snippets.delete(id);
    wrote(c.env.call, 'content_snippet', 'delete', id);
    return c.body(null, 204);
  });

  return routes;
}

/** @throws ApiError 404 */
export function findSnippet(engine: Engine, id: string, error = snippetNotFound()): SnippetRecord {
  const snippet = engine.world.snippets.get(id);
  if (snippet === undefined) throw error;
  return snippet;
}

/** Writes over a snippet, new or not. */
function written(engine: Engine, before: SnippetRecord, body: SnippetBody): SnippetRecord {
  const { json_blocks: blocks, body_markdown: markdown, audience_ids: audiences } = body;
  if (blocks !== undefined && markdown != null) throw refused('json_blocks and body_markdown are mutually exclusive');
  if (body.title?.trim() === '') throw refused('Title must not be blank');
  const locale = body.locale ?? before.locale;
  if (!isLocale(locale)) throw refused('The language is not currently supported for Fin');
  checkAudiences(engine, audiences ?? []);
  const text = markdown != null ? { markdown, blocks: blocksOf(markdown) } : {};
  const own = blocks !== undefined ? { blocks, markdown: markdownOf(blocks) } : {};
  const snippet: SnippetRecord = {
    ...{ ...before, ...text, ...own, locale, title: body.title ?? before.title },
    ai: {
      chatbot: body.ai_chatbot_availability ?? before.ai.chatbot,
      copilot: body.ai_copilot_availability ?? before.ai.copilot,
      sales: body.ai_sales_agent_availability ?? before.ai.sales,
    },
    audienceIds: audiences === undefined ? before.audienceIds : (audiences ?? []),
    updatedAt: seconds(engine),
  };
  engine.world.snippets.set(snippet.id, snippet);
  return snippet;
}

/** What the blocks of other kinds look like is described nowhere: each part of the text is a paragraph. */
function blocksOf(markdown: string): SnippetRecord['blocks'] {
  const parts = markdown.split(/\n{2,}/).map((part) => part.trim());
  return parts.filter((part) => part !== '').map((text) => ({ type: 'paragraph', text }));
}

function markdownOf(blocks: readonly { readonly text?: unknown }[]): string {
  const texts = blocks.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

function snippetWire(snippet: SnippetRecord) {
  const { ai } = snippet;
  return {
    type: 'content_snippet',
    id: snippet.id,
    title: snippet.title,
    locale: snippet.locale,
    json_blocks: snippet.blocks,
    body_markdown: snippet.markdown,
    // Two fields of before, which are still answered.
    chatbot_availability: Number(ai.chatbot),
    copilot_availability: Number(ai.copilot),
    ai_chatbot_availability: ai.chatbot,
    ai_copilot_availability: ai.copilot,
    ai_sales_agent_availability: ai.sales,
    created_at: snippet.createdAt,
    updated_at: snippet.updatedAt,
    audience_ids: snippet.audienceIds,
  };
}

const snippetNotFound = (): ApiError => new ApiError(404, 'not_found', 'Content snippet not found');
const refused = (message: string): ApiError => new ApiError(422, 'validation_error', message);
