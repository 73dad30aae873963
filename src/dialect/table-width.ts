import stringWidth from 'fast-string-width';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Handle, Options } from 'mdast-util-to-markdown';

/** Columns of an editor that a table may fill with its cells in line. */
const widest = 120;

const inLine = gfmTableToMarkdown({ stringLength: (cell) => stringWidth(cell) });
const unpadded = gfmTableToMarkdown({ tablePipeAlign: false });

/** A table with its cells in line; one that would be too wide for that, without padding. */
const table: Handle = (node, parent, state, info) => {
  const written = inLine.handlers?.table?.(node, parent, state, info) ?? '';
  const isNarrow = written.split('\n').every((line) => stringWidth(line) <= widest);
  return isNarrow ? written : (unpadded.handlers?.table?.(node, parent, state, info) ?? '');
};

/** How tables are printed. */
export const tablesToMarkdown: Options = { ...inLine, handlers: { ...inLine.handlers, table } };
