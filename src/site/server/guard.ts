import type { MiddlewareHandler } from 'hono';

/** Headers of every answer. */
const always = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it, browsers do not say which of our pages a form was sent from.
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
} as const;

/** What our own pages may load: our files, pictures from the web, and nothing that is written into the page. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a picture may do when it is opened by itself: an SVG can hold scripts, and none of them run. */
export const imagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Refuses whoever does not speak to this machine by name: a page elsewhere whose own name was made to point here sends
 * that name as host. What would change something must come from our own pages.
 *
 * @param port that the server listens on
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(always)) c.header(name, value);
    if (!isOwnHost(c.req.header('host'), port())) {
      return c.text(`This preview only answers at http://127.0.0.1:${port()}.\n`, 421);
    }
    const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isSafe && !isOwnOrigin(c.req.header('origin'), port())) {
      return c.text('Only pages of the preview itself may ask for this.\n', 403);
    }
    return next();
  };
}

/** Whether a `Host` header names this machine and our port. */
function isOwnHost(host: string | undefined, port: number): boolean {
  if (host === undefined || !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host)) return false;
  return Number(/:(\d+)$/.exec(host)?.[1] ?? 80) === port;
}

function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin?.startsWith('http://') === true && isOwnHost(origin.slice('http://'.length), port);
}
