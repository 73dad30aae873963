import type { FoundHeading, Remedy } from '../dialect/construct.ts';

/**
 * Takes a heading out of a text, with the blank lines below it. Only a Markdown heading by itself: between blank
 * lines, with text below, and without an id that links could ask for.
 *
 * @param text the source with its front matter blanked out, LF line ends
 * @returns undefined where more than the heading would change
 */
export function titleRemedy(text: string, { position, id }: FoundHeading): Remedy | undefined {
  if (position === undefined || id !== null) return undefined;
  const lines = text.split('\n');
  const { start, end } = position;
  const written = lines.slice(start.line - 1, end.line).join('\n');
  const isHeading = /^ {0,3}#{1,6}[ \t][^\n]*$/.test(written) || /^ {0,3}[^\n]+\n {0,3}(?:=+|-+)[ \t]*$/.test(written);
  const isApart = (lines[start.line - 2] ?? '').trim() === '' && !/[<{]/.test(written);
  const below = lines.findIndex((line, index) => index >= end.line && line.trim() !== '');
  if (!isHeading || !isApart || below < 0) return undefined;
  const at = { start: { line: start.line, column: 1 }, end: { line: below + 1, column: 1 } };
  return { description: 'remove the heading', at, text: '' };
}
