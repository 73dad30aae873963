import type { BlockContent } from 'mdast';
import type { Beginning, Read } from './beginning.ts';
import type { Lines } from './lines.ts';

/** Lists and quotes in each other. Real ones are four or five deep. */
export const mostDepth = 12;

export type ReadBlock = (beginning: Beginning) => Read<BlockContent> | null;

/** The first line from one on that is not blank. */
export function behindBlank(lines: Lines, from: number): number {
  let line = from;
  while (line < lines.count && lines.indentOf(line) === -1) line += 1;
  return line;
}

/** Reads the blocks in a list's item or a quote. They are spread where a blank line stands between two of them. */
export function readContent(
  beginning: Beginning,
  readBlock: ReadBlock,
): (Read<BlockContent[]> & { readonly isSpread: boolean }) | null {
  const { lines, indent } = beginning;
  const blocks: BlockContent[] = [];
  let isSpread = false;
  for (let { line } = beginning; ; ) {
    const read = readBlock({ ...beginning, line });
    if (read === null) return null;
    blocks.push(read.node);
    line = behindBlank(lines, read.next);
    if (line === lines.count || lines.indentOf(line) < indent) return { node: blocks, next: read.next, isSpread };
    const isApart = line > read.next;
    // Text right behind a list goes on with its last item; in a quote, the marker between them is part of the list.
    if (lines.indentOf(line) > indent || (read.node.type === 'list' && !(isApart && !lines.areQuoted))) return null;
    isSpread ||= isApart;
  }
}
