import * as z from 'zod';
import { checkAudiences, checkAuthor, prepareBodies } from '../articles/prepare.ts';
import { checkNumbers } from '../articles/request.ts';
import { type Engine, seconds } from '../engine.ts';
import { invalid, missing } from '../http/api-error.ts';
import { audienceIds, availability, idLike } from '../http/fields.ts';
import type { InternalArticleRecord } from '../state/records.ts';
import { defaultHelpCentre, nextId } from '../state/sandbox-state.ts';
import { has, type SandboxVersion } from '../version.ts';
import { findInternal } from './find.ts';

/** Body of a create and an update. Unknown fields are ignored. */
export const internalBody = z.looseObject({
  title: z.string().optional(),
  body: z.string().nullable().optional(),
  body_markdown: z.string().nullable().optional(),
  author_id: idLike.optional(),
  owner_id: idLike.optional(),
  ...availability,
  audience_ids: audienceIds,
});
type InternalBody = z.infer<typeof internalBody>;

/**
 * Creates an internal article. Either all of it is there afterwards, images too, or nothing.
 *
 * @throws ApiError 400 when title, author or owner is missing, and for what else Intercom refuses
 */
export async function createInternal(engine: Engine, body: InternalBody, version: SandboxVersion) {
  if (body.title === undefined || body.title.trim() === '') throw missing('title is a required parameter');
  if (body.author_id === undefined) {
    throw missing('author_id must be in the main body or default locale translated_content object');
  }
  if (body.owner_id === undefined) throw missing('owner_id is a required parameter');
  const { title, author_id: author, owner_id: owner } = body;
  return write(engine, body, version, (): InternalArticleRecord => {
    const now = seconds(engine);
    return {
      id: nextId(engine.world, engine.random),
      ...{ title, body: '', authorId: String(author), ownerId: String(owner) },
      locale: defaultHelpCentre(engine.world).defaultLocale,
      ...{ createdAt: now, updatedAt: now },
      ai: { chatbot: false, copilot: false, sales: false },
      ...{ audienceIds: [], tags: [] },
    };
  });
}

/**
 * Changes an internal article: what the body does not name stays as it is.
 *
 * @param id an internal article that exists when the call begins; a 404 if it is gone once the images are fetched
 * @throws ApiError for what Intercom refuses; then nothing has changed
 */
export async function updateInternal(engine: Engine, id: string, body: InternalBody, version: SandboxVersion) {
  if (body.title?.trim() === '') throw invalid('title must not be empty', 'title');
  return write(engine, body, version, () => findInternal(engine, id));
}

/** @param present what is written over, once the images are fetched: somebody may have written it meanwhile */
async function write(
  engine: Engine,
  body: InternalBody,
  version: SandboxVersion,
  present: () => InternalArticleRecord,
): Promise<InternalArticleRecord> {
  const markdown = has(version, 'markdown') ? (body.body_markdown ?? undefined) : undefined;
  if (markdown !== undefined && typeof body.body === 'string')
    throw invalid('body and body_markdown are mutually exclusive', 'body');
  const audiences = has(version, 'audiences') ? body.audience_ids : undefined;
  checkPeople(engine, body);
  checkAudiences(engine, audiences ?? []);
  const html = body.body === undefined ? {} : { html: body.body ?? '' };
  const sent = { field: 'body', ...(markdown === undefined ? html : { markdown }) };
  const { stored, images } = await prepareBodies(engine, new Map([['body', sent]]), 'api');
  const ai = has(version, 'audiences') ? body : {};
  const article = present();
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

/** Anybody in the workspace can own an article, whether or not they may write one. */
function checkPeople(engine: Engine, body: InternalBody): void {
  checkNumbers(engine, body, 'author_id', 'owner_id');
  if (body.author_id !== undefined) checkAuthor(engine, String(body.author_id));
  if (body.owner_id !== undefined && !engine.world.teammates.has(String(body.owner_id)))
    throw invalid(`owner_id ${body.owner_id} must be a teammate`, 'owner_id');
}
