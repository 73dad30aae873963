import { type Engine, seconds } from '../engine.ts';
import { checkSignature } from './sign.ts';
import { standInPicture } from './stand-in.ts';

/**
 * Serves an image the workspace keeps: 403 for a URL that was not signed here, 410 for one that has expired.
 *
 * @param url `/i/o/…?expires=…&signature=…&req=…`
 */
export async function serveImage(engine: Engine, url: URL): Promise<Response> {
  const record = engine.world.images.get(url.pathname);
  const facts = { secret: engine.world.workspace.secret, now: seconds(engine) };
  const verdict = checkSignature(url.pathname, url.searchParams, facts);
  if (verdict === 'wrong') return text(403, 'This address is not signed, or not by this sandbox.');
  if (verdict === 'expired') return text(410, 'This address has expired: read the article again for a new one.');
  if (record === undefined) return text(404, 'There is no such image.');
  const bytes = record.sha256 === null ? standInPicture(record.path) : await engine.store.image(record.sha256);
  if (bytes === null) return text(404, 'The image is missing in the folder of the sandbox.');
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'content-type': record.mediaType,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      // An SVG opened by itself is a page: it may draw and nothing else.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

function text(status: number, message: string): Response {
  return new Response(`${message}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
