import { isBlank, replaced, sliceOf } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Lines that are nothing but tags go: they sort notes. */
export const withoutTagLines: Pass = (lines) => {
  const isText = textLines(lines);
  return lines.map((line, at) =>
    isText[at] && /^(?:<span\b[^<>]*>)?(?:#[\p{L}_][\p{L}\p{N}_/-]*\s*)+(?:<\/span>\s*)?$/u.test(line.text)
      ? sliceOf(line, line.text.length)
      : line,
  );
};

/** HTML that is no part of a sentence. */
const html = '<(?!\\/?(?:a|b|i|em|strong|code|kbd|mark|span|sub|sup|u)\\b|https?:|mailto:|[^\\s<>]+@)';

const isBlock = new RegExp(
  `^[ \\t>]*(?:#{1,6}\\s|[-*+]\\s|\\d{1,9}[.)]\\s|\\||\`{3}|~{3}|${html}|[-*_=]{3,}\\s*$|\\[!|\\$\\$|%%|\\[\\^[^\\]]+\\]:|$)`,
);
const isAlone = new RegExp(`^[ \\t>]*(?:#{1,6}\\s|\\||${html}|\\[!|\\$\\$|%%|\\[\\^[^\\]]+\\]:|[-*_]{3,}\\s*$)`);

/** Every line of a paragraph begins on a line of its own, as Obsidian shows it. */
export const withBreaks: Pass = (lines) => {
  const isText = textLines(lines);
  return lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined || !isText[at] || !isText[at + 1] || isBlank(line) || isBlank(next)) return line;
    const { text } = line;
    const begins = isAlone.test(text) || /^[ \t>]*$/.test(text);
    const isInQuote = text.trimStart().startsWith('>') === next.text.trimStart().startsWith('>');
    if (begins || !isInQuote || isBlock.test(next.text) || /(?: {2}|\\)$/.test(text)) return line;
    return replaced(line, text.length, text.length, '  ');
  });
};
