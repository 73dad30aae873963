import * as z from 'zod';
import type { ApiVersion } from '../../model/settings.ts';
import { checkAudiences, checkAuthor, prepareBodies } from '../articles/prepare.ts';
import { type Engine, seconds } from '../engine.ts';
import { invalid, missing } from '../http/api-error.ts';
import type { InternalArticleRecord } from '../state/records.ts';
import { defaultHelpCentre, nextId } from '../state/sandbox-state.ts';
import { has } from '../version.ts';

const idLike = z.union([z.number().int(), z.string().regex(/^\d+$/)]);
/** Body of a create and an update. Unknown fields are ignored. */
export const internalBody = z.looseObject({
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
/** A body that was read. */
export type InternalBody = z.infer<typeof internalBody>;

/**
 * An internal article with nothing written in it yet.
 *
 * @throws ApiError 400 when title, author or owner is missing
 */
export function blankInternal(engine: Engine, body: InternalBody): InternalArticleRecord {
  if (body.title === undefined || body.title.trim() === '') throw missing('title is a required parameter');
  if (body.author_id === undefined) {
    throw missing('author_id must be in the main body or default locale translated_content object');
  }
  if (body.owner_id === undefined) throw missing('owner_id is a required parameter');
  const now = seconds(engine);
  return {
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
    tags: [],
  };
}

/**
 * Writes over an internal article, new or not.
 *
 * @throws ApiError for what Intercom refuses; then nothing has changed
 */
export async function writeInternal(
  engine: Engine,
  before: InternalArticleRecord,
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
  // Somebody may have written it while the images were fetched.
  const article = engine.world.internalArticles.get(before.id) ?? before;
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
