import { createCodeLines } from '../../text/code-lines.ts';
import { type Line, sliceOf } from '../lines.ts';

const quote = /^ {0,3}(?:>[ \t]?)+/;

/** Takes the marks of quotes off: Intercom has none, and shows what is in them as paragraphs. */
export function withoutQuotes(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => quote.test(text))) return lines;
  const isCode = createCodeLines();
  let isInCode = false;
  return lines.map((line) => {
    const mark = quote.exec(line.text)?.[0].length ?? 0;
    // In code that began outside of a quote the sign is code.
    const bare = mark > 0 && !isInCode ? sliceOf(line, mark) : line;
    const isCodeHere = isCode(bare.text);
    isInCode = isCodeHere && bare === line;
    return bare;
  });
}
