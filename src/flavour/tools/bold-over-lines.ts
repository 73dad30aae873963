import { withoutCodeSpans } from '../../text/code-lines.ts';
import { type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const opens = /(?:^|[\s([])\*\*(?=[^\s*])[^*]*$/;
const closes = /^([^*\uE000]{1,400}?[.,:;!?)])\*\*(?=[\p{L}\p{N}])/u;

/** Bold words that begin in a line and end in the next, behind a sign with a letter after it: Python-Markdown reads them. */
export const boldOverLines: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('**'))) return lines;
  const isText = textLines(lines);
  const done = [...lines];
  for (let at = 1; at < done.length; at += 1) {
    const [above, line] = [done[at - 1] as Line, done[at] as Line];
    if (!isText[at - 1] || !isText[at] || !line.text.includes('**')) continue;
    const plain = withoutCodeSpans(above.text);
    const end = closes.exec(withoutCodeSpans(line.text))?.[1]?.length;
    if (end === undefined || !opens.test(plain) || (plain.match(/\*\*/g)?.length ?? 0) % 2 === 0) continue;
    const start = plain.lastIndexOf('**');
    done[at - 1] = replaced(above, start, start + 2, '<strong>');
    done[at] = replaced(line, end, end + 2, '</strong>');
  }
  return done;
};
