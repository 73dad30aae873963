import { codeOf } from '../model/code-of.ts';
import { type Problem, problem } from '../model/problem.ts';
import { systemReason } from '../model/system-reason.ts';
import { type Decoded, decode } from './decode.ts';
import { bytesOf, type FoundFile } from './files.ts';

/** A file's bytes, or why the system does not give them out. */
export type FileBytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly reason: string };

/** A file's text, or what keeps it from being read. */
export type FileText = Decoded | Extract<FileBytes, { readonly ok: false }>;

/** Reads a found file. One that the system refuses is a problem of that file, and stops no other. */
export async function fileBytes(file: FoundFile): Promise<FileBytes> {
  return whereReadable(async () => ({ ok: true, bytes: await bytesOf(file) }));
}

/** Reads a found file as text. */
export async function fileText(file: FoundFile): Promise<FileText> {
  const read = await fileBytes(file);
  return read.ok ? decode(read.bytes) : read;
}

/** What a reading comes to, or why the system refuses it. */
export async function whereReadable<T>(
  read: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly reason: string }> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return { ok: false, reason: systemReason(error) };
  }
}

/**
 * What to say of a file without a text.
 *
 * @param file path to name
 */
export function unreadProblem(text: Exclude<FileText, { readonly ok: true }>, file: string): Problem {
  return 'reason' in text
    ? problem('unreadable', { file, reason: text.reason }, { file, line: 1, column: 1 })
    : problem('not-utf8', {}, { file, line: text.line, column: text.column });
}
