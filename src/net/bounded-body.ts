import type { Readable } from 'node:stream';

/** A body that is longer than it may be. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** A stream as the web has them, as far as its descriptions agree: those of Node and of browsers do not. */
interface WebStream {
  cancel(): Promise<void>;
}

/**
 * Reads a body piece by piece, and no further than it may go: whoever sends it decides how long it is.
 *
 * @param body leaving it early closes its connection
 * @param most bytes
 * @param announced its Content-Length, where there is one: what says itself that it is too long is not waited for
 * @throws BodyTooLarge as soon as there are more than `most` bytes
 */
export async function bytesWithin(
  body: Readable | WebStream,
  most: number,
  announced?: string | string[],
): Promise<Buffer> {
  if (Number([announced].flat()[0] ?? 0) > most) {
    if ('destroy' in body) body.on('error', () => undefined).destroy();
    else await body.cancel();
    throw new BodyTooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
