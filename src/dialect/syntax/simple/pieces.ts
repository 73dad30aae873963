import type { Root, RootContent, RootData } from 'mdast';
import type { ReadMarkdown } from '../whole.ts';
import { readBlock } from './blocks.ts';
import { linesOf } from './lines.ts';
import { behindBlank } from './list.ts';
import { endOfOther } from './other.ts';

/** What makes one part of a text depend on another, and what no text has that a person wrote. */
const farReaching = /\]:|[\0\r\ufeff]/;

/**
 * Reads plain blocks in a fraction of the time that the whole syntax takes, and has that read what stands between them.
 *
 * @param text with `\n` line ends
 * @returns the same tree that `readWhole` makes of all of the text
 */
export function readInPieces(text: string, readWhole: ReadMarkdown): Root {
  if (farReaching.test(text)) return readWhole(text, { line: 1, column: 1, offset: 0 });
  const lines = linesOf(text);
  const children: RootContent[] = [];
  const others: Root[] = [];
  for (let line = behindBlank(lines, 0); line < lines.count; ) {
    const read = lines.indentOf(line) === 0 ? readBlock({ lines, line, indent: 0, depth: 0 }) : null;
    // Text right behind a list goes on with its last item.
    if (read !== null && (read.node.type !== 'list' || isEnd(read.next))) {
      children.push(read.node);
      line = behindBlank(lines, read.next);
      continue;
    }
    const next = endOfOther(lines, line);
    const other = readWhole(
      text.slice(lines.startOf(line), lines.startOf(next)),
      lines.pointIn(line, lines.startOf(line)),
    );
    // One by one: a call does not take as many arguments as a text may have blocks.
    for (const child of other.children) children.push(child);
    others.push(other);
    line = next;
  }
  const last = lines.count - 1;
  const position = { start: lines.pointIn(0, 0), end: lines.pointIn(last, text.length) };
  return { type: 'root', children, ...dataOf(others), position };

  function isEnd(line: number): boolean {
    return line >= lines.count || lines.indentOf(line) === -1;
  }
}

/** What the parser found in the parts, besides nodes. */
function dataOf(roots: readonly Root[]): Pick<Root, 'data'> {
  const found = roots.flatMap(({ data }) => data ?? []);
  if (found.length === 0) return {};
  const placeholders = found.flatMap((data) => data.placeholders ?? []);
  const variables = found.flatMap((data) => data.variables ?? []);
  const variableFindings = found.flatMap((data) => data.variableFindings ?? []);
  const data: RootData = {};
  if (placeholders.length > 0) data.placeholders = placeholders;
  if (variables.length > 0) data.variables = variables;
  if (variableFindings.length > 0) data.variableFindings = variableFindings;
  return { data };
}
