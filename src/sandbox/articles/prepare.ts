import { TooComplex } from '../../model/too-complex.ts';
import type { Engine } from '../engine.ts';
import { ApiError, invalid } from '../http/api-error.ts';
import { type AdoptedImages, adoptImages } from '../images/adopt.ts';
import { drawText, hex } from '../random.ts';
import { RefusedBody, type RewrittenBody, rewriteBody } from '../rewrite/body.ts';
import type { Context } from '../rewrite/context.ts';
import type { SentBody } from './asked.ts';

/** Bodies ready to be stored, and the images that have to be stored with them. */
export interface PreparedBodies<K> {
  readonly stored: ReadonlyMap<K, string>;
  readonly images: AdoptedImages['records'];
}

/**
 * Rewrites bodies as Intercom keeps them, and fetches their images. Nothing in the workspace changes: when one
 * body is refused or one image cannot be had, the whole write is.
 *
 * @param origin a body typed into the editor keeps what only the editor can write
 * @throws ApiError 400
 */
export async function prepareBodies<K>(
  engine: Engine,
  sent: ReadonlyMap<K, SentBody>,
  origin: 'api' | 'editor',
): Promise<PreparedBodies<K>> {
  const rewritten = new Map<K, RewrittenBody>();
  for (const [key, body] of sent) {
    if (body.html !== undefined) rewritten.set(key, rewrite(engine, body.html, body.field, origin));
    if (body.markdown === undefined) continue;
    const html = await htmlOf(body.markdown, body.field);
    rewritten.set(key, rewrite(engine, html, body.field, 'markdown'));
  }
  const images = await adoptImages(
    engine,
    [...rewritten.values()].flatMap((body) => body.images),
  );
  const stored = new Map([...rewritten].map(([key, body]) => [key, body.print(images.addressOf)]));
  return { stored, images: images.records };
}

/** Markdown is rarely sent, and what reads it is large: it is loaded when it is needed. */
async function htmlOf(markdown: string, field: string): Promise<string> {
  const { fromIntercomMarkdown } = await import('../../intercom-markdown/from-markdown.ts');
  try {
    return fromIntercomMarkdown(markdown);
  } catch (error) {
    if (error instanceof TooComplex) throw invalid(`The body could not be parsed: ${error.message}`, field);
    throw error;
  }
}

function rewrite(engine: Engine, html: string, field: string, origin: Context['origin']): RewrittenBody {
  const headingDigits = (): string => drawText(engine.random, 10, hex);
  try {
    return rewriteBody(html, { quirks: engine.quirks, origin, headingDigits });
  } catch (error) {
    if (error instanceof RefusedBody) throw invalid(`The body could not be parsed: ${error.message}`, field);
    throw error;
  }
}

/** @throws ApiError 404 for audiences that do not exist, in the words of the description */
export function checkAudiences(engine: Engine, ids: readonly number[]): void {
  const unknown = ids.filter((id) => !engine.world.audiences.has(String(id)));
  if (unknown.length === 0) return;
  throw new ApiError(404, 'parameter_invalid', `audience_ids contains unknown audience IDs: ${unknown.join(', ')}`);
}

/** @throws ApiError 401 for an author who is not a teammate, or may not write articles */
export function checkAuthor(engine: Engine, id: string): void {
  if (engine.world.teammates.get(id)?.writesArticles === true) return;
  throw new ApiError(401, 'unauthorized', `author_id ${id} must be a teammate with permission to write articles`);
}
