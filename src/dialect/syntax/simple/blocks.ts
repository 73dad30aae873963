import type { BlockContent, Code, Heading, Paragraph, ThematicBreak } from 'mdast';
import type { Point } from 'unist';
import type { Beginning, Read } from './beginning.ts';
import type { Lines } from './lines.ts';
import { beginsItem, readList } from './list.ts';
import { readPhrases } from './phrases.ts';
import { readQuote } from './quote.ts';

// The end of a line is `(?![^\n])`: to `$` a few characters are one that stand in the middle of a line of Markdown.
const heading = /(#{1,6}) +(?=[^ \n])/y;
const fence = /(`{3,})(?: *([^\s`\\&{]+)(?: +([^\s`\\&{][^\n`\\&{]*))?)? *(?![^\n])/y;
const fenceEnd = /^( {0,3})(`{3,})[ \t]*$/;
const thematicBreak = /(?:-{3,}|\*{3,}|_{3,})(?![^\n])/y;
/** What a line of a paragraph may begin with, wherever it stands in it: no other block begins so. */
const text =
  /(?:[\p{L}\p{M}\p{Nd}"'([!\\$%,.;/?]|[^\0-\x7f\s\ufeff]|`(?!``)|\*(?=[^*\s])|\*\*(?=[^*\s])|_(?=[^_\s])|__(?=[^_\s]))/uy;
/** Of what may interrupt a paragraph, what is sure to: an item or quote has to begin with text. */
const interruption = /#{1,6} |(?:> ?|(?:[-*+]|1[.)]) +)(?:[\p{L}["'(]|`(?!``)|\*\*?(?=[^*\s]))|```[^`\n]*(?![^\n])/uy;

/**
 * Reads a heading, paragraph, list, quote, fenced code or thematic break.
 *
 * @returns null where there is anything else, or anything that could be read in two ways
 */
export function readBlock(beginning: Beginning): Read<BlockContent> | null {
  const { lines, line, indent } = beginning;
  const at = lines.startOf(line) + indent;
  if (lines.text.startsWith('#', at)) return readHeading(beginning);
  if (lines.text.startsWith('```', at)) return readFence(beginning);
  if (lines.text.startsWith('>', at)) return readQuote(beginning, readBlock);
  if (matches(thematicBreak, lines.text, at)) return readBreak(beginning);
  return beginsItem(lines, line, indent) ? readList(beginning, readBlock) : readParagraph(beginning);
}

/** @param pattern sticky */
function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const startOf = ({ lines, line, indent }: Beginning): number => lines.startOf(line) + indent;

function positionTo(beginning: Beginning, last: number): { start: Point; end: Point } {
  const { lines, line } = beginning;
  return { start: lines.pointIn(line, startOf(beginning)), end: lines.pointIn(last, lines.endOf(last)) };
}

/** Offset behind the last character that is no space. */
function lastIn(lines: Lines, line: number): number {
  let to = lines.endOf(line);
  while (lines.text.charAt(to - 1) === ' ') to -= 1;
  return to;
}

function readBreak(beginning: Beginning): Read<ThematicBreak> {
  const { line } = beginning;
  return { node: { type: 'thematicBreak', position: positionTo(beginning, line) }, next: line + 1 };
}

function readHeading(beginning: Beginning): Read<Heading> | null {
  const { lines, line } = beginning;
  heading.lastIndex = startOf(beginning);
  const [opening = '', marks = ''] = heading.exec(lines.text) ?? [];
  const to = lastIn(lines, line);
  // Marks at the end may not belong to the text.
  if (opening === '' || lines.text.charAt(to - 1) === '#') return null;
  const children = readPhrases({ ...beginning, from: startOf(beginning) + opening.length, to });
  if (children === null) return null;
  const depth = marks.length as Heading['depth'];
  return { node: { type: 'heading', depth, children, position: positionTo(beginning, line) }, next: line + 1 };
}

function readParagraph(beginning: Beginning): Read<Paragraph> | null {
  const { lines, line, indent } = beginning;
  if (!matches(text, lines.text, startOf(beginning))) return null;
  let next = line + 1;
  // What is indented less goes on with the paragraph, or ends what it is in: that is for the list to say.
  for (; next < lines.count && lines.indentOf(next) >= indent; next += 1) {
    if (lines.indentOf(next) > indent) return null;
    const at = lines.startOf(next) + indent;
    if (matches(interruption, lines.text, at)) break;
    if (!matches(text, lines.text, at) || beginsItem(lines, next, indent)) return null;
  }
  const to = lastIn(lines, next - 1);
  const children = readPhrases({ ...beginning, from: startOf(beginning), to });
  if (children === null) return null;
  return { node: { type: 'paragraph', children, position: positionTo(beginning, next - 1) }, next };
}

function readFence(beginning: Beginning): Read<Code> | null {
  const { lines, line, indent } = beginning;
  fence.lastIndex = startOf(beginning);
  const [, marks, lang = null, meta = null] = fence.exec(lines.text) ?? [];
  if (marks === undefined) return null;
  const content: string[] = [];
  for (let next = line + 1; next < lines.count; next += 1) {
    const isBlank = lines.indentOf(next) === -1;
    const written = lines.text.slice(lines.startOf(next), lines.endOf(next));
    // A tab may stand for spaces on both sides of where the code begins.
    if (indent > 0 && ((!isBlank && lines.indentOf(next) < indent) || written.includes('\t'))) return null;
    const own = written.slice(indent);
    const [, spaces, close = ''] = fenceEnd.exec(own) ?? [];
    if (close.length >= marks.length) {
      if (spaces !== '') return null;
      const node: Code = { type: 'code', lang, meta, value: content.join('\n'), position: positionTo(beginning, next) };
      return { node, next: next + 1 };
    }
    content.push(own);
  }
  return null;
}
