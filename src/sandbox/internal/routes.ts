import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiVersion } from '../../model.ts';
import { readableBody } from '../addresses.ts';
import { checkAudiences, checkAuthor, prepareBodies } from '../articles/prepare.ts';
import { bodyMarkdown } from '../body-markdown.ts';
import { type Engine, seconds } from '../engine.ts';
import { invalid, missing, notFound } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { latestFirst, pageOf } from '../http/paging.ts';
import { readBody } from '../http/read-body.ts';
import type { InternalArticleRecord } from '../state/records.ts';
import { defaultHelpCentre, nextId } from '../state/world.ts';
import { has } from '../version.ts';

const idLike = z.union([z.number().int(), z.string().regex(/^\d+$/)]);
const internalBody = z.looseObject({
  title: z.string().optional(),
  body: z.string().nullable().optional(),
  body_markdown: z.string().nullable().optional(),
  author_id: idLike.optional(),
  owner_id: idLike.optional(),
  ai_chatbot_availability: z.boolean().optional(),
  ai_copilot_availability: z.boolean().optional(),
  ai_sales_agent_availability: z.boolean().optional(),
  audience_ids: z.array(z.number().int()).nullable().optional(),
});
type InternalBody = z.infer<typeof internalBody>;

/** `/internal_articles`: what only teammates see. No states, no collections, one language. */
export function internalRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/internal_articles', requires('internal-articles'));
  routes.use('/internal_articles/*', requires('internal-articles'));

  routes.get('/internal_articles', (c) => {
    const { url, version } = c.env.call;
    const rows = latestFirst(engine.world.internalArticles.values(), engine.quirks, 1);
    const page = pageOf(rows, { url, perPage: 25, quirks: engine.quirks });
    const data = page.rows.map((article) => internalWire(engine, article, version));
    return c.json({ type: 'list', pages: page.pages, total_count: page.totalCount, data });
  });

  routes.get('/internal_articles/search', (c) => {
    const { url, version } = c.env.call;
    // There are no folders here, so nothing is in any.
    const inFolder = url.searchParams.get('folder_id') !== null;
    const rows = inFolder ? [] : latestFirst(engine.world.internalArticles.values(), engine.quirks, 1);
    const page = pageOf(rows, { url, perPage: 10, quirks: engine.quirks });
    const articles = page.rows.map((article) => internalWire(engine, article, version));
    return c.json({
      type: 'list',
      total_count: page.totalCount,
      data: { internal_articles: articles },
      pages: page.pages,
    });
  });

  routes.post('/internal_articles', async (c) => {
    const body = await readBody(c, internalBody);
    if (body.title === undefined || body.title.trim() === '') throw missing('title is a required parameter');
    if (body.author_id === undefined) {
      throw missing('author_id must be in the main body or default locale translated_content object');
    }
    if (body.owner_id === undefined) throw missing('owner_id is a required parameter');
    const now = seconds(engine);
    const blank: InternalArticleRecord = {
      id: nextId(engine.world, engine.random),
      title: body.title,
      body: '',
      authorId: String(body.author_id),
      ownerId: String(body.owner_id),
      locale: defaultHelpCentre(engine.world).defaultLocale,
      createdAt: now,
      updatedAt: now,
      ai: { chatbot: false, copilot: false, sales: false },
      audienceIds: [],
    };
    const article = await written(engine, blank, body, c.env.call.version);
    wrote(c.env.call, 'internal_article', 'create', article.id);
    return c.json(internalWire(engine, article, c.env.call.version));
  });

  routes.get('/internal_articles/:id', (c) => {
    return c.json(internalWire(engine, find(engine, c.req.param('id')), c.env.call.version));
  });

  routes.put('/internal_articles/:id', async (c) => {
    const present = find(engine, c.req.param('id'));
    const article = await written(engine, present, await readBody(c, internalBody), c.env.call.version);
    wrote(c.env.call, 'internal_article', 'update', article.id);
    return c.json(internalWire(engine, article, c.env.call.version));
  });

  routes.delete('/internal_articles/:id', (c) => {
    const { id } = find(engine, c.req.param('id'));
    engine.world.internalArticles.delete(id);
    wrote(c.env.call, 'internal_article', 'delete', id);
    return c.json({ id, object: 'internal_article', deleted: true });
  });

  return routes;
}

function find(engine: Engine, id: string): InternalArticleRecord {
  const article = engine.world.internalArticles.get(id);
  if (article === undefined) throw notFound();
  return article;
}

async function written(
  engine: Engine,
  article: InternalArticleRecord,
  body: InternalBody,
  version: ApiVersion,
): Promise<InternalArticleRecord> {
  const markdown = has(version, 'markdown') ? (body.body_markdown ?? undefined) : undefined;
  if (markdown !== undefined && typeof body.body === 'string')
    throw invalid('body and body_markdown are mutually exclusive', 'body');
  const audiences = has(version, 'audiences') ? body.audience_ids : undefined;
  if (body.author_id !== undefined) checkAuthor(engine, String(body.author_id));
  checkAudiences(engine, audiences ?? []);
  const html = body.body === undefined ? {} : { html: body.body ?? '' };
  const sent = { field: 'body', ...(markdown === undefined ? html : { markdown }) };
  const { stored, images } = await prepareBodies(engine, new Map([['body', sent]]), 'api');
  const ai = has(version, 'audiences') ? body : {};
  const changed: InternalArticleRecord = {
    ...article,
    title: body.title ?? article.title,
    body: stored.get('body') ?? article.body,
    authorId: body.author_id === undefined ? article.authorId : String(body.author_id),
    ownerId: body.owner_id === undefined ? article.ownerId : String(body.owner_id),
    updatedAt: seconds(engine),
    ai: {
      chatbot: ai.ai_chatbot_availability ?? article.ai.chatbot,
      copilot: ai.ai_copilot_availability ?? article.ai.copilot,
      sales: ai.ai_sales_agent_availability ?? article.ai.sales,
    },
    audienceIds: audiences === undefined ? article.audienceIds : (audiences ?? []),
  };
  for (const image of images) engine.world.images.set(image.path, image);
  engine.world.internalArticles.set(changed.id, changed);
  return changed;
}

function internalWire(engine: Engine, article: InternalArticleRecord, version: ApiVersion) {
  const body = readableBody(engine, article.body);
  return {
    type: 'internal_article',
    id: article.id,
    title: article.title,
    body,
    ...(has(version, 'markdown') ? { body_markdown: bodyMarkdown(body) } : {}),
    owner_id: Number(article.ownerId),
    author_id: Number(article.authorId),
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    locale: article.locale,
    ...(has(version, 'audiences')
      ? {
          audience_ids: article.audienceIds,
          ai_chatbot_availability: article.ai.chatbot,
          ai_copilot_availability: article.ai.copilot,
          ai_sales_agent_availability: article.ai.sales,
        }
      : {}),
  };
}
