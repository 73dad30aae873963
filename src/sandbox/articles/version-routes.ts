import { Hono } from 'hono';
import { readableBody } from '../addresses.ts';
import { bodyMarkdown } from '../body-markdown.ts';
import type { Engine } from '../engine.ts';
import { invalid, notFound } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { pageOf } from '../http/paging.ts';
import { isLocale } from '../locales.ts';
import type { ArticleRecord, VersionRecord } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import { findArticle } from './find.ts';

/** `/articles/{id}/versions`: what an article was before, newest first. */
export function versionRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/articles/:id/versions', requires('versions'));
  routes.use('/articles/:id/versions/*', requires('versions'));

  routes.get('/articles/:id/versions', (c) => {
    const { url } = c.env.call;
    const article = findArticle(engine, c.req.param('id'));
    const locale = localeAsked(engine, article, url);
    const rows = [...engine.world.versions.values()]
      .filter((version) => version.articleId === article.id && (locale === null || version.locale === locale))
      .sort((a, b) => Number(b.id) - Number(a.id));
    const page = pageOf(rows, { url, perPage: 25, quirks: engine.quirks });
    const data = page.rows.map((version) => summaryWire(version, article));
    return c.json({ type: 'list', pages: page.pages, total_count: page.totalCount, data });
  });

  routes.get('/articles/:id/versions/:version', (c) => {
    const article = findArticle(engine, c.req.param('id'));
    const locale = localeAsked(engine, article, c.env.call.url);
    const version = engine.world.versions.get(c.req.param('version'));
    if (version?.articleId !== article.id || (locale !== null && version.locale !== locale)) throw notFound();
    const body = readableBody(engine, version.body);
    const text = { body, body_markdown: bodyMarkdown(engine, version), updated_at: version.createdAt };
    return c.json({ ...summaryWire(version, article), ...text });
  });

  return routes;
}

function localeAsked(engine: Engine, article: ArticleRecord, url: URL): VersionRecord['locale'] | null {
  const locale = url.searchParams.get('locale');
  if (locale === null) return null;
  if (isLocale(locale) && helpCentreOf(engine.world, article).locales.includes(locale)) return locale;
  throw invalid('Unknown locale', 'locale');
}

function summaryWire(version: VersionRecord, article: ArticleRecord) {
  return {
    type: 'article_version',
    id: version.id,
    article_id: article.id,
    title: version.title,
    description: version.description,
    author_id: version.authorId,
    created_by_id: version.createdById,
    created_via: version.createdVia,
    from_version_id: version.fromVersionId,
    state: article.contents[version.locale]?.liveVersionId === version.id ? 'published' : 'draft',
    created_at: version.createdAt,
  };
}
