import { open } from 'node:fs/promises';
import type { ContentPath, FileFacts } from '../model.ts';

/** Bytes at the start that tell whether a file may be an image. */
const head = 256;
/** Largest file that is read whole, in bytes: far more than any image that is sent or any text. */
const largest = 100_000_000;

/**
 * What a file that is no source is, without reading more of it than that takes: a video is only looked at.
 *
 * @param absolute the file
 * @returns null for what has to be read whole
 */
export async function lookAtFile(path: ContentPath, absolute: string): Promise<FileFacts | null> {
  const handle = await open(absolute, 'r');
  try {
    const { size } = await handle.stat();
    const isText = /\.md$/i.test(path);
    if (isText && size > largest) return { kind: 'refused', path, reason: 'it is too large for a text' };
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(head), 0, head, 0);
    const mayBeRead = isText || mayBeImage(buffer.subarray(0, bytesRead));
    return mayBeRead && size <= largest ? null : { kind: 'other', path, bytes: size };
  } finally {
    await handle.close();
  }
}

/** Whether a file begins as PNG, JPEG, GIF or a text of markup does. */
function mayBeImage(bytes: Buffer): boolean {
  const start = bytes.toString('latin1');
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8)/.test(start) || /^(?:\xef\xbb\xbf)?\s*(?:<|$)/.test(start);
}
