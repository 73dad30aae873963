import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { ContentPath } from '../model/article.ts';
import { largestImage } from '../model/largest-image.ts';
import type { FileFacts } from '../model/repository.ts';
import { hasSourceEnding } from '../model/source-path.ts';
import { type ImageFacts, imageFacts } from './file-facts.ts';

/** Bytes at the start that tell whether a file may be an image. */
const head = 256;
/** Bytes at the start that tell type and size of nearly any image; a file that has no more is read whole. */
const start = 256_000;
/** Largest file that is hashed or read whole, in bytes: far more than any image that is sent or any text. */
const largest = 100_000_000;
/** Bytes that are hashed at once. */
const piece = 65_536;

/**
 * What a file that is no source is, without keeping more of it than that takes: a video is only looked at, and a large
 * image is hashed piece by piece.
 *
 * @param absolute the file
 * @returns null for what has to be read whole
 */
export async function lookAtFile(path: ContentPath, absolute: string): Promise<FileFacts | null> {
  const handle = await open(absolute, 'r');
  try {
    const { size } = await handle.stat();
    const isText = hasSourceEnding(path);
    if (isText) return size <= largest ? null : { kind: 'refused', path, reason: 'it is too large for a text' };
    const other: FileFacts = { kind: 'other', path, bytes: size };
    if (size > largest || !mayBeImage(await beginning(handle, head))) return other;
    if (size <= start) return null;
    const bytes = await beginning(handle, start);
    const facts = imageFacts(bytes);
    // A photo may hold more about itself than that before it says its size.
    if (facts === null && isJpeg(bytes) && size <= largestImage) return null;
    const image: ImageFacts | null = facts ?? (isJpeg(bytes) ? { mediaType: 'image/jpeg' } : null);
    if (image === null) return other;
    return { kind: 'image', path, bytes: size, ...image, sha256: await hashOf(handle) };
  } finally {
    await handle.close();
  }
}

async function beginning(handle: FileHandle, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
  return buffer.subarray(0, bytesRead);
}

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(piece);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, piece, at);
    if (bytesRead === 0) return `sha256-${hash.digest('hex')}`;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Whether a file begins as PNG, JPEG, GIF or a text of markup does. */
function mayBeImage(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8)/.test(text) || /^(?:\xef\xbb\xbf)?\s*(?:<|$)/.test(text);
}
