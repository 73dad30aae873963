import type { ChildEdit, Container } from './container.ts';

/** Takes a table apart into its rows, the one at its head first. */
export function openTable(text: string): Container | null {
  const [head = '', columns = '', ...rest] = text.split('\n');
  const rows = [head, ...rest];
  return {
    kind: 'table',
    head: cellsOf(columns)
      .map(({ text: dashes }) => `${dashes.startsWith(':')}${dashes.endsWith(':')}`)
      .join(),
    children: rows,
    keys: rows.map((row) =>
      cellsOf(row)
        .map((cell) => cell.text)
        .join(' | '),
    ),
    isBare: true,
    inStyle: (at, row) => inStyleOf(rows[at] ?? '', row),
    open: (at) => openRow(rows[at] ?? ''),
    edited: (edits, columnsOfOther) => (columnsOfOther === null ? writtenTable(rows, columns, edits) : null),
  };
}

function writtenTable(rows: readonly string[], columns: string, edits: readonly ChildEdit[]): string | null {
  const isHeadless = edits.some((edit) => edit.at === 0 && edit.do !== 'put');
  if (isHeadless) return null;
  const lines = [...rows, null].flatMap((row, at) => {
    const own = edits.filter((edit) => edit.at === at);
    const added = own.flatMap((edit) => (edit.do === 'add' ? [inStyleOf(rows.at(-1) ?? '', edit.text)] : []));
    const put = own.find((edit) => edit.do !== 'add');
    const kept = put === undefined ? (row ?? []) : put.do === 'put' ? put.text : [];
    return [...added, ...[kept].flat(), ...(at === 0 ? [columns] : [])];
  });
  return lines.join('\n');
}

/** A row with as much space in it as another one has. */
function inStyleOf(like: string, row: string): string {
  const cells = cellsOf(row).map(({ text }) => text);
  return /^\s*\|\S/.test(like) ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`;
}

/** A cell of a row: its text, and where it lies between its bars. */
interface CellText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cells end at bars without a backslash before them. */
function cellsOf(row: string): readonly CellText[] {
  const bars = [...row.matchAll(/\\[\s\S]|\|/g)].flatMap(({ 0: sign, index }) => (sign === '|' ? [index] : []));
  const isOpen = row.trimStart().startsWith('|');
  const last = bars.at(-1);
  const isClosed = last !== undefined && row.slice(last + 1).trim() === '' && !(isOpen && bars.length === 1);
  const starts = [...(isOpen ? [] : [0]), ...bars.map((bar) => bar + 1)];
  const ends = [...bars, row.length];
  const cells = starts.map((start, at) => ({ start, end: ends[isOpen ? at + 1 : at] ?? row.length }));
  return (isClosed ? cells.slice(0, -1) : cells).map(({ start, end }) => ({
    start,
    end,
    text: row.slice(start, end).trim(),
  }));
}

function openRow(row: string): Container {
  const cells = cellsOf(row);
  const texts = cells.map(({ text }) => text);
  return {
    kind: 'row',
    head: '',
    children: texts,
    keys: texts,
    isBare: false,
    inStyle: (_, cell) => cell,
    open: () => null,
    edited: (edits, head) => (head === null ? writtenRow(row, cells, edits) : null),
  };
}

/** Columns that were aligned stay so where the new text has room. */
function writtenRow(row: string, cells: readonly CellText[], edits: readonly ChildEdit[]): string | null {
  let result = row;
  for (const edit of [...edits].sort((a, b) => b.at - a.at)) {
    const cell = cells[edit.at];
    if (edit.do !== 'put' || cell === undefined || edit.text.includes('\n')) return null;
    const own = row.slice(cell.start, cell.end);
    const lead = cell.text === '' ? (own === '' ? '' : ' ') : (/^\s*/.exec(own)?.[0] ?? '');
    const space = cell.text === '' ? own : own.slice(own.trimEnd().length);
    const text = (lead + edit.text + (space === '' ? '' : ' ')).padEnd(space === '' ? 0 : own.length);
    result = result.slice(0, cell.start) + text + result.slice(cell.end);
  }
  return result;
}
