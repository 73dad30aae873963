import stringWidth from 'fast-string-width';
import type { Place } from '../model/place.ts';
import { oneLine, type Paint } from './paint.ts';

/** Widest line, as most terminals are. */
const columns = 80;
/** Columns shown before a mark that stands further right than fits. */
const before = 20;
/** Only so much of a line is taken apart around its mark: some are whole files. */
const reach = 400;

/** One character as a person sees it. */
interface Cell {
  /** Offset in the line. */
  readonly at: number;
  readonly text: string;
  /** Columns it takes. */
  readonly width: number;
}

/**
 * A line of a source with a mark under the place, both no wider than a terminal.
 *
 * @param line of the source, without its end
 * @param place its column counts UTF-16 units from 1; one beyond the end marks the end
 * @returns two lines
 */
export function excerpt(line: string, place: Place, paint: Paint): readonly string[] {
  // Places do not count a byte order mark.
  const source = line.replace(/^\ufeff/, '');
  const number = String(place.line);
  const room = columns - number.length - '   | ……'.length;
  const from = Math.min(Math.max(place.column - 1, 0), source.length);
  const to = endOf(source, place, from);
  const first = Math.max(0, from - reach);
  const cells = cellsOf(source.slice(first, from + reach), first);
  const marked = cells.findIndex((_, index) => (cells[index + 1]?.at ?? source.length) > from);
  const mark = marked < 0 ? cells.length : marked;
  const start = widthOf(cells.slice(0, mark)) <= room - before ? 0 : startBefore(cells, mark);
  const shown = fitting(cells.slice(start), room);
  const isCut = start + shown.length < cells.length || from + reach < source.length;
  const left = start > 0 || first > 0 ? '…' : '';
  const lead = left.length + widthOf(cells.slice(start, mark));
  const length = widthOf(shown.filter((cell, index) => start + index >= mark && cell.at < to));
  return [
    `  ${paint.dim(`${number} |`)} ${left}${shown.map((cell) => cell.text).join('')}${isCut ? '…' : ''}`,
    `  ${paint.dim(`${' '.repeat(number.length)} |`)} ${' '.repeat(lead)}${paint.red('^'.repeat(Math.max(1, length)))}`,
  ];
}

/** Offset behind the marked piece; a place that goes on below is marked to the end of its first line. */
function endOf(source: string, place: Place, from: number): number {
  if (place.endLine !== undefined && place.endLine !== place.line) return source.length;
  return place.endColumn === undefined ? from + 1 : Math.max(place.endColumn - 1, from + 1);
}

function cellsOf(text: string, first: number): readonly Cell[] {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return [...graphemes].map(({ segment, index }) => {
    const shown = segment === '\t' ? ' ' : oneLine(segment);
    return { at: first + index, text: shown, width: stringWidth(shown) };
  });
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function startBefore(cells: readonly Cell[], mark: number): number {
  let start = mark;
  for (let width = 0; start > 0; start -= 1) {
    width += cells[start - 1]?.width ?? 0;
    if (width > before) break;
  }
  return start;
}

function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => {
    width += cell.width;
    return width > room;
  });
  return end < 0 ? cells : cells.slice(0, end);
}
