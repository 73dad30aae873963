import type { Readable } from 'node:stream';
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { largestImage } from '../model/largest-image.ts';
import { deadlineIn } from '../net/deadline.ts';
import { retryAfterIn } from '../net/retry-after.ts';
import type { Hop } from './follow.ts';

/** Bytes at its beginning that tell what a picture is. */
const start = 65_536;

/** An answer where a picture is expected, with as much of it as tells what it is. */
export interface PictureAnswer extends Hop {
  readonly retryAfterMs: number | null;
  /** What the server calls it, in lower case; `''` for nothing. */
  readonly called: string;
  /** The beginning, unpacked; null where that cannot be. */
  readonly beginning: Uint8Array | null;
  /** How many bytes it has; null where that is not known without reading it all. */
  readonly bytes: number | null;
}

/** How a picture is asked for. */
export interface PictureManner {
  readonly dispatcher: (url: URL) => Dispatcher;
  /** Milliseconds for one request, until its beginning is there. */
  readonly requestMs: number;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

/**
 * Asks for a picture as Intercom does, and reads its beginning alone. HEAD is not used: it is often answered wrongly (an
 * address that is signed for GET refuses it), says nothing of the bytes, and would be a second request to the host.
 *
 * @throws what undici does, or a `TimeoutError`
 */
export async function askForPicture(url: URL, manner: PictureManner): Promise<PictureAnswer> {
  const deadline = deadlineIn(manner.signal, manner.requestMs);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: manner.dispatcher(url),
      headers: { 'user-agent': manner.userAgent, accept: 'image/*,*/*;q=0.5', 'accept-encoding': 'identity' },
      signal: deadline.signal,
    });
    const one = (name: string): string => [headers[name]].flat()[0] ?? '';
    const announced = /^\d{1,15}$/.test(one('content-length')) ? Number(one('content-length')) : null;
    const isWanted = statusCode === 200 && (announced ?? 0) <= largestImage;
    const read = isWanted ? await beginningOf(body) : { bytes: new Uint8Array(), isWhole: false };
    if (!isWanted) body.on('error', () => undefined).destroy();
    return {
      status: statusCode,
      location: one('location') || null,
      retryAfterMs: retryAfterIn(one('retry-after'), one('date'), Date.now()),
      called: one('content-type').split(';')[0]?.trim().toLowerCase() ?? '',
      beginning: unpacked(read.bytes, one('content-encoding').trim().toLowerCase()),
      bytes: announced ?? (read.isWhole ? read.bytes.length : null),
    };
  } finally {
    deadline.clear();
  }
}

/** Reads what tells the type; the connection is closed where there is more to come. */
async function beginningOf(body: Readable): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= start) return { bytes: Buffer.concat(chunks), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}

/** Some servers pack what nobody asked them to. The beginning of a pack unpacks to the beginning of what is in it. */
function unpacked(bytes: Uint8Array, encoding: string): Uint8Array | null {
  const bounds = { maxOutputLength: 100 * start };
  const zlib = { ...bounds, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === '' || encoding === 'identity') return bytes;
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, zlib);
    if (encoding === 'deflate') return inflateSync(bytes, zlib);
    if (encoding === 'br')
      return brotliDecompressSync(bytes, { ...bounds, finishFlush: constants.BROTLI_OPERATION_FLUSH });
  } catch {
    // Not packed as it says, or very much of it: what it is stays unknown.
  }
  return null;
}
