import { createCodeLines, createItems } from '../text/code-lines.ts';
import { createCodeText } from './code-text.ts';
import type { Context } from './context.ts';
import type { Becomes, Opened } from './flavour.ts';
import { createHtmlComments } from './html-comments.ts';
import { createIndents } from './indents.ts';
import { inLine } from './inline.ts';
import { behind, indentOf, isBlank, type Line, lineAt, replaced, sliceOf, withoutIndent } from './lines.ts';
import { takeTag } from './tag-blocks.ts';
import { htmlBlocks } from './tags.ts';
import type { Taken } from './taken.ts';
import { createWholeHtml } from './whole-html.ts';
import { withBraces } from './with-braces.ts';
import { written } from './written.ts';

/** Levels of blocks in blocks; what is deeper is taken as content. */
const deepest = 20;

/** Rewrites lines: blocks of the tool become blocks of ours, and so does what stands in lines of text. */
export function inBlocks(lines: readonly Line[], context: Context): Line[] {
  const out: Line[] = [];
  const isCode = createCodeLines();
  const itemAt = createItems();
  const code = createCodeText(context.flavour, context.say);
  const indents = createIndents();
  const settled = (line: Line, isInCode: boolean): Line => (context.isMdx ? indents.settle(line, isInCode) : line);
  const pending = [...lines];
  const isComment = createHtmlComments(lines);
  const isHtml = createWholeHtml();
  const holdsHtml = context.flavour.tags.some(({ syntax }) => syntax === htmlBlocks);
  let step = 0;
  for (let at = 0; at < pending.length; at += 1) {
    const { text } = pending[at] as Line;
    if (isCode(text)) {
      const isIndented = (): boolean => !context.isMdx && indentOf(pending[at] as Line) >= itemAt(text) + 4;
      out.push(...code.shown(settled(pending[at] as Line, true), isIndented));
      continue;
    }
    itemAt(text);
    code.end();
    if (isComment((pending[at] as Line).text, at)) {
      out.push(pending[at] as Line);
      continue;
    }
    if (holdsHtml && isHtml(pending, at)) {
      out.push(inLine(pending[at] as Line, { ...context, inHtml: true }));
      continue;
    }
    const line = settled(pending[at] as Line, false);
    const start = markerOf(line);
    const inItem = start === 0 ? line : replaced(line, 0, start, ' '.repeat(start));
    pending[at] = inItem;
    const taken = context.depth < deepest ? takeBlock(pending, at, context) : null;
    if (taken === null) {
      if (!isBlank(line) && indentOf(line) < 2) step = 0;
      out.push(inLine(line, context));
      continue;
    }
    step = taken.becomes.is === 'step' ? step + 1 : 0;
    const block = rewritten(taken, inItem, step, context.isMdx ? indents.within(indentOf(inItem)) : null, context);
    out.push(...(start === 0 ? block : withMarker(block, line, start)));
    at = taken.next - 1;
    if (taken.rest !== undefined && !isBlank(taken.rest)) {
      pending[at] = taken.rest;
      at -= 1;
    }
  }
  return out;
}

