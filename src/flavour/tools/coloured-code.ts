import { type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const behindCode = /(?<=`[^`]{1,300})`<mark style="[^"]{0,200}">`([^`]{1,300}`)<\/mark>/g;
const beforeCode = /<mark style="[^"]{0,200}">(`[^`]{1,300})`<\/mark>`(?=[^`]{1,300}`)/g;

/**
 * Code of which a part has a colour is one code: without the colours two spans would touch, and their signs would be those
 * of another span.
 */
export const colouredCode: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('`<mark') || text.includes('</mark>`'))) return lines;
  const isText = textLines(lines);
  return lines.map((line, at) => (isText[at] ? joined(joined(line, behindCode), beforeCode) : line));
};

function joined(line: Line, pattern: RegExp): Line {
  return [...line.text.matchAll(pattern)].reduceRight(
    (now, { index, 0: whole, 1: code = '' }) => replaced(now, index, index + whole.length, code),
    line,
  );
}
