import type { Root, RootContent } from 'mdast';
import type { Decompiled } from '../../dialect/decompile.ts';
import { scanHtml } from '../../dialect/html-scan.ts';
import { parseMarkdown } from '../../dialect/syntax/parse.ts';
import { TooComplex } from '../../model/too-complex.ts';
import type { Values } from '../../model/variables.ts';

/** A block of Markdown that stands in no other, with all that belongs to it. */
export interface Piece {
  /** Whole lines, without the last line's end. */
  readonly text: string;
  /** Offset of its first character, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** mdast's name for its first block: `paragraph`, `heading`, `definition`, `html` … */
  readonly type: string;
}

/**
 * Takes Markdown apart into its outermost blocks. HTML that opens an element and leaves it open goes on to where that
 * is closed, and an include takes the line that closes it along.
 *
 * @param text a body, LF line ends; front matter may be blanked out
 * @param values as for compiling
 * @returns blocks in order; between them is nothing but white space. One for the whole where it is too complex to read
 */
export function piecesOf(text: string, values: Values): readonly Piece[] {
  const lines = lineStarts(text);
  const pieces: Piece[] = [];
  let open = 0;
  for (const node of nodesOf(text, values)) {
    const from = lines[(node.position?.start.line ?? 1) - 1] ?? 0;
    const to = (lines[node.position?.end.line ?? lines.length] ?? text.length + 1) - 1;
    const last = pieces.at(-1);
    const isInside = last !== undefined && (open > 0 || from < last.end || closesInclude(last, text.slice(from, to)));
    if (isInside) pieces[pieces.length - 1] = { ...last, end: to, text: text.slice(last.start, to) };
    else pieces.push({ text: text.slice(from, to), start: from, end: to, type: node.type });
    if (node.type === 'html') open = Math.max(0, open + openElements(text.slice(from, to)));
  }
  return pieces;
}

/**
 * The outermost blocks of a text that was just written in normal form: what `piecesOf` finds in it, without reading it
 * again.
 */
export function blocksOfNormal({ parts }: Pick<Decompiled, 'parts'>): readonly string[] {
  const blocks: string[] = [];
  let open = 0;
  for (const { text, isHtml } of parts) {
    if (open > 0) blocks[blocks.length - 1] += `\n\n${text}`;
    else blocks.push(text);
    if (isHtml) open = Math.max(0, open + openElements(text));
  }
  return blocks;
}

function nodesOf(text: string, values: Values): readonly RootContent[] {
  try {
    return (parseMarkdown(text, values) as Root).children;
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return text.trim() === '' ? [] : [wholeNode(text)];
  }
}

function wholeNode(text: string): RootContent {
  const end = { line: text.split('\n').length, column: 1 };
  return { type: 'paragraph', children: [], position: { start: { line: 1, column: 1 }, end } };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Whether text begins with the line of colons that ends an include. */
function closesInclude(before: Piece, text: string): boolean {
  return before.type === 'leafDirective' && /^:{3,}[ \t]*(\n|$)/.test(text);
}

/** How many more elements a piece of HTML opens than it closes. */
function openElements(html: string): number {
  return scanHtml(html).tags.reduce((open, { closes }) => open + (closes ? -1 : 1), 0);
}
