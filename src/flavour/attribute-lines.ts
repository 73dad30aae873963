import { isBlank, type Line, replaced, sliceOf } from './lines.ts';
import { type Pass, textLines } from './text-lines.ts';

const alone = /^\s*\{:[ \t]*([^{}]*?)[ \t]*\}\s*$/;
const contents = /^\s*(?:[-*+]|\d+[.)])\s+\S.*$/;

/**
 * Reads lists of attributes that have a line to themselves: an id goes to the heading above, a table of contents away. A class
 * that means something stays, above what it is about.
 *
 * @param means whether a list says what its block is
 */
export const attributeLines =
  (means: (attributes: string) => boolean): Pass =>
  (lines) => {
    if (!lines.some(({ text }) => text.includes('{:'))) return lines;
    const isText = textLines(lines);
    const out: Line[] = [];
    let isFolded = false;
    for (const [at, line] of lines.entries()) {
      const attributes = isText[at] ? alone.exec(line.text)?.[1] : undefined;
      if (isFolded && /^\s*<\/details>\s*$/.test(line.text)) {
        out.push(sliceOf(line, line.text.length));
        isFolded = false;
      } else if (attributes === undefined) out.push(line);
      else if (/^toc\b/.test(attributes)) isFolded = withoutContents(out, line) || isFolded;
      else if (means(attributes)) above(out, line);
      else {
        toHeading(out, attributes);
        out.push(sliceOf(line, line.text.length));
      }
    }
    return out;
  };

/** The item that stands for a table of contents goes, and the heading over it. @returns whether it is in a fold */
function withoutContents(out: Line[], line: Line): boolean {
  const blank = (index: number): void => {
    const one = out[index] as Line;
    out[index] = sliceOf(one, one.text.length);
  };
  const last = out.findLastIndex((one) => !isBlank(one));
  if (last >= 0 && contents.test(out[last]?.text ?? '')) blank(last);
  const title = out.findLastIndex((one) => !isBlank(one));
  const text = title < 0 ? '' : (out[title]?.text ?? '');
  if (title > last - 6 && /^\s*#{1,6}\s.*(?:contents|toc)/i.test(text)) blank(title);
  out.push(sliceOf(line, line.text.length));
  const details = out.findLastIndex((one) => /^\s*<details\b/.test(one.text));
  if (details < 0 || details < out.length - 12) return false;
  if (
    !/<summary\b[\s\S]*contents/i.test(
      out
        .slice(details)
        .map((one) => one.text)
        .join('\n'),
    )
  )
    return false;
  for (let index = details; index < out.length; index += 1) blank(index);
  return true;
}

/** Moves a list that follows a block above it. */
function above(out: Line[], line: Line): void {
  let first = out.length;
  while (first > 0 && !isBlank(out[first - 1] as Line)) first -= 1;
  const isQuote = /^\s*>/.test(line.text);
  if (first === out.length || isQuote || alone.test(out[out.length - 1]?.text ?? '')) out.push(line);
  else out.splice(first, 0, line);
}

function toHeading(out: Line[], attributes: string): void {
  const id = /(?:^|\s)#([\w.:-]+)/.exec(attributes)?.[1];
  const heading = out.at(-1);
  if (id === undefined || heading === undefined || isBlank(heading)) return;
  const { length } = heading.text;
  const isHeading = /^\s*#{1,6}\s/.test(heading.text);
  // Of what is no text, such as a table, nothing is known that takes an id.
  if (!isHeading && !/^\s*(?:(?:[-*+]|\d+[.)])\s+)?[\p{L}\p{N}*_[!`]/u.test(heading.text)) return;
  out[out.length - 1] = replaced(heading, length, length, isHeading ? ` {#${id}}` : `<span id="${id}"></span>`);
}
