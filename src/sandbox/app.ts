import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Engine } from './engine.ts';
import { isLocalHost } from './http/loopback.ts';
import { largestBody } from './http/read-body.ts';
import { apiRoutes, isApiPath } from './http/routes.ts';
import { serveApi } from './http/serve.ts';
import { serveImage } from './images/serve.ts';
import { nothingHere, pageRoutes } from './pages/routes.ts';

/** Everything behind the sandbox's port: the API, the images, the pages. */
export function sandboxApp(engine: Engine): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const api = serveApi(engine, apiRoutes(engine));
  app.use(async (c, next) => {
    if (isLocalHost(c.req.header('host'))) return next();
    return c.text('The sandbox only answers requests to this machine by name or address.\n', 421);
  });
  app.use(async (c, next) => {
    return isApiPath(c.req.path, c.req.header('authorization') !== undefined) ? api(c) : next();
  });
  app.get('/i/o/*', (c) => serveImage(engine, new URL(c.req.url)));
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => c.text('The request is too large.\n', 413) }));
  app.route('/', pageRoutes(engine));
  app.notFound((c) => nothingHere(engine, c));
  return app;
}
