import { isBlank, type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Characters of a line of text that was wrapped, and is no title of a list. */
const leastWrapped = 40;

const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const wrapped = /^[\p{L}\p{N}"'(*_`[].*[\p{L}\p{N})"',`*_]$/u;

/**
 * A dash of a sentence that a wrapped line begins with is text: Python-Markdown begins no list below a line of text. Where
 * it looks like one all the same, with several items or below a colon, the list that its author meant stays.
 */
export const dashesInText: Pass = (lines) => {
  if (!lines.some(({ text }) => /^- \p{Ll}/u.test(text))) return lines;
  const isText = textLines(lines);
  return lines.map((line, at) => (isText[at] && isInSentence(lines, at) ? replaced(line, 0, 1, '\\-') : line));
};

function isInSentence(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  if (!/^- \p{Ll}/u.test(lines[at]?.text ?? '') || above.length < leastWrapped || !wrapped.test(above)) return false;
  return blockAround(lines, at).every((line, index) => index === 0 || !item.test(line.text));
}

/** A line, and the others of its paragraph. */
function blockAround(lines: readonly Line[], at: number): readonly Line[] {
  const isEnd = (index: number): boolean => lines[index] === undefined || isBlank(lines[index] as Line);
  let start = at;
  let end = at;
  while (!isEnd(start - 1)) start -= 1;
  while (!isEnd(end + 1)) end += 1;
  return [...lines.slice(at, end + 1), ...lines.slice(start, at)];
}
