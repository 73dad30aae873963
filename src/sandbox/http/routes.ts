import { Hono } from 'hono';
import { draftRoutes } from '../articles/draft-routes.ts';
import { articleRoutes } from '../articles/routes.ts';
import { searchRoutes } from '../articles/search-routes.ts';
import { versionRoutes } from '../articles/version-routes.ts';
import { audienceRoutes } from '../audiences/routes.ts';
import { brandRoutes } from '../brands/routes.ts';
import { redirectRoutes } from '../centres/redirect-routes.ts';
import { centreRoutes } from '../centres/routes.ts';
import { collectionRoutes } from '../collections/routes.ts';
import { sectionRoutes } from '../collections/section-routes.ts';
import { bulkRoutes } from '../content/bulk-routes.ts';
import { contentSearchRoutes } from '../content/search-routes.ts';
import type { Engine } from '../engine.ts';
import { internalRoutes } from '../internal/routes.ts';
import { snippetRoutes } from '../snippets/routes.ts';
import { contentTagRoutes } from '../tags/content-tags.ts';
import { tagRoutes } from '../tags/routes.ts';
import { teammateRoutes } from '../teammates/routes.ts';
import { errorAnswer } from './answer.ts';
import { ApiError } from './api-error.ts';
import type { ApiEnv } from './call.ts';

/** First segments of the paths that belong to the API; everything else on the same port is pages and images. */
const apiRoots = new Set([
  'me',
  'admins',
  'articles',
  'audiences',
  'brands',
  'content',
  'content_snippets',
  'help_center',
  'internal_articles',
  'tags',
]);

/** Whether a path is the API's: by its first segment, or because a token came with it. */
export function isApiPath(path: string, hasToken: boolean): boolean {
  return hasToken || apiRoots.has(path.split('/')[1] ?? '');
}

/** All endpoints. Errors come out as Intercom's envelopes. */
export function apiRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  // Search stands before the articles: its path looks like an id.
  const all = [
    searchRoutes,
    articleRoutes,
    draftRoutes,
    versionRoutes,
    contentTagRoutes,
    collectionRoutes,
    sectionRoutes,
  ];
  const rest = [
    centreRoutes,
    redirectRoutes,
    internalRoutes,
    tagRoutes,
    audienceRoutes,
    brandRoutes,
    snippetRoutes,
    contentSearchRoutes,
    bulkRoutes,
    teammateRoutes,
  ];
  for (const group of [...all, ...rest]) routes.route('/', group(engine));
  routes.notFound((c) => {
    const error = new ApiError(404, 'not_found', 'The requested resource could not be found');
    return errorAnswer(error, c.env.call.entry.requestId);
  });
  routes.onError((error, c) => {
    if (error instanceof ApiError) return errorAnswer(error, c.env.call.entry.requestId);
    throw error;
  });
  return routes;
}
