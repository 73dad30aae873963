import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { blobId } from '../../blob-id.ts';
import type { ContentPath } from '../../model.ts';
import { decode } from '../../read/decode.ts';
import type { Sources } from '../sources.ts';

/** A source's file as it was read. */
export interface SourceFile {
  /** Links resolved; in the content folder. */
  readonly absolute: string;
  /** Git blob id of its bytes. */
  readonly blob: string;
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
export async function readSourceFile(path: ContentPath, { texts }: Sources): Promise<SourceFile | null> {
  const known = texts.get(path);
  const bytes = known === undefined ? null : await readFile(known.absolute).catch(() => null);
  if (known === undefined || bytes === null || blobId(bytes) !== known.blob) return null;
  return inForm(bytes, known.absolute);
}

/**
 * Reads a file that is no source, if it is there.
 *
 * @param absolute in the content folder
 */
export async function describedFile(absolute: string): Promise<SourceFile | null> {
  const bytes = await readFile(absolute).catch(() => null);
  return bytes === null ? null : inForm(bytes, absolute);
}

function inForm(bytes: Buffer, absolute: string): SourceFile | null {
  const decoded = decode(bytes);
  if (!decoded.ok) return null;
  const hasMark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const ends = bytes.toString('latin1');
  const isCrlf = (ends.match(/\r\n/g)?.length ?? 0) > (ends.match(/(?<!\r)\n/g)?.length ?? 0);
  return { absolute, blob: blobId(bytes), text: decoded.text, hasMark, isCrlf };
}

/**
 * Writes a source's file whole or not at all, in the form it had.
 *
 * @returns false when somebody wrote it since it was read: then it is left as it is
 */
export async function writeSourceFile(file: SourceFile, text: string): Promise<boolean> {
  const now = await readFile(file.absolute).catch(() => null);
  if (now === null || blobId(now) !== file.blob) return false;
  const ended = file.isCrlf ? text.replaceAll('\n', '\r\n') : text;
  await writeFileAtomic(file.absolute, (file.hasMark ? '\ufeff' : '') + ended);
  return true;
}
