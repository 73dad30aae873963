import { withoutCodeSpans } from '../text/code-lines.ts';
import { isBlank, type Line, lineAt, sliceOf } from './lines.ts';
import { type Pass, textLines } from './text-lines.ts';

const cellTags = /<(\/?)(?:td|th)\b[^<>]*>/g;

/** Code, bold, italics, a link, an item of a list: what HTML would show as signs. */
const markdown = /`[^`]|(?<![\w*])\*{1,2}[^\s*]|\]\(|(?<!\w)_{1,2}[^\s_]|^\s*[-*+]\s+\S/m;

/** A place in lines. */
interface Point {
  readonly at: number;
  readonly index: number;
}

/**
 * Gives Markdown in the cells of an HTML table the blank lines around it that CommonMark asks for: in MDX it is read without
 * them.
 */
export const markdownInCells: Pass = (lines) => {
  if (!lines.some(({ text }) => /<t[dh]\b/.test(text))) return lines;
  const isText = textLines(lines);
  const breaks = new Map<number, number[]>();
  let open: Point | null = null;
  for (const [at, { text }] of lines.entries()) {
    if (!isText[at] || !/<\/?t[dh]\b/.test(text)) continue;
    for (const { 0: tag, 1: slash, index } of withoutCodeSpans(text).matchAll(cellTags)) {
      if (slash === '') open = { at, index: index + tag.length };
      else if (open !== null) {
        if (holdsMarkdown(lines, open, { at, index }))
          for (const point of [open, { at, index }])
            breaks.set(point.at, [...(breaks.get(point.at) ?? []), point.index]);
        open = null;
      }
    }
  }
  return lines.flatMap((line, at) => brokenAt(line, breaks.get(at) ?? []));
};

/** Whether a cell has Markdown in it, without blank lines, which would be enough. */
function holdsMarkdown(lines: readonly Line[], from: Point, to: Point): boolean {
  const inside = lines
    .slice(from.at, to.at + 1)
    .map(({ text }, offset, all) =>
      text.slice(offset === 0 ? from.index : 0, offset === all.length - 1 ? to.index : undefined),
    );
  return markdown.test(inside.join('\n')) && !lines.slice(from.at + 1, to.at).some(isBlank);
}

/** A line in parts, with a blank one at each of some places. */
function brokenAt(line: Line, indexes: readonly number[]): readonly Line[] {
  if (indexes.length === 0) return [line];
  const ends = [...indexes, line.text.length];
  const parts = [0, ...indexes].map((start, order) => sliceOf(line, start, ends[order]));
  return parts.flatMap((part, order) => [
    ...(order === 0 ? [] : [lineAt('', line)]),
    ...(isBlank(part) ? [] : [sliceOf(part, order === 0 ? 0 : (/^\s*/.exec(part.text)?.[0].length ?? 0))]),
  ]);
}
