import * as z from 'zod';
import { checkAudiences, prepareBodies } from '../articles/prepare.ts';
import { type Engine, seconds } from '../engine.ts';
import { ApiError, unprocessable } from '../http/api-error.ts';
import { audienceIds, availability } from '../http/fields.ts';
import { isLocale } from '../locales.ts';
import type { SnippetRecord } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';
import { htmlOfBlocks } from './blocks.ts';
import { findSnippet } from './find.ts';

/** Body of a create and an update. Unknown fields are ignored. */
export const snippetBody = z.looseObject({
  title: z.string().max(255).optional(),
  json_blocks: z.array(z.looseObject({})).optional(),
  body_markdown: z.string().nullable().optional(),
  locale: z.string().optional(),
  audience_ids: audienceIds,
  ...availability,
});
type SnippetBody = z.infer<typeof snippetBody>;

/**
 * Creates a snippet.
 *
 * @throws ApiError 422 for one without a title or a text, and for what else Intercom refuses; then there is none
 */
export async function createSnippet(engine: Engine, body: SnippetBody): Promise<SnippetRecord> {
  const { title } = body;
  if (title === undefined) throw unprocessable('Title is required');
  if (body.body_markdown == null && body.json_blocks === undefined) {
    throw unprocessable('Either json_blocks or body_markdown is required');
  }
  return write(engine, body, (): SnippetRecord => {
    const now = seconds(engine);
    return {
      ...{ id: nextId(engine.world, engine.random), title, locale: 'en', body: '', blocks: null },
      ...{ ai: { chatbot: false, copilot: false, sales: false }, audienceIds: [], tags: [] },
      ...{ createdAt: now, updatedAt: now },
    };
  });
}

/**
 * Changes a snippet: what the body does not name stays as it is.
 *
 * @param id a snippet that exists when the call begins; a 404 if it is gone once the images are fetched
 * @throws ApiError for what Intercom refuses; then nothing has changed
 */
export async function updateSnippet(engine: Engine, id: string, body: SnippetBody): Promise<SnippetRecord> {
  return write(engine, body, () => findSnippet(engine, id));
}

/** @param present what is written over, once the images are fetched: somebody may have written it meanwhile */
async function write(engine: Engine, body: SnippetBody, present: () => SnippetRecord): Promise<SnippetRecord> {
  if (body.title?.trim() === '') throw unprocessable('Title must not be blank');
  const { locale } = body;
  if (locale !== undefined && !isLocale(locale)) throw unprocessable('The language is not currently supported for Fin');
  checkAudiences(engine, body.audience_ids ?? []);
  const { stored, images } = await prepareText(engine, body);
  const before = present();
  const html = stored.get('body');
  const text = html === undefined ? {} : { body: html, blocks: body.json_blocks ?? null };
  const snippet: SnippetRecord = {
    ...{ ...before, ...text, locale: locale ?? before.locale, title: body.title ?? before.title },
    ai: {
      chatbot: body.ai_chatbot_availability ?? before.ai.chatbot,
      copilot: body.ai_copilot_availability ?? before.ai.copilot,
      sales: body.ai_sales_agent_availability ?? before.ai.sales,
    },
    audienceIds: body.audience_ids === undefined ? before.audienceIds : (body.audience_ids ?? []),
    updatedAt: seconds(engine),
  };
  for (const image of images) engine.world.images.set(image.path, image);
  engine.world.snippets.set(snippet.id, snippet);
  return snippet;
}

/** The text that a body brings, as Intercom keeps the texts of articles. */
async function prepareText(engine: Engine, { json_blocks: blocks, body_markdown: given }: SnippetBody) {
  const markdown = given ?? undefined;
  if (blocks !== undefined && markdown !== undefined) {
    throw unprocessable('json_blocks and body_markdown are mutually exclusive');
  }
  const html = blocks === undefined ? {} : { html: htmlOfBlocks(blocks) };
  const sent = { field: 'body_markdown', ...(markdown === undefined ? html : { markdown }) };
  try {
    return await prepareBodies(engine, new Map([['body', sent]]), 'api');
  } catch (error) {
    if (error instanceof ApiError && error.field === sent.field) throw unprocessable(error.message);
    throw error;
  }
}
