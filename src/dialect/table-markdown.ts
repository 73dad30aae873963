import type { AlignType, RootContent, TableCell, TableRow } from 'mdast';
import { type HtmlElement, isHtmlElement } from '../body/parse.ts';
import { storedAlignment } from './align.ts';
import type { Unsayable, Writing } from './construct.ts';
import { type Piece, piecesOf, withoutBold } from './inline/pieces.ts';
import { printLines } from './inline/print.ts';
import { writtenOut } from './markdown-nodes.ts';
import { isUndisplayed } from './undisplayed.ts';

/** A cell of which a table of Markdown can say everything: lines, empty ones among them. */
interface PlainCell {
  readonly lines: readonly (readonly Piece[])[];
  readonly align: AlignType;
}

/**
 * Writes a table of the canonical form as one of Markdown. Its first row is the head if all that is in it is bold;
 * else the head is empty, and left out when it is compiled.
 */
export function tableAsMarkdown(block: HtmlElement, { within }: Writing): readonly RootContent[] | Unsayable {
  if (within.includes('item') || within.includes('cell')) return { reason: 'a table in a list' };
  const rows = childrenOf(block).flatMap(childrenOf).map(childrenOf);
  if (rows.flat().some((cell) => cell.attrs.length > 0))
    return { reason: 'a table with coloured, sized or merged cells' };
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) return { reason: 'a table with rows of unequal length' };
  const cells = rows.map((row) => row.map(plainCell));
  const align = Array.from({ length: width }, (_, column) => alignmentOf(cells.map((row) => row[column])));
  if (align.includes(undefined)) return { reason: 'a table whose cells hold more than lines of text' };
  const [first = [], ...rest] = cells as PlainCell[][];
  const head = isHead(first) ? first.map(asHead) : null;
  const body = head === null ? [first, ...rest] : rest;
  const written = [head ?? first.map(() => emptyCell), ...body].map((row) => row.map(cellAsMarkdown));
  if (written.flat().includes(null)) return { reason: 'a table with text that Markdown reads as something else' };
  const children = written.map(
    (row): TableRow => ({ type: 'tableRow', children: row.filter((cell) => cell !== null) }),
  );
  return [{ type: 'table', align: align as AlignType[], children }];
}

const emptyCell: PlainCell = { lines: [], align: null };

function childrenOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isHtmlElement);
}

/** null for a cell that holds something else than lines with one alignment. */
function plainCell(cell: HtmlElement): PlainCell | null {
  const blocks = childrenOf(cell);
  // A cell has no place for the mark, and as bold text it would be written back.
  if (blocks.some(isUndisplayed)) return null;
  const aligned = new Set(blocks.filter((block) => block.childNodes.length > 0).map(storedAlignment));
  const [align = null] = aligned;
  if (blocks.some((block) => block.tagName !== 'p') || aligned.size > 1 || align === 'justify') return null;
  return { lines: blocks.map((block) => piecesOf(block.childNodes)), align };
}

/** Alignment that all cells of a column have, but for empty ones; undefined where they differ. */
function alignmentOf(cells: readonly (PlainCell | null | undefined)[]): AlignType | undefined {
  const found = new Set<AlignType>();
  for (const cell of cells) {
    if (cell === null || cell === undefined) return undefined;
    if (cell.lines.flat().length > 0) found.add(cell.align);
  }
  return found.size > 1 ? undefined : ([...found][0] ?? null);
}

function isHead(row: readonly PlainCell[]): boolean {
  const shown = row.flatMap((cell) => cell.lines.flat());
  return shown.length > 0 && shown.every((piece) => piece.bold);
}

function asHead(cell: PlainCell): PlainCell {
  return { ...cell, lines: cell.lines.map(withoutBold) };
}

/** null where the text is read as something else. */
function cellAsMarkdown({ lines }: PlainCell): TableCell | null {
  const isEmpty = lines.length <= 1 && lines.flat().length === 0;
  const first = lines.findIndex((line) => line.length > 0);
  const last = lines.findLastIndex((line) => line.length > 0) + 1;
  if (isEmpty) return { type: 'tableCell', children: [] };
  const printed = first < 0 ? '' : printLines(lines.slice(first, last), 'cell');
  if (printed === null) return null;
  // A break that ends a cell shows nothing, so it takes one more for an empty line.
  const before = '<br>'.repeat(first < 0 ? lines.length : first);
  const after = first < 0 || last === lines.length ? '' : '<br>'.repeat(lines.length - last + 1);
  return { type: 'tableCell', children: [writtenOut(before + printed + after)] };
}
