import { isBlank, type Line, sliceOf } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const breakAtEnd = /(?<!\\)(?:\\\\)*(\\)\s*$/;

/** Breaks behind which nothing more stands in the paragraph: GitBook writes them, and shows none. */
export const withoutLastBreaks: Pass = (lines) => {
  if (!lines.some(({ text }) => /\\\s*$/.test(text))) return lines;
  const isText = textLines(lines);
  const done = [...lines];
  // From the last line on, so that one of several breaks in turn is the last once those behind it are gone.
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] as Line;
    const found =
      isText[at] && (done[at + 1] === undefined || isBlank(done[at + 1] as Line)) ? breakAtEnd.exec(line.text) : null;
    if (found !== null) done[at] = sliceOf(line, 0, found.index + found[0].lastIndexOf('\\'));
  }
  return done;
};
