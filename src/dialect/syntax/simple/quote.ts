import type { Blockquote } from 'mdast';
import type { Beginning, Read } from './beginning.ts';
import { mostDepth, type ReadBlock, readContent } from './content.ts';
import { quotedLines } from './lines.ts';

/**
 * Reads a quote with a marker in front of each of its lines, and text in the first and last.
 *
 * @param readBlock reads what is in it
 */
export function readQuote(beginning: Beginning, readBlock: ReadBlock): Read<Blockquote> | null {
  const { lines, line, indent, depth } = beginning;
  const isMarked = (at: number): boolean =>
    lines.indentOf(at) === indent && lines.text.charAt(lines.startOf(at) + indent) === '>';
  let next = line + 1;
  while (next < lines.count && isMarked(next)) next += 1;
  // Text goes on with a paragraph of the quote, marked or not. Where a list with a quote in it ends in another is another matter.
  const mayGoOn = next < lines.count && lines.indentOf(next) >= indent;
  if (mayGoOn || lines.areQuoted || depth === mostDepth) return null;
  const quoted = quotedLines(lines, line, next, indent);
  if (quoted === null || quoted.indentOf(line) !== 0 || quoted.indentOf(next - 1) === -1) return null;
  const content = readContent({ ...beginning, lines: quoted, indent: 0, depth: depth + 1 }, readBlock);
  const end = content?.node.at(-1)?.position?.end;
  if (content === null || end === undefined || content.next !== next) return null;
  const position = { start: lines.pointIn(line, lines.startOf(line) + indent), end: { ...end } };
  return { node: { type: 'blockquote', children: content.node, position }, next };
}
