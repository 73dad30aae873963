import { Hono } from 'hono';
import { findArticle } from '../articles/find.ts';
import type { Engine } from '../engine.ts';
import type { ApiEnv } from '../http/call.ts';
import { findInternal } from '../internal/find.ts';
import { findSnippet } from '../snippets/find.ts';
import { contentNotFound, taggingRoutes } from './tagging.ts';

/** `…/{id}/tags` of articles, internal articles and content snippets. */
export function contentTagRoutes(engine: Engine): Hono<ApiEnv> {
  const { world } = engine;
  const routes = new Hono<ApiEnv>();
  routes.route(
    '/',
    taggingRoutes(engine, {
      path: '/articles',
      kind: 'article',
      find: (id) => findArticle(engine, id, contentNotFound('article', 'Article')),
      put: (article) => world.articles.set(article.id, article),
    }),
  );
  routes.route(
    '/',
    taggingRoutes(engine, {
      path: '/internal_articles',
      kind: 'internal_article',
      find: (id) => findInternal(engine, id, contentNotFound('internal_article', 'Internal article')),
      put: (article) => world.internalArticles.set(article.id, article),
    }),
  );
  routes.route(
    '/',
    taggingRoutes(engine, {
      path: '/content_snippets',
      kind: 'content_snippet',
      find: (id) => findSnippet(engine, id, contentNotFound('content_snippet', 'Content snippet')),
      put: (snippet) => world.snippets.set(snippet.id, snippet),
    }),
  );
  return routes;
}
