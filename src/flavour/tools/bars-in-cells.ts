import { type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Which lines are a table's: rows may have no bars at their ends. */
function rowsIn(lines: readonly Line[]): readonly boolean[] {
  let isInside = false;
  return lines.map(({ text }, at) => {
    const isHead = delimiters.test(lines[at + 1]?.text ?? '') && text.includes('|');
    isInside = isHead || (isInside && text.trim() !== '');
    return isInside || /^\s*\|.*\|/.test(text);
  });
}

/** The line below the head of a table. */
const delimiters = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|?\s*$/;

/** A bar in code parts no cells in MkDocs and Jekyll, as it does in GitHub's tables. */
export const barsInCells: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('`') && text.includes('|'))) return lines;
  const isText = textLines(lines);
  const isRow = rowsIn(lines);
  return lines.map((line, at) => {
    if (!isText[at] || !isRow[at] || !line.text.includes('`')) return line;
    const bars = [...line.text.matchAll(/(?<![\\`])(`+)(?!`)((?:(?!\1).)*?[^`])\1(?!`)/g)].flatMap(
      ({ index, 0: span }) => [...span.matchAll(/(?<!\\)\|/g)].map((bar) => index + bar.index),
    );
    return bars.reduceRight((now, bar) => replaced(now, bar, bar, '\\'), line);
  });
};
