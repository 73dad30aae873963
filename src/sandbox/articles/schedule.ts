import { type Engine, seconds } from '../engine.ts';
import { invalid } from '../http/api-error.ts';
import type { LocaleCode } from '../locales.ts';
import type { ArticleRecord, Content } from '../state/records.ts';
import type { ArticleWrite } from './asked.ts';
import { promoted } from './content.ts';

/** When an article is to be published or unpublished: never both. */
export type Schedule = Pick<ArticleRecord, 'publishAt' | 'unpublishAt'>;

/**
 * The schedule after a write.
 *
 * @param article as it is; null for a new one
 * @throws ApiError 400 for a time that is not in the future, for both at once, and for what cannot be meant
 */
export function scheduleOf(engine: Engine, write: ArticleWrite, article: ArticleRecord | null): Schedule {
  const { publishAt, unpublishAt } = write;
  if (typeof publishAt === 'string' && typeof unpublishAt === 'string') {
    throw invalid('Only one of scheduled_publish_at and scheduled_unpublish_at can be set', 'scheduled_publish_at');
  }
  const present: Schedule = { publishAt: article?.publishAt ?? null, unpublishAt: article?.unpublishAt ?? null };
  if (typeof publishAt === 'string') {
    if ([...write.locales.values()].some((content) => content.state === 'draft')) {
      throw invalid('scheduled_publish_at cannot be combined with state draft', 'scheduled_publish_at');
    }
    return { publishAt: future(engine, publishAt, 'scheduled_publish_at'), unpublishAt: null };
  }
  if (typeof unpublishAt === 'string') {
    if (article?.contents[article.defaultLocale]?.state !== 'published') {
      throw invalid('An article that was never published cannot be unpublished', 'scheduled_unpublish_at');
    }
    return { publishAt: null, unpublishAt: future(engine, unpublishAt, 'scheduled_unpublish_at') };
  }
  return {
    publishAt: publishAt === null ? null : present.publishAt,
    unpublishAt: unpublishAt === null ? null : present.unpublishAt,
  };
}

function future(engine: Engine, text: string, field: string): number {
  const time = Math.floor(Date.parse(text) / 1000);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(time)) throw invalid(`${field} must be ISO 8601`, field);
  if (time <= seconds(engine)) throw invalid(`${field} must be in the future`, field);
  return time;
}

/** The second in which everything was last looked through. */
const lookedAt = new WeakMap<Engine, number>();

/**
 * Carries out what was scheduled for a time that has come. Called before each request is looked at; a time is a second,
 * and what is asked for lies in the future, so that in the same second there is nothing new.
 */
export function settleSchedules(engine: Engine): void {
  const now = seconds(engine);
  if (lookedAt.get(engine) === now) return;
  lookedAt.set(engine, now);
  for (const article of engine.world.articles.values()) {
    const publishes = article.publishAt !== null && article.publishAt <= now;
    const unpublishes = article.unpublishAt !== null && article.unpublishAt <= now;
    if (!publishes && !unpublishes) continue;
    const contents: ArticleRecord['contents'] = {};
    for (const [locale, content] of Object.entries(article.contents) as [LocaleCode, Content][]) {
      contents[locale] = publishes
        ? {
            ...promoted(engine, content, { id: content.authorId, via: 'web' }),
            state: 'published',
            liveVersionId: content.versionId,
          }
        : { ...content, state: 'draft', liveVersionId: null };
    }
    engine.world.articles.set(article.id, { ...article, contents, publishAt: null, unpublishAt: null, updatedAt: now });
  }
}
