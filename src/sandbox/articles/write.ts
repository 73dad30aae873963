import { type Engine, seconds } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { LocaleCode } from '../locales.ts';
import type { ArticleRecord, Content, HelpCentreRecord } from '../state/records.ts';
import { nextId, placeIn } from '../state/sandbox-state.ts';
import type { ArticleWrite } from './asked.ts';
import { newContent, type Place, type ReadyContent, staged, writtenOver } from './content.ts';
import type { Actor } from './history.ts';
import { checkAudiences, checkAuthor, prepareBodies } from './prepare.ts';
import { scheduleOf } from './schedule.ts';

/**
 * Creates an article. Either all of it is there afterwards, images too, or nothing.
 *
 * @throws ApiError for what Intercom refuses
 */
export async function createArticle(
  engine: Engine,
  write: ArticleWrite,
  centre: HelpCentreRecord,
  actor: Actor,
): Promise<ArticleRecord> {
  checkWrite(engine, write);
  const { ready, images } = await prepare(engine, write, actor);
  const now = seconds(engine);
  const schedule = scheduleOf(engine, write, null);
  const id = nextId(engine.world, engine.random);
  const fallbackAuthor = write.locales.get(centre.defaultLocale)?.authorId ?? actor.id;
  const contents: ArticleRecord['contents'] = {};
  for (const [locale, content] of ready) {
    const state = schedule.publishAt === null ? content : { ...content, state: 'draft' as const };
    contents[locale] = newContent(engine, state, { articleId: id, locale, actor, fallbackAuthor });
  }
  const article: ArticleRecord = {
    id,
    helpCentreId: centre.id,
    defaultLocale: centre.defaultLocale,
    parentIds: typeof write.parentId === 'string' ? [write.parentId] : [],
    createdAt: now,
    updatedAt: now,
    contents,
    tags: [],
    ...schedule,
  };
  for (const image of images) engine.world.images.set(image.path, image);
  engine.world.articles.set(id, article);
  return article;
}

/**
 * Changes an article: locales that the write does not name stay as they are.
 *
 * @param id an article that exists when the call begins; a 404 if it is gone once the images are fetched
 * @param over how written content joins what is there; a draft is staged with another
 * @throws ApiError for what Intercom refuses
 */
export async function updateArticle(
  engine: Engine,
  id: string,
  write: ArticleWrite,
  actor: Actor,
  over: typeof writtenOver = writtenOver,
): Promise<ArticleRecord> {
  checkWrite(engine, write);
  const { ready, images } = await prepare(engine, write, actor);
  const article = engine.world.articles.get(id);
  if (article === undefined) throw new ApiError(404, 'not_found', 'Resource Not Found');
  const schedule = scheduleOf(engine, write, article);
  const contents: ArticleRecord['contents'] = { ...article.contents };
  const fallbackAuthor = contents[article.defaultLocale]?.authorId ?? actor.id;
  const join = typeof write.publishAt === 'string' ? heldBack : over;
  for (const [locale, content] of ready) {
    const place: Place = { articleId: id, locale, actor, fallbackAuthor };
    const present = contents[locale];
    contents[locale] =
      present === undefined ? newContent(engine, content, place) : join(engine, present, content, place);
  }
  broadcastAudiences(contents, write);
  const moved = write.parentId !== undefined;
  const changed: ArticleRecord = {
    ...article,
    ...placeIn(engine.world, { ...article, contents }, write.parentId),
    contents,
    ...schedule,
    parentIds: moved ? (write.parentId === null ? [] : [write.parentId]) : article.parentIds,
    updatedAt: moved || ready.has(article.defaultLocale) ? seconds(engine) : article.updatedAt,
  };
  for (const image of images) engine.world.images.set(image.path, image);
  engine.world.articles.set(id, changed);
  return changed;
}

/** What a scheduled write does until its time has come: it is staged over what is published, and publishes no draft. */
const heldBack: typeof writtenOver = (engine, content, { state: _, ...write }, place) =>
  content.state === 'published' ? staged(engine, content, write, place) : writtenOver(engine, content, write, place);

function checkWrite(engine: Engine, write: ArticleWrite): void {
  if (typeof write.parentId === 'string' && !engine.world.collections.has(write.parentId)) {
    throw new ApiError(404, 'not_found', `Parent collection ${write.parentId} not found`, { field: 'parent_id' });
  }
  for (const content of write.locales.values()) {
    if (content.authorId !== undefined) checkAuthor(engine, content.authorId);
    checkAudiences(engine, content.audienceIds ?? []);
  }
}

async function prepare(engine: Engine, write: ArticleWrite, actor: Actor) {
  const { stored, images } = await prepareBodies(engine, write.locales, actor.via === 'api' ? 'api' : 'editor');
  const ready = new Map<LocaleCode, ReadyContent>();
  for (const [locale, content] of write.locales) {
    const body = stored.get(locale);
    ready.set(locale, body === undefined ? content : { ...content, body });
  }
  return { ready, images };
}

function broadcastAudiences(contents: ArticleRecord['contents'], write: ArticleWrite): void {
  if (write.audienceIds === undefined) return;
  for (const [locale, content] of Object.entries(contents) as [LocaleCode, Content][]) {
    contents[locale] = { ...content, audienceIds: [...write.audienceIds] };
  }
}
