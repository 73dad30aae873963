/** A body that is longer than it may be. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Reads a body piece by piece, and no further than it may go: whoever sends it decides how long it is.
 *
 * @param body leaving it early closes its connection
 * @param most bytes
 * @param announced its Content-Length, where there is one: what says itself that it is too long is left at its start
 * @throws BodyTooLarge as soon as there are more than `most` bytes
 */
export async function bytesWithin(
  body: AsyncIterable<Uint8Array>,
  most: number,
  announced?: string | string[],
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = Number([announced].flat()[0] ?? 0) > most ? Number.POSITIVE_INFINITY : 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
