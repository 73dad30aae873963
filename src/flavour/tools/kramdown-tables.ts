import { withoutCodeSpans } from '../../text/code-lines.ts';
import { isBlank, type Line, lineAt, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Lines between the parts of a table: of dashes, or of equals signs above its foot. Two, as one may be all of a cell. */
const between = /^[+|:\s-]*--[+|:\s-]*$|^[+|:\s=]*==[+|:\s=]*$/;
const dashes = /^[+|:\s-]*-[+|:\s-]*$/;

/** A line that GitHub reads as the one below a table's head. */
const delimiters = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** What may be right above or below a table, besides a blank line: lists of attributes, tags, the end of a block. */
const border = /^\s*(?:\{[:%]|\^\s*$)/;

/** What is no row: quotes, headings, and items, in which the table is not all. */
const beginsOther = /^\s*(?:>|#{1,6}\s|[*+-]\s|\d{1,9}[.)]\s|<\/?(?:pre|script|style)\b)/;

/**
 * Tables as kramdown reads them and GitHub does not: with no head, with a line of dashes on top, with plus signs in that
 * line, and with more lines of dashes between rows. They become GitHub's; an empty head is none to us.
 */
export const kramdownTables: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('|'))) return lines;
  const isText = textLines(lines);
  const isRow = lines.map(({ text }, at) => isText[at] === true && hasBar(text) && !beginsOther.test(text));
  const isEdge = (line: Line | undefined) => line === undefined || isBlank(line) || border.test(line.text);
  const done: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    if (isEdge(lines[at - 1])) while (isRow[end]) end += 1;
    const rows = lines.slice(at, end);
    done.push(...(end > at && isEdge(lines[end]) ? asTable(rows) : lines.slice(at, Math.max(end, at + 1))));
    at = Math.max(end, at + 1) - 1;
  }
  return done;
};

/** A line with a bar that parts cells. Those of code, of tags and of HTML part none. */
function hasBar(text: string): boolean {
  return barsOf(text) > 0;
}

function barsOf(text: string): number {
  const plain = withoutCodeSpans(text).replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[^<>]*>/g, '');
  return plain.match(/(?<!\\)\|/g)?.length ?? 0;
}

const cellsOf = (text: string): number =>
  barsOf(text) + 1 - (/^\s*\|/.test(text) ? 1 : 0) - (/(?<!\\)\|\s*$/.test(text) ? 1 : 0);

function asTable(block: readonly Line[]): readonly Line[] {
  const top = block.findIndex(({ text }) => !dashes.test(text));
  const rows = block.slice(Math.max(top, 0));
  const [first, second] = rows;
  if (top === -1 || first === undefined) return block;
  if (second !== undefined && dashes.test(second.text)) {
    return [first, withBars(second), ...rows.slice(2).filter(({ text }) => !between.test(text))];
  }
  const cells = rows.filter(({ text }) => !between.test(text));
  const widths = cells.map(({ text }) => cellsOf(text));
  if (top === 0 && !isPlainly(cells, widths)) return block;
  const indent = /^\s*/.exec(first.text)?.[0] ?? '';
  const width = Math.max(...widths);
  const all = (text: string) => lineAt(`${indent}|${`${text}|`.repeat(width)}`, first);
  return [all('  '), all('---'), ...cells];
}

/** Rows begin with a bar, or are several of as many cells: other text with a bar in it stays text. */
function isPlainly(rows: readonly Line[], widths: readonly number[]): boolean {
  const isBegun = /^\s*\|/.test(rows[0]?.text ?? '');
  return isBegun || (rows.length > 1 && widths.every((width) => width === widths[0]));
}

/** Plus signs where lines cross are bars to GitHub. */
function withBars(line: Line): Line {
  const crossings = [...line.text.matchAll(/\+/g)].map(({ index }) => index);
  const done = crossings.reduceRight((now, index) => replaced(now, index, index + 1, '|'), line);
  return delimiters.test(done.text) ? done : line;
}