/** How long the markers of lists are that a line begins with, where a block may follow them. */
function markerOf({ text }: Line): number {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?=<[A-Za-z]|:::|\{%|\{\{[<%]|>\s?\[!)/.exec(text)?.[0].length ?? 0;
}

/** Puts the markers of lists back in front of what a block in its first line has become. */
function withMarker(block: readonly Line[], line: Line, start: number): readonly Line[] {
  const first = block.findIndex((one) => !isBlank(one));
  const found = block[first];
  const marker = line.text.slice(0, start);
  if (found === undefined) return [lineAt(marker.trimEnd(), line)];
  return [replaced(found, 0, start, marker), ...block.slice(first + 1)];
}

/** Writes a block where it stands: as far indented as the line that opens it, or less where that says nothing. */
function rewritten(
  { becomes, content }: Taken,
  opening: Line,
  step: number,
  within: number | null,
  context: Context,
): Line[] {
  const indent = within ?? indentOf(opening);
  const prefix = ' '.repeat(indent);
  const inside: Context = {
    ...context,
    flavour: becomes.is === 'raw' ? withBraces(context.flavour) : context.flavour,
    depth: context.depth + 1,
    inCallout: context.inCallout || becomes.is === 'callout',
    stepsApart: becomes.is === 'content' ? (becomes.stepsApart ?? context.stepsApart) : false,
    isIndented:
      context.isIndented || indent > 0 || (becomes.is === 'step' && !context.stepsApart) || becomes.is === 'item',
  };
  const isAsWritten = becomes.is === 'code' || becomes.is === 'lines' || ('language' in becomes && becomes.language);
  const body = isAsWritten ? content : inBlocks(content, inside);
  const title = titleLine(becomes, opening, context);
  return written({ becomes, title, body, opening, step }, context).map((line) => behind(prefix, line));
}

/** A title is a line of text like any other. */
function titleLine(becomes: Becomes, opening: Line, context: Context): Line | null {
  const title = 'title' in becomes ? (becomes.title ?? null) : null;
  if (title === null) return null;
  const start = opening.text.lastIndexOf(title);
  const line = start < 0 || title === '' ? lineAt(title, opening) : sliceOf(opening, start, start + title.length);
  return inLine(line, context);
}

function takeBlock(lines: readonly Line[], at: number, context: Context): Taken | null {
  const line = lines[at] as Line;
  const start = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(start);
  if (text === '') return null;
  for (const rule of context.flavour.blocks) {
    const opened = text.includes(rule.sign) ? rule.open(text) : null;
    if (opened !== null) return titled(opened, takeOpened(opened, lines, at));
  }
  return takeTag(lines, at, context);
}

/** A callout whose first line is its title. */
function titled({ isTitled }: Opened, taken: Taken): Taken {
  const [first, ...content] = taken.content;
  if (!isTitled || first === undefined || taken.becomes.is !== 'callout') return taken;
  return { ...taken, becomes: { ...taken.becomes, title: first.text.trim() }, content };
}

/** The content of a block that a line opens. */
function takeOpened({ becomes, ends, rest }: Opened, lines: readonly Line[], at: number): Taken {
  const opening = lines[at] as Line;
  const first = rest === undefined || rest.trim() === '' ? [] : [sliceOf(opening, opening.text.lastIndexOf(rest))];
  const indent = indentOf(opening);
  switch (ends.at) {
    case 'once':
      return { becomes, content: first, next: at + 1 };
    case 'colons': {
      const end = endOfColons(lines, at, ends.count, ends.sign === '/' ? slashes : colons);
      const content = lines.slice(at + 1, end).map((line) => withoutIndent(line, indent));
      const own = ends.sign === '/' ? withoutOptions(content) : content;
      return { becomes, content: [...first, ...own], next: end + 1 };
    }
    case 'indent': {
      const width = indent + ends.width;
      const end = endOfIndent(lines, at + 1, width);
      return {
        becomes,
        content: [...first, ...lines.slice(at + 1, end).map((line) => withoutIndent(line, width))],
        next: end,
      };
    }
    case 'quote': {
      const end = endOfQuote(lines, at + 1);
      const content = lines.slice(at + 1, end).map((line) => sliceOf(line, /^\s*> ?/.exec(line.text)?.[0].length ?? 0));
      return { becomes, content: [...first, ...content], next: end };
    }
    case 'blank': {
      const end = endWhere(lines, at + 1, isBlank);
      const content = lines
        .slice(at + 1, end)
        .map((line) => sliceOf(line, /^\s*(?:> ?)?/.exec(line.text)?.[0].length ?? 0));
      return { becomes, content: [...first, ...content], next: end };
    }
  }
}

/** Options of a block between slashes: indented lines of YAML at its start. */
function withoutOptions(lines: readonly Line[]): readonly Line[] {
  return lines.slice(endWhere(lines, 0, ({ text }) => !/^ {4}[a-z_]+: /.test(text)));
}

function endWhere(lines: readonly Line[], from: number, isEnd: (line: Line) => boolean): number {
  const found = lines.slice(from).findIndex(isEnd);
  return found < 0 ? lines.length : from + found;
}

/** A line of text right below one of a quote, its first included, belongs to its paragraph. */
function endOfQuote(lines: readonly Line[], from: number): number {
  let isText = true;
  return endWhere(lines, from, (line) => {
    const { text } = line;
    const inside = /^\s*>[ \t]?(.*)$/.exec(text)?.[1];
    const isEnd = inside === undefined && !(isText && isLazy.test(text));
    isText = inside === undefined ? isText : isLazy.test(inside);
    return isEnd;
  });
}

/** Text that goes on with a paragraph: no heading, list, table, code, rule or tag. */
const isLazy =
  /^ {0,3}(?![-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|[`~]{3}|\||<|\{[:%{]|:::|([-*_])[ \t]*(?:\1[ \t]*){2,}$)\S/;

const colons = /^\s*(:{3,})\s*(\S?)/;
const slashes = /^\s*(\/{3,})\s*(\S?)/;

/**
 * The line of colons that closes a block: at least as many as open it, and not those of a block in it. Where none is
 * left for it, a block in it has none of its own, and the first one is this block's, as the tools read it.
 */
function endOfColons(lines: readonly Line[], at: number, count: number, sign: RegExp): number {
  const isCode = createCodeLines();
  let depth = 0;
  let first: number | null = null;
  for (let index = at + 1; index < lines.length; index += 1) {
    const text = (lines[index] as Line).text;
    if (isCode(text)) continue;
    const found = sign.exec(text);
    if (found === null) continue;
    const isSame = found[1]?.length === count;
    if (found[2] !== '') depth += isSame ? 1 : 0;
    else if ((found[1]?.length ?? 0) >= count) {
      if (depth === 0 || !isSame) return index;
      first ??= index;
      depth -= 1;
    }
  }
  return sign === colons && first !== null ? first : lines.length;
}

/** Blank lines belong to what is indented below them. */
function endOfIndent(lines: readonly Line[], from: number, width: number): number {
  let end = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (isBlank(line)) continue;
    if (indentOf(line) < width) break;
    end = index + 1;
  }
  return end;
}
