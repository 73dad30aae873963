import type { Edit } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';

/**
 * Looks at a text file's form: a byte order mark, line ends of other systems, a last line without an end.
 *
 * @param bytes the file as it is on disk, valid UTF-8
 * @param file path to name in problems
 */
export function untidy(bytes: Uint8Array, file: string): readonly Problem[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const one = { files: 1 };
  const start = { file, line: 1, column: 1 };
  const found: Problem[] = [];
  if (text.startsWith('\ufeff')) {
    const edit: Edit = { place: { file, line: 1, column: 0, endLine: 1, endColumn: 1 }, text: '' };
    found.push(problem('byte-order-mark', one, start, { description: 'remove it', edits: [edit] }));
  }
  if (text.includes('\r')) {
    const fix = { description: 'end the lines with LF', edits: [], lineEnds: [file] };
    found.push(problem('line-ends', one, start, fix));
  }
  if (!/^\ufeff?$|[\n\r]$/.test(text)) {
    const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
    const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const fix = { description: 'end the last line', edits: [{ place, text: '\n' }] };
    found.push(problem('last-line-end', one, place, fix));
  }
  return found;
}
