import { type createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import type { Flavour } from './flavour.ts';
import { type Line, replaced, without } from './lines.ts';

/** Marks of a line beyond which it stays as it is. */
const mostMarks = 1000;

/** Takes out what stands between two marks, over several lines too; the lines stay. */
export function withoutComments(
  lines: readonly Line[],
  marks: Flavour['comments'],
  codeLines: typeof createCodeLines,
): readonly Line[] {
  return marks.reduce((done, { open, close }) => {
    if (!done.some(({ text }) => text.includes(open))) return done;
    const isCode = codeLines();
    let isOpen = false;
    return done.map((line) => {
      if (!isOpen && isCode(line.text)) return line;
      if (line.text.split(open).length > mostMarks) return line;
      const cut = withoutComment(line, open, close, isOpen);
      isOpen = cut.isOpen;
      return cut.line;
    });
  }, lines);
}

function withoutComment(
  line: Line,
  open: string,
  close: string | RegExp,
  wasOpen: boolean,
): { line: Line; isOpen: boolean } {
  let isOpen = wasOpen;
  let done = line;
  let from = 0;
  for (;;) {
    const start = isOpen ? from : withoutCodeSpans(done.text).indexOf(open, from);
    if (start < 0) return { line: done, isOpen: false };
    const end = endOf(done.text, close, isOpen ? start : start + open.length);
    if (end === null) return { line: replaced(done, start, done.text.length, ''), isOpen: true };
    done = without(done, start, end);
    from = start;
    isOpen = false;
  }
}

/** Where a mark ends that comes from a place on; null for none. */
function endOf(text: string, mark: string | RegExp, from: number): number | null {
  if (typeof mark === 'string') {
    const start = text.indexOf(mark, from);
    return start < 0 ? null : start + mark.length;
  }
  const found = mark.exec(text.slice(from));
  return found === null ? null : from + found.index + found[0].length;
}
