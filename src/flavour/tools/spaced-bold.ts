import { withoutCodeSpans } from '../../text/code-lines.ts';
import { type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const sign = /(?<![\\*])\*\*(?!\*)/g;

/**
 * GitBook's editor leaves the space before bold words in them (`the** CI/CD** tab`), where Markdown does not read their
 * start: it goes before the signs.
 */
export const spacedBold: Pass = (lines) => {
  if (!lines.some(({ text }) => /\S\*\*[ \t]/.test(text))) return lines;
  const isText = textLines(lines);
  return lines.map((line, at) => (isText[at] && /\S\*\*[ \t]/.test(line.text) ? moved(line) : line));
};

function moved(line: Line): Line {
  const plain = withoutCodeSpans(line.text);
  const signs = [...plain.matchAll(sign)].map(({ index }) => index);
  const starts: number[] = [];
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const [start = 0, end = 0] = signs.slice(at, at + 2);
    const isSpaced = /[^\s*]/.test(plain[start - 1] ?? ' ') && /[ \t]/.test(plain[start + 2] ?? '');
    const ends = /\S/.test(plain[end - 1] ?? ' ') && /^(?:$|[\s.,;:!?)\]])/.test(plain.slice(end + 2));
    // A sign that opens nothing is passed alone, so that the next may open.
    if (!isSpaced) at += /\S/.test(plain[start + 2] ?? ' ') ? 1 : 0;
    else if (ends) {
      starts.push(start);
      at += 1;
    }
  }
  return starts.reduceRight((now, start) => {
    const space = /^[ \t]+/.exec(now.text.slice(start + 2))?.[0] ?? '';
    return replaced(now, start, start + 2 + space.length, `${space}**`);
  }, line);
}
