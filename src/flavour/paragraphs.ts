import { createCodeLines } from '../text/code-lines.ts';
import { isBlank, type Line } from './lines.ts';

/** A line of a paragraph. */
export interface ParagraphLine {
  /** Its index among all lines. */
  readonly at: number;
  /** Where its text begins, behind marks of quotes and lists. */
  readonly start: number;
}

const marks = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
const quotes = /^[\s>]*/;

/** What begins a block of its own: items, headings, directives, rows, rules, elements that hold blocks. */
const begins =
  /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]|#{1,6}[ \t]|:{3,}|\||(?:!!!|\?\?\?\+?|===|\/{3,})[ \t]+["\w]|(?:=+|-+|(?:[-*_][ \t]*){3,})\s*$|<\/?(?:address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|t(?:able|body|d|foot|h|head|r)|ul)\b)/;

const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^\|[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;

const depthOf = (prefix: string): number => prefix.split('>').length - 1;

/** The paragraphs of a text that have several lines, whatever they are indented by: tools have blocks that indent them. */
export function paragraphsOf(lines: readonly Line[]): readonly (readonly ParagraphLine[])[] {
  const isCode = createCodeLines();
  const found: ParagraphLine[][] = [];
  let open: ParagraphLine[] = [];
  let depth = 0;
  let isTable = false;
  for (const [at, line] of lines.entries()) {
    const { text } = line;
    const quote = quotes.exec(text)?.[0] ?? '';
    const rest = text.slice(quote.length);
    const isOver = isCode(text) || isBlank(line) || rest === '';
    if (isOver) isTable = false;
    else if (delimiters.test(rest)) isTable = true;
    const isNew = isOver || isTable || depthOf(quote) > depth || begins.test(rest);
    if (isNew && open.length > 0) {
      found.push(open);
      open = [];
    }
    depth = isOver ? 0 : isNew || open.length === 0 ? depthOf(quote) : depth;
    if (!isOver && !isTable)
      open.push({ at, start: open.length === 0 ? (marks.exec(text)?.[0].length ?? 0) : quote.length });
  }
  return [...found, open].filter(({ length }) => length > 1);
}
