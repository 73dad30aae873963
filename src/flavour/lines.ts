/** A line on its way from another tool's Markdown to ours, and where its text comes from. */
export interface Line {
  readonly text: string;
  /** Line of the source, from 1. */
  readonly line: number;
  /** What to add to a column of this line to have the source's, each from a column of this line on; ascending. */
  readonly shifts: readonly Shift[];
}

interface Shift {
  readonly from: number;
  readonly by: number;
}

const unmoved: readonly Shift[] = [{ from: 1, by: 0 }];

/** The lines of a text. @param text with LF line ends */
export function linesOf(text: string): readonly Line[] {
  return text.split('\n').map((line, index) => ({ text: line, line: index + 1, shifts: unmoved }));
}

/** A line that is in no source: it stands for the line that asked for it. */
export function lineAt(text: string, { line, shifts }: Line): Line {
  return { text, line, shifts: [{ from: 1, by: shifts[0]?.by ?? 0 }] };
}

/** Part of a line, from one index to another. */
export function sliceOf(line: Line, start: number, end = line.text.length): Line {
  if (start === 0 && end >= line.text.length) return line;
  const inside = line.shifts.filter(({ from }) => from > start + 1);
  return {
    text: line.text.slice(start, end),
    line: line.line,
    shifts: [
      { from: 1, by: shiftAt(line, start + 1) + start },
      ...inside.map(({ from, by }) => ({ from: from - start, by: by + start })),
    ],
  };
}

/** The same line behind something that is not in the source, such as the indentation of a list. */
export function behind(prefix: string, line: Line): Line {
  if (prefix === '' || line.text === '') return line;
  const { length } = prefix;
  const [first, ...rest] = line.shifts.map(({ from, by }) => ({ from: from + length, by: by - length }));
  return { text: prefix + line.text, line: line.line, shifts: [{ from: 1, by: first?.by ?? 0 }, ...rest] };
}

/** The same line with another text between two indexes. */
export function replaced(line: Line, start: number, end: number, text: string): Line {
  const by = end - start - text.length;
  const after = start + text.length + 1;
  const before = line.shifts.filter(({ from }) => from <= start + 1);
  const later = line.shifts
    .filter(({ from }) => from > end + 1)
    .map((one) => ({ from: one.from - by, by: one.by + by }));
  return {
    text: line.text.slice(0, start) + text + line.text.slice(end),
    line: line.line,
    shifts: [...before, { from: after, by: shiftAt(line, end + 1) + by }, ...later],
  };
}

/** What holds marks of emphasis apart, and shows nothing. */
const nothing = '<!---->';

/** A heading without a word. */
const emptyHeading = /^\s*#{1,6}(?:[\s*_~]|<!---->)*$/;

/**
 * The same line without a part that shows nothing. Marks of emphasis around it stay what they are: two and two asterisks
 * would be four, or a rule, and none opens before a space. A heading that has nothing else goes.
 */
export function without(line: Line, start: number, end: number): Line {
  const before = line.text.slice(0, start);
  const closes = /[*_~]/.test(line.text[end] ?? '') && /[*_~]\S.*\s$/.test(before);
  const done = replaced(line, start, end, closes || /[*_~]$/.test(before) ? nothing : '');
  return emptyHeading.test(done.text) ? sliceOf(done, done.text.length) : done;
}

/** What to add to a column. */
export function shiftAt({ shifts }: Line, column: number): number {
  return shifts.findLast(({ from }) => from <= column)?.by ?? 0;
}

/** Blank, or nothing. */
export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

/** How far a line is indented. */
export function indentOf({ text }: Line): number {
  return /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;
}

/** Takes up to so many columns of indentation off; a tab is four. */
export function withoutIndent(line: Line, width: number): Line {
  let columns = 0;
  let index = 0;
  while (columns < width && (line.text[index] === ' ' || line.text[index] === '\t')) {
    columns += line.text[index] === '\t' ? 4 : 1;
    index += 1;
  }
  return sliceOf(line, index);
}
