import { isBlank, type Line, lineAt } from './lines.ts';

/** Whether a page is HTML and no Markdown, by the name of its file: Jekyll makes posts of such too. */
export function isHtmlPage(file: string): boolean {
  return /\.html$/i.test(file);
}

/** The lines of such a page as one block of HTML, which an empty line would end. */
export function asOneBlock(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const [top, bottom] = [lines[first], lines.findLast((line) => !isBlank(line))];
  if (top === undefined || bottom === undefined) return lines;
  const end = lines.lastIndexOf(bottom) + 1;
  const inside = lines.slice(first, end).map((line) => (isBlank(line) ? lineAt('<!-- -->', line) : line));
  return [...lines.slice(0, first), lineAt('<div>', top), ...inside, lineAt('</div>', bottom), ...lines.slice(end)];
}
