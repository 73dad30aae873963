import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { ContentPath } from '../model/article.ts';
import type { FileFacts, ImageType } from '../model/repository.ts';
import { hasSourceEnding } from '../model/source-path.ts';
import { decode } from './decode.ts';

const mediaTypes: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/**
 * What is worth knowing of a file that is no source. Whether it is an image is told by its content, never
 * by its name.
 *
 * @param path inside the content folder
 * @param bytes the file
 */
export function factsOf(path: ContentPath, bytes: Uint8Array): FileFacts {
  if (hasSourceEnding(path)) {
    const decoded = decode(bytes);
    return decoded.ok
      ? { kind: 'text', path, text: decoded.text }
      : { kind: 'refused', path, reason: `it is not valid UTF-8 (line ${decoded.line}, column ${decoded.column})` };
  }
  const image = imageFacts(bytes);
  if (image === null) return { kind: 'other', path, bytes: bytes.length };
  const sha256 = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
  return { kind: 'image', path, sha256, bytes: bytes.length, ...image };
}

/** What the beginning of an image tells of it. */
export interface ImageFacts {
  readonly mediaType: ImageType;
  readonly width?: number;
  readonly height?: number;
}

/** Tells an image by its bytes, or by those at its beginning; null for what is none. */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  try {
    // A copy: image-size reads on into what lies behind a short file when the buffer is part of a larger one.
    const { type, width, height } = imageSize(new Uint8Array(bytes));
    const mediaType = mediaTypes[type ?? ''];
    if (mediaType === undefined || (mediaType === 'image/svg+xml' && !isSvg(bytes))) return null;
    return { mediaType, ...(width > 0 && height > 0 ? { width, height } : {}) };
  } catch {
    return null;
  }
}

/** Types of pictures on the web that Intercom may refuse: what they are is known all the same. */
const otherTypes: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  avif: 'image/avif',
  heif: 'image/heif',
  heic: 'image/heic',
  jxl: 'image/jxl',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  ico: 'image/x-icon',
};

/**
 * The type of a picture on the web, by the bytes at its beginning: also of one that no file of ours may have, and of
 * one that does not say its size so soon.
 *
 * @returns null for what is no picture
 */
export function pictureType(bytes: Uint8Array): string | null {
  const known = imageFacts(bytes)?.mediaType;
  if (known !== undefined) return known;
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (/^\xff\xd8\xff/.test(start)) return 'image/jpeg';
  if (isSvg(bytes)) return 'image/svg+xml';
  try {
    return otherTypes[imageSize(new Uint8Array(bytes)).type ?? ''] ?? null;
  } catch {
    // Whoever sends little at once: a type needs no size.
    return /^RIFF.{4}WEBP/s.test(start) ? 'image/webp' : /^.{4}ftypavi[fs]/s.test(start) ? 'image/avif' : null;
  }
}

/** Whether the root element is `svg`: a page or a text that only holds one somewhere is no image. */
function isSvg(bytes: Uint8Array): boolean {
  // Bytes may end within a character: they may be the beginning of a file only.
  const cut = bytes.subarray(0, bytes.findLastIndex((byte) => byte < 0x80) + 1);
  const decoded = decode(cut);
  return decoded.ok && /^<svg[\s>/]/i.test(behindPrologue(decoded.text));
}

/** Tried where they begin and nowhere else, so that they take time linear in what they match. */
const prologue = [/\s+/y, /<\?[^>]*>/y, /<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>/iy];

/** The text from its root element on. */
function behindPrologue(text: string): string {
  let at = 0;
  for (;;) {
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 3 : endOfPart(text, at);
    if (end <= at) return text.slice(at);
    at = end;
  }
}

function endOfPart(text: string, at: number): number {
  for (const part of prologue) {
    part.lastIndex = at;
    if (part.test(text)) return part.lastIndex;
  }
  return at;
}
