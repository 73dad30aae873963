import { Hono } from 'hono';
import * as z from 'zod';
import { type Engine, seconds } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { type ApiEnv, wrote } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { readBody } from '../http/read-body.ts';
import { isLocale, type LocaleCode } from '../locales.ts';
import type { ArticleRecord, Content } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import type { ArticleWrite } from './asked.ts';
import { promoted, staged } from './content.ts';
import { findArticle } from './find.ts';
import { articleBody, articleWrite } from './request.ts';
import { articleWire } from './wire.ts';
import { updateArticle } from './write.ts';

const publishBody = z.looseObject({ locales: z.array(z.string()).nullable().optional() });

/** `/articles/{id}/draft`: read, stage and publish what readers do not see yet. */
export function draftRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/articles/:id/draft', requires('drafts'));
  routes.use('/articles/:id/draft/*', requires('drafts'));

  routes.get('/articles/:id/draft', (c) => {
    const article = findArticle(engine, c.req.param('id'));
    if (stagedLocales(article).length === 0) {
      throw new ApiError(404, 'not_found', 'Object not found', { form: engine.quirks.draftNotFoundBody });
    }
    return c.json(articleWire(article, { engine, version: c.env.call.version, single: true, staged: true }));
  });

  routes.put('/articles/:id/draft', async (c) => {
    const { call } = c.env;
    const present = findArticle(engine, c.req.param('id'));
    const centre = helpCentreOf(engine.world, present);
    const asked = articleWrite(engine, call, await readBody(c, articleBody), centre, 'update');
    if ([...asked.locales.keys()].some((locale) => present.contents[locale]?.state !== 'published')) {
      throw refused(engine, 'parameter_invalid', 'Article must be published before a draft can be staged');
    }
    const article = await updateArticle(engine, present.id, textOnly(asked), { id: call.admin.id, via: 'api' }, staged);
    wrote(call, 'draft', 'update', article.id);
    return c.json(articleWire(article, { engine, version: call.version, single: true, staged: true }));
  });

  routes.post('/articles/:id/draft/publish', async (c) => {
    const { call } = c.env;
    const { locales } = await readBody(c, publishBody);
    const present = findArticle(engine, c.req.param('id'));
    const chosen = chosenLocales(engine, present, locales ?? null);
    const contents = { ...present.contents };
    for (const locale of chosen) {
      const content = contents[locale];
      if (content !== undefined) contents[locale] = promoted(engine, content, { id: call.admin.id, via: 'api' });
    }
    const updatedAt = chosen.includes(present.defaultLocale) ? seconds(engine) : present.updatedAt;
    const article: ArticleRecord = { ...present, contents, updatedAt };
    engine.world.articles.set(article.id, article);
    wrote(call, 'article', 'update', article.id);
    return c.json(articleWire(article, { engine, version: call.version, single: true }));
  });

  return routes;
}

/** Locales of an article that have something staged. */
function stagedLocales(article: ArticleRecord): LocaleCode[] {
  const contents = Object.entries(article.contents) as [LocaleCode, Content][];
  return contents.flatMap(([locale, content]) => (content.draft === null ? [] : [locale]));
}

function chosenLocales(engine: Engine, article: ArticleRecord, asked: readonly string[] | null): LocaleCode[] {
  const pending = stagedLocales(article);
  if (pending.length === 0) throw refused(engine, 'parameter_invalid', 'Article has no draft to publish');
  if (!engine.world.workspace.multilingual) return [article.defaultLocale];
  if (asked === null) {
    const message = 'locales must be specified to publish a draft on a multilingual workspace';
    throw refused(engine, 'parameter_not_found', message);
  }
  const idle = asked.filter((locale) => !isLocale(locale) || !pending.includes(locale));
  if (idle.length > 0) {
    const message = `Cannot publish a draft for locale(s) without pending changes: ${idle.join(', ')}`;
    throw refused(engine, 'parameter_invalid', message);
  }
  return asked.filter(isLocale);
}

/** Only text is staged; settings, places and schedules are looked at and left as they are. */
function textOnly(write: ArticleWrite): ArticleWrite {
  const locales = [...write.locales].map(([locale, content]) => {
    const { ai: _ai, audienceIds: _audiences, state: _state, ...text } = content;
    return [locale, text] as const;
  });
  return { locales: new Map(locales) };
}

function refused(engine: Engine, code: string, message: string): ApiError {
  return new ApiError(422, code, message, { form: engine.quirks.draftErrorBody });
}
