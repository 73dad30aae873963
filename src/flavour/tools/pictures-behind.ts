import { type Line, replaced } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const picture = /(?<![\\[])!\[[^[\]]{0,400}\]\((?:<[^<>]{1,1000}>|[^()\s]{1,1000})(?:\s+"[^"]{0,200}")?\)[ \t]?/g;

/**
 * A picture in the middle of a sentence comes behind it: Intercom has none in a line, and would part the sentence there.
 */
export const picturesBehind: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('!['))) return lines;
  const isText = textLines(lines);
  return lines.map((line, at) => (isText[at] && !/^\s*(?:#|\|)/.test(line.text) ? behindSentence(line) : line));
};

function behindSentence(line: Line): Line {
  const found = [...line.text.matchAll(picture)].filter(
    ({ index, 0: whole }) =>
      /[\p{L}\p{N}]/u.test(line.text.slice(0, index)) && /[\p{L}\p{N}]/u.test(line.text.slice(index + whole.length)),
  );
  const bare = found.reduceRight((now, { index, 0: whole }) => replaced(now, index, index + whole.length, ''), line);
  const last = bare.text.trimEnd().length;
  return found.reduceRight((now, { 0: whole }) => replaced(now, last, last, ` ${whole.trim()}`), bare);
}
