import path from 'node:path';
import { readOwn } from '../../disk/own-file.ts';
import { ownFolderName } from '../../disk/own-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { blobId } from '../../git/blob-id.ts';
import { liesIn } from '../../git/repository.ts';
import type { ContentPath } from '../../model/article.ts';
import { isBeside } from '../../model/language-folder.ts';
import { decode } from '../../read/decode.ts';
import type { Sources } from '../sources.ts';

/** A source's file as it was read. */
export interface SourceFile {
  /** Links resolved; in the content folder. */
  readonly absolute: string;
  /** Git blob id of its bytes. */
  readonly blob: string;
  /** Absolute content folder. */
  readonly content: string;
  /** Absolute folder of a run's own files. */
  readonly own: string;
  /** LF line ends, no byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
  /** Whether its lines end as on Windows. */
  readonly isCrlf: boolean;
}

/**
 * Reads a source's file once more.
 *
 * @returns null when it is not what was compiled any more
 */
export async function readSourceFile(source: ContentPath, sources: Sources): Promise<SourceFile | null> {
  const known = sources.texts.get(source);
  const bytes = known === undefined ? null : await bytesOf(known.absolute);
  if (known === undefined || bytes === null || blobId(bytes) !== known.blob) return null;
  return inForm(bytes, known.absolute, sources);
}

/**
 * Reads a file that is no source, if it is there.
 *
 * @param absolute in the content folder
 */
export async function describedFile(absolute: string, sources: Sources): Promise<SourceFile | null> {
  const bytes = await bytesOf(absolute);
  return bytes === null ? null : inForm(bytes, absolute, sources);
}

function inForm(bytes: Buffer, absolute: string, { folder, settings }: Sources): SourceFile | null {
  const decoded = decode(bytes);
  if (!decoded.ok) return null;
  const hasMark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const ends = bytes.toString('latin1');
  const isCrlf = (ends.match(/\r\n/g)?.length ?? 0) > (ends.match(/(?<!\r)\n/g)?.length ?? 0);
  const inside = path.relative(path.join(folder, settings.content), absolute).split(path.sep).join('/');
  // Translations may be beside the content folder.
  const content = isBeside(inside) ? folder : path.join(folder, settings.content);
  const places = { content, own: path.join(folder, ownFolderName) };
  return { absolute, blob: blobId(bytes), ...places, text: decoded.text, hasMark, isCrlf };
}

/**
 * Writes a source's file whole or not at all, in the form it had.
 *
 * @returns false when somebody wrote it since it was read: then it is left as it is
 */
export async function writeSourceFile(file: SourceFile, text: string): Promise<boolean> {
  if (!(await liesIn(path.dirname(file.absolute), file.content))) return false;
  const now = await bytesOf(file.absolute);
  if (now === null || blobId(now) !== file.blob) return false;
  await replaceFile(file.absolute, inItsForm(file, text), { root: path.dirname(file.absolute), own: file.own });
  return true;
}

/** A text with the line ends and the byte order mark that a file has. @param text with LF line ends */
export function inItsForm({ isCrlf, hasMark }: Pick<SourceFile, 'isCrlf' | 'hasMark'>, text: string): string {
  return (hasMark ? '\ufeff' : '') + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
}

/** null where there is no such file, or something else by now. */
function bytesOf(absolute: string): Promise<Buffer | null> {
  return readOwn(absolute, path.dirname(absolute)).catch(() => null);
}
