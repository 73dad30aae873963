/** Lines of a text, no more than an answer holds. */
export interface LineRange {
  readonly text: string;
  /** First line, from 1. */
  readonly from: number;
  /** Last line. */
  readonly to: number;
  /** Lines of the whole text. */
  readonly total: number;
  /** Whether the last line is longer than an answer holds, so that its end is missing. */
  readonly isCut: boolean;
}

/**
 * Some lines of a text with their ends: as many as were asked for and as fit. One that is too long by itself is cut off;
 * otherwise the parts, one behind the other, are the text.
 *
 * @param whole with LF line ends
 * @param from first line, from 1
 * @param count lines at most
 * @param most characters at most
 */
export function lineRange(whole: string, from: number, count: number, most: number): LineRange {
  const lines = whole.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
  const wanted = lines.slice(from - 1, from - 1 + count);
  let taken = 0;
  let length = 0;
  while (taken < wanted.length && length + (wanted[taken]?.length ?? 0) <= most) {
    length += wanted[taken]?.length ?? 0;
    taken += 1;
  }
  const isCut = taken === 0 && wanted.length > 0;
  const some = isCut ? [beginning(wanted[0] ?? '', most)] : wanted.slice(0, taken);
  return { text: some.join(''), from, to: from + some.length - 1, total: lines.length, isCut };
}

/** Half a character outside the basic plane is none. */
const beginning = (line: string, most: number): string => line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
