import { behind, isBlank, type Line, sliceOf } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Lines of code in which the end of a fence is looked for. */
const mostCode = 300;

const loneBreak = /^\s*(?:<br\s*\/?>\s*)+$/i;

/**
 * Breaks that have a line to themselves above a text. To these tools they are part of its paragraph; to us they would
 * begin HTML, in which no Markdown is read, up to the next blank line.
 */
export const withoutLoneBreaks: Pass = (lines) => {
  if (!lines.some(({ text }) => loneBreak.test(text))) return lines;
  const isText = textLines(lines);
  return lines.map((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    const isLone = isText[at] === true && loneBreak.test(line.text) && (before === undefined || isBlank(before));
    return isLone && after !== undefined && !isBlank(after) ? sliceOf(line, line.text.length) : line;
  });
};

const marker = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\S/;
const fence = /^(\s*)(`{3,}|~{3,})[^`]*$/;

/** What no line of a list item may begin with that is indented less than its text. */
const beginsAnew = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|<|\{[%:]|`{3}|~{3})/;

const widthOf = (text = ''): number => text.replaceAll('\t', '    ').length;
const indentOf = ({ text }: Line): number => widthOf(/^[ \t]*/.exec(text)?.[0]);

/**
 * Code in a list item goes on in lines that are indented less than the item: kramdown takes them as its own, as it does
 * with those of a paragraph. To us they would end the item, and the fence below would open code that nothing ends.
 */
export const withLazyCode: Pass = (lines) => {
  if (!lines.some(({ text }) => /^\s+(?:`{3}|~{3})/.test(text))) return lines;
  const done = [...lines];
  let item = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const mark = marker.exec(line.text)?.[1];
    if (mark !== undefined) item = widthOf(mark);
    else if (!isBlank(line) && indentOf(line) < item) item = 0;
    const sign = fence.exec(line.text)?.[2];
    if (sign === undefined) continue;
    const end = endOf(lines, at, sign, item);
    if (end === null) continue;
    for (let inside = at + 1; inside < end; inside += 1) {
      const one = lines[inside] as Line;
      if (!isBlank(one) && indentOf(one) < item) done[inside] = behind(' '.repeat(item), one);
    }
    at = end;
  }
  return done;
};

/** Where a fence ends, from an index on; null where it ends in no line that the item holds. */
function endOf(lines: readonly Line[], at: number, sign: string, item: number): number | null {
  for (let end = at + 1; end < Math.min(lines.length, at + mostCode); end += 1) {
    const line = lines[end] as Line;
    const close = /^\s*(`{3,}|~{3,})\s*$/.exec(line.text)?.[1] ?? '';
    if (close.startsWith(sign) && indentOf(line) >= item) return end;
    if (!isBlank(line) && indentOf(line) < item && beginsAnew.test(line.text)) return null;
  }
  return null;
}
