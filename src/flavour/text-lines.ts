import { createCodeLines } from '../text/code-lines.ts';
import { isBlank, type Line, replaced } from './lines.ts';

/** Lines from lines, where what is meant shows only in several. */
export type Pass = (lines: readonly Line[]) => readonly Line[];

/** Passes one after the other. */
export const inTurn =
  (...passes: readonly Pass[]): Pass =>
  (lines) =>
    passes.reduce((done, pass) => pass(done), lines);

/** Longer lines are left as they are: a pattern may take their square. */
const mostOfLine = 4000;

/** Which of the lines are text that passes look at, by index: no code. */
export function textLines(lines: readonly Line[]): readonly boolean[] {
  const isCode = createCodeLines();
  return lines.map(({ text }) => !isCode(text) && text.length <= mostOfLine);
}

const span = /(?<![\\`])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;

/**
 * Takes out of code what its tool takes out before it reads Markdown, such as the marks around what it shall not run.
 *
 * @param pattern with the flag `g`
 * @param kept group of the pattern that stays; none for nothing
 */
export const inCode =
  (sign: string, pattern: RegExp, kept = 0): Pass =>
  (lines) => {
    if (!lines.some(({ text }) => text.includes(sign))) return lines;
    const isText = textLines(lines);
    return lines.flatMap((line, at) => {
      if (!line.text.includes(sign) || line.text.length > mostOfLine) return [line];
      const spans = isText[at]
        ? [...line.text.matchAll(span)].map((one) => [one.index, one.index + one[0].length])
        : null;
      const isCode = (index: number) => spans?.some(([from = 0, to = 0]) => index >= from && index < to) ?? true;
      const found = [...line.text.matchAll(pattern)].filter(({ index }) => isCode(index));
      const done = found.reduceRight(
        (now, one) => replaced(now, one.index, one.index + one[0].length, kept === 0 ? '' : (one[kept] ?? '')),
        line,
      );
      return spans === null && kept === 0 && isBlank(done) && found.length > 0 ? [] : [done];
    });
  };
