import type { BlockContent, Root } from 'mdast';
import type { Values } from '../../../model/variables.ts';
import type { ReadMarkdown } from '../whole.ts';
import type { Beginning, Read } from './beginning.ts';
import { readBlock } from './blocks.ts';
import { behindBlank } from './content.ts';
import { linesOf } from './lines.ts';
import { endOfOther } from './other.ts';

/** What makes one part of a text depend on another, and what no text has that a person wrote. */
const farReaching = /\]:|[\0\r\ufeff]/;

/**
 * Reads plain blocks in a fraction of the time that the whole syntax takes, and has that read what stands between them.
 *
 * @param text with `\n` line ends
 * @param values of `{{name}}`
 * @returns the same tree that `readWhole` makes of all of the text
 */
export function readInPieces(text: string, values: Values, readWhole: ReadMarkdown): Root {
  if (farReaching.test(text)) return readWhole(text, { line: 1, column: 1, offset: 0 });
  const lines = linesOf(text);
  const position = { start: lines.pointIn(0, 0), end: lines.pointIn(lines.count - 1, text.length) };
  const root: Root = { type: 'root', children: [], position };
  for (let line = behindBlank(lines, 0); line < lines.count; ) {
    const names: string[] = [];
    const read = readPlain({ lines, line, variables: { values, names }, indent: 0, depth: 0 });
    if (read === null) {
      const next = endOfOther(lines, line);
      const from = lines.startOf(line);
      add(root, readWhole(text.slice(from, lines.startOf(next)), lines.pointIn(line, from)));
      line = next;
    } else {
      add(root, { children: [read.node], ...(names.length > 0 && { data: { variables: names } }) });
      line = behindBlank(lines, read.next);
    }
  }
  return root;
}

function readPlain(beginning: Beginning): Read<BlockContent> | null {
  const { lines, line } = beginning;
  const read = lines.indentOf(line) === 0 ? readBlock(beginning) : null;
  // Text right behind a list goes on with its last item.
  return read?.node.type === 'list' && lines.indentOf(read.next) !== -1 ? null : read;
}

/** Puts a part behind what is there, with what the parser found in it besides nodes. */
function add(root: Root, part: Pick<Root, 'children' | 'data'>): void {
  // One by one: a call does not take as many arguments as a text may have blocks.
  for (const child of part.children) root.children.push(child);
  if (part.data === undefined) return;
  const { placeholders, variables, variableFindings } = part.data;
  const before = root.data ?? {};
  root.data = {
    ...before,
    ...(placeholders && { placeholders: [...(before.placeholders ?? []), ...placeholders] }),
    ...(variables && { variables: [...(before.variables ?? []), ...variables] }),
    ...(variableFindings && { variableFindings: [...(before.variableFindings ?? []), ...variableFindings] }),
  };
}
