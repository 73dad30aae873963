import type { Point } from 'unist';

/** The lines of a text, by numbers from 0. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Whether they are those of a quote. */
  readonly areQuoted: boolean;
  /** Offset of the first character; of a quote's lines, of the first behind the marker. */
  readonly startOf: (line: number) => number;
  /** Offset behind the last character. */
  readonly endOf: (line: number) => number;
  /** Spaces in front of the first other character; -1 for a line of nothing but spaces, infinite where a tab comes next. */
  readonly indentOf: (line: number) => number;
  /** As trees have it: lines and columns count from 1. */
  readonly pointIn: (line: number, offset: number) => Point;
}

/** @param text with `\n` line ends */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const count = starts.length;
  const startOf = (line: number): number => starts[line] ?? text.length;
  const endOf = (line: number): number => (line + 1 < count ? startOf(line + 1) - 1 : text.length);
  const indents = starts.map((start, line) => indentIn(text, start, endOf(line)));
  return {
    ...{ text, count, areQuoted: false, startOf, endOf },
    indentOf: (line) => indents[line] ?? -1,
    pointIn: (line, offset) => ({ line: line + 1, column: offset - startOf(line) + 1, offset }),
  };
}

/**
 * The lines in a quote, as if the quote's markers were not there.
 *
 * @param indent spaces in front of the markers
 * @returns lines that end where the quote does; null where a tab may stand for spaces on both sides of a marker
 */
export function quotedLines(lines: Lines, from: number, to: number, indent: number): Lines | null {
  const { text } = lines;
  const starts = Array.from({ length: to - from }, (_, index) => {
    const marker = lines.startOf(from + index) + indent;
    return text.charAt(marker + 1) === ' ' ? marker + 2 : marker + 1;
  });
  if (text.slice(starts[0], lines.endOf(to - 1)).includes('\t')) return null;
  const startOf = (line: number): number => starts[line - from] ?? text.length;
  return {
    ...{ ...lines, count: to, areQuoted: true, startOf },
    indentOf: (line) => indentIn(text, startOf(line), lines.endOf(line)),
  };
}

function indentIn(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at += 1;
  if (at >= end) return -1;
  return text.charCodeAt(at) === 9 ? Number.POSITIVE_INFINITY : at - start;
}
