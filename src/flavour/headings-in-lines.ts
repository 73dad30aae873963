import { createCodeLines } from '../text/code-lines.ts';
import { behind, isBlank, type Line, lineAt, replaced, sliceOf } from './lines.ts';

/** A heading of HTML that text follows in its line. */
const found = /^([ \t]*)<h([1-6])\b([^<>]{0,300})>(.{1,2000}?)<\/h\2>[ \t]*(?=[^\s<])/;

/** Signs without which HTML says the same. */
const markdown = /\*\S|`|\]\(|<[A-Z]/;

/**
 * Parts headings of HTML from the text that follows them in their line: in MDX both are Markdown, where HTML by itself
 * would hold none.
 */
export function withoutHeadingsInLines(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('</h'))) return lines;
  const isCode = createCodeLines();
  return lines.flatMap((line, at) => {
    // One below a line of HTML belongs to that.
    const isFirst = at === 0 || isBlank(lines[at - 1] as Line);
    const match = isCode(line.text) || !isFirst || !markdown.test(line.text) ? null : found.exec(line.text);
    if (match === null) return [line];
    const [whole, indent = '', level = '1', attributes = '', content = ''] = match;
    const start = whole.lastIndexOf('</h') - content.length;
    const heading = sliceOf(line, start, start + content.length);
    const id = /\bid="([^"\s{}]+)"/.exec(attributes)?.[1];
    const end = heading.text.trimEnd().length;
    const named = replaced(heading, end, heading.text.length, id === undefined ? '' : ` {#${id}}`);
    return [
      behind(`${indent}${'#'.repeat(Number(level))} `, named),
      lineAt('', line),
      behind(indent, sliceOf(line, whole.length)),
    ];
  });
}
