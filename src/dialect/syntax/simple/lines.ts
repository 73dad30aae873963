import type { Point } from 'unist';

/** The lines of a text, by numbers from 0. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the first character. */
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
  const indents = starts.map((start, line) => {
    const end = endOf(line);
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at += 1;
    if (at === end) return -1;
    return text.charCodeAt(at) === 9 ? Number.POSITIVE_INFINITY : at - start;
  });
  return {
    ...{ text, count, startOf, endOf },
    indentOf: (line) => indents[line] ?? -1,
    pointIn: (line, offset) => ({ line: line + 1, column: offset - startOf(line) + 1, offset }),
  };
}
