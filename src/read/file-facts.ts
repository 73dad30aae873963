import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { ContentPath, FileFacts, ImageType } from '../model.ts';
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
  if (/\.md$/i.test(path)) {
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

function imageFacts(bytes: Uint8Array): { mediaType: ImageType; width?: number; height?: number } | null {
  try {
    const { type, width, height } = imageSize(bytes);
    const mediaType = mediaTypes[type ?? ''];
    if (mediaType === undefined) return null;
    return { mediaType, ...(width > 0 && height > 0 ? { width, height } : {}) };
  } catch {
    return null;
  }
}
