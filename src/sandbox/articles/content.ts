import { type Engine, seconds } from '../engine.ts';
import { invalid, missing } from '../http/api-error.ts';
import type { LocaleCode } from '../locales.ts';
import type { Content, Draft } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';
import type { ContentWrite } from './asked.ts';
import { type Actor, keepVersion } from './history.ts';

/** One locale's write with its body already rewritten. */
export interface ReadyContent extends ContentWrite {
  readonly body?: string;
}

/** Where the content is, and who writes it. */
export interface Place {
  readonly articleId: string;
  readonly locale: LocaleCode;
  readonly actor: Actor;
  /** Author of content that is new and names none. */
  readonly fallbackAuthor: string;
}

/**
 * The content of a locale that an article does not have yet.
 *
 * @throws ApiError 400 when it has no title
 */
export function newContent(engine: Engine, write: ReadyContent, place: Place): Content {
  if (write.title === undefined || write.title.trim() === '') {
    throw missing(`translated_content.${place.locale}.title is a required parameter`);
  }
  const now = seconds(engine);
  const text = {
    title: write.title,
    description: write.description ?? '',
    body: write.body ?? '',
    authorId: write.authorId ?? place.fallbackAuthor,
  };
  const versionId = keepVersion(engine, place, text, null, place.actor);
  const state = write.state ?? 'draft';
  return {
    id: nextId(engine.world, engine.random),
    ...text,
    state,
    createdAt: now,
    updatedAt: now,
    createdById: place.actor.id,
    updatedById: place.actor.id,
    ai: { chatbot: true, copilot: true, sales: true, ...write.ai },
    audienceIds: [...(write.audienceIds ?? [])],
    draft: null,
    versionId,
    liveVersionId: state === 'published' ? versionId : null,
  };
}

/**
 * Writes over content that is there. A published article with a draft that nobody has published takes the
 * text into that draft, and readers go on seeing the old; anything else goes live at once. Only an explicit
 * `draft` unpublishes, and then the staged text is what the draft holds.
 *
 * @throws ApiError 400 for an empty title
 */
export function writtenOver(engine: Engine, content: Content, write: ReadyContent, place: Place): Content {
  checkTitle(write);
  const now = seconds(engine);
  const settings = {
    ai: { ...content.ai, ...write.ai },
    audienceIds: write.audienceIds === undefined ? content.audienceIds : [...write.audienceIds],
    updatedAt: now,
    updatedById: place.actor.id,
  };
  const overDraft = write.state === 'published' && engine.quirks.publishedOverPendingDraft === 'live';
  if (content.state === 'published' && content.draft !== null && write.state !== 'draft' && !overDraft) {
    return { ...staged(engine, content, write, place), ...settings };
  }
  const unpublishes = content.state === 'published' && write.state === 'draft';
  const base: Content | Draft = unpublishes && content.draft !== null ? content.draft : content;
  const text = textOver(base, write);
  const versionId = keepVersion(engine, place, text, content.versionId, place.actor);
  const state = write.state ?? content.state;
  const liveVersionId = state === 'published' ? versionId : null;
  return { ...content, ...text, ...settings, state, draft: null, versionId, liveVersionId };
}

/** Stages text over published content; readers go on seeing the old. */
export function staged(engine: Engine, content: Content, write: ReadyContent, place: Place): Content {
  checkTitle(write);
  const text = textOver(content.draft ?? content, write);
  const versionId = keepVersion(engine, place, text, content.versionId, place.actor);
  return { ...content, draft: { ...text, updatedAt: seconds(engine), updatedById: place.actor.id }, versionId };
}

/** Publishes what is staged. */
export function promoted(engine: Engine, content: Content, actor: Actor): Content {
  if (content.draft === null) return content;
  const { title, description, body, authorId } = content.draft;
  const now = { updatedAt: seconds(engine), updatedById: actor.id };
  return { ...content, title, description, body, authorId, ...now, draft: null, liveVersionId: content.versionId };
}

function textOver(base: Content | Draft, write: ReadyContent) {
  return {
    title: write.title ?? base.title,
    description: write.description ?? base.description,
    body: write.body ?? base.body,
    authorId: write.authorId ?? base.authorId,
  };
}

function checkTitle(write: ReadyContent): void {
  if (write.title !== undefined && write.title.trim() === '') throw invalid('title must not be empty', 'title');
}
