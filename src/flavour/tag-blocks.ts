import { createCodeLines } from '../text/code-lines.ts';
import type { Context } from './context.ts';
import type { Becomes, Tags } from './flavour.ts';
import { withoutIconSigns } from './icons.ts';
import { indentOf, isBlank, type Line, sliceOf, withoutIndent } from './lines.ts';
import { type Tag, wordsOf } from './tags.ts';
import type { Taken } from './taken.ts';
import { titleOf } from './tools/mdx.ts';
import { byItsAttributes, isOnlyLook } from './unknown-tag.ts';

/** Lines that one tag may be written over. */
const mostLines = 80;

/** Tags of a line beyond which none in it is a block: it is refused later. */
const mostSigns = 1000;

/** A place in lines. */
interface Point {
  readonly line: number;
  readonly index: number;
}

/** A tag in lines, and where it ends. */
interface Placed {
  readonly tag: Tag;
  readonly end: Point;
}

/** Takes a tag that has its line to itself, with all that is in it. @returns null where no tag begins, or text goes on behind it */
export function takeTag(lines: readonly Line[], at: number, context: Context): Taken | null {
  const line = lines[at] as Line;
  const index = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
  for (const tags of context.flavour.tags) {
    if (!line.text.startsWith(tags.syntax.sign, index) || line.text.split(tags.syntax.sign).length > mostSigns)
      continue;
    const placed = readTag(lines, { line: at, index }, tags, context);
    if (placed !== null) return takePlaced(placed, lines, at, tags, context);
  }
  return null;
}

function takePlaced(placed: Placed, lines: readonly Line[], at: number, tags: Tags, context: Context): Taken | null {
  const { tag, end } = placed;
  const behind = sliceOf(lines[end.line] as Line, end.index);
  if (tag.kind === 'close') {
    if (!isBlank(behind)) return null;
    return { becomes: { is: 'lines', lines: [] }, content: [], next: end.line + 1 };
  }
  const closing = tag.kind === 'alone' ? null : closingOf(placed, lines, tags, context);
  if (closing === null) {
    const unclosed = tag.kind === 'open' ? takeUnclosed(placed, lines, at, tags, context) : null;
    if (unclosed !== null) return unclosed;
    if (!isBlank(behind)) return null;
    return { becomes: whatItIs(tag, [], false, at, lines, tags, context), content: [], next: end.line + 1 };
  }
  const rest = sliceOf(lines[closing.end.line] as Line, closing.end.index);
  const isLine = closing.start.line === end.line;
  // A word in a tag at the start of a sentence is no block.
  if (isLine && !isBlank(rest) && !Object.hasOwn(tags.blocks, tag.name)) return null;
  // What stands between tags of templates is indented as it is meant: code may be.
  const most = tags.syntax.sign === '{%' ? indentOf(lines[at] as Line) : Number.POSITIVE_INFINITY;
  const content = contentOf(lines, end, closing.start, most);
  const becomes = whatItIs(tag, content, true, at, lines, tags, context);
  return { becomes, content, next: closing.end.line + 1, rest };
}

/** Shortcodes need no end, and elements that only group lose nothing without one. */
const needsEnd: readonly Becomes['is'][] = ['callout', 'section', 'details'];

/** A block that nothing closes: `<details>` holds what follows, as in HTML, any other nothing. @returns null for what needs no end */
function takeUnclosed(
  { tag, end }: Placed,
  lines: readonly Line[],
  at: number,
  tags: Tags,
  context: Context,
): Taken | null {
  const rule = Object.hasOwn(tags.blocks, tag.name) ? tags.blocks[tag.name] : undefined;
  const becomes = rule?.(tag, []) ?? null;
  if (becomes === null || !needsEnd.includes(becomes.is) || tags.syntax.sign === '{{') return null;
  const opening = lines[at] as Line;
  const indent = indentOf(opening);
  const holds = becomes.is === 'details';
  if (!holds && !isBlank(sliceOf(lines[end.line] as Line, end.index))) return null;
  context.say({ is: 'unclosed', written: tag.written, name: tag.name, holds }, opening, indent);
  if (!holds) return { becomes: { is: 'lines', lines: [] }, content: [], next: end.line + 1 };
  const isOut = (line: Line): boolean => !isBlank(line) && indentOf(line) < indent;
  const found = lines.findIndex((line, index) => index > end.line && isOut(line));
  const last = (found < 0 ? lines.length : found) - 1;
  const stop = { line: last, index: (lines[last] as Line).text.length };
  return { becomes, content: contentOf(lines, end, stop, Number.POSITIVE_INFINITY), next: last + 1 };
}

/** What stands between two places, without the indentation that all of it has, but for so much at most. */
function contentOf(lines: readonly Line[], from: Point, to: Point, most: number): Line[] {
  if (from.line === to.line)
    return [sliceOf(lines[from.line] as Line, from.index, to.index)].filter((line) => !isBlank(line));
  const first = sliceOf(lines[from.line] as Line, from.index);
  const last = sliceOf(lines[to.line] as Line, 0, to.index);
  const whole = [...lines.slice(from.line + 1, to.line), ...(isBlank(last) ? [] : [last])];
  const least = Math.min(...whole.filter((line) => !isBlank(line)).map(indentOf));
  const width = Number.isFinite(least) ? Math.min(most, least) : 0;
  return [...(isBlank(first) ? [] : [withoutIndent(first, 80)]), ...whole.map((line) => withoutIndent(line, width))];
}

function whatItIs(
  tag: Tag,
  content: readonly Line[],
  closes: boolean,
  at: number,
  lines: readonly Line[],
  tags: Tags,
  context: Context,
): Becomes {
  const chosen = Object.hasOwn(context.choices, tag.name) ? context.choices[tag.name] : undefined;
  const title = tag.attributes.get('title') ?? tag.attributes.get('label') ?? tag.name;
  switch (chosen) {
    case 'unwrap':
      return { is: 'content' };
    case 'drop':
      return { is: 'lines', lines: [] };
    case 'callout':
      return { is: 'callout', color: 'gray', title: tag.attributes.get('title') ?? null };
    case 'section':
      return { is: 'section', title };
    case undefined:
  }
  const rule = Object.hasOwn(tags.blocks, tag.name) ? tags.blocks[tag.name] : undefined;
  const known = rule?.(tag, content) ?? null;
  if (known?.is === 'program') {
    context.say({ is: 'program', written: tag.written }, lines[at] as Line);
    return { is: 'lines', lines: [] };
  }
  if (known !== null) return known;
  const inline = Object.hasOwn(tags.inline, tag.name) ? tags.inline[tag.name] : undefined;
  if (inline !== undefined && !closes) {
    const shown = inline(tag, null);
    const isShown = withoutIconSigns(shown) !== '';
    if (!isShown && shown !== '') context.say({ is: 'icon' }, lines[at] as Line);
    return { is: 'lines', lines: isShown ? [shown] : [] };
  }
  const partial = context.names.get(tag.name);
  if (partial !== undefined && /\.mdx?$/.test(partial))
    return { is: 'lines', lines: [`:::include{file="${partial}"}`] };
  const shown = byItsAttributes(tag, content, closes);
  if (shown !== null) return shown;
  const line = lines[at] as Line;
  const isInLine = closes && line.text.includes(`</${tag.name}>`);
  if (isInLine && content.length > 0 && isOnlyLook(tag)) return { is: 'content' };
  const words = closes ? null : wordsOf(tag, indentOf(line) === 0);
  const { written, name: called } = tag;
  const left = closes ? 'content' : words !== null ? 'words' : 'nothing';
  const lacks = left === 'nothing';
  context.say(
    { is: 'unknown-tag', written, name: called, noun: tags.syntax.noun, shown: left, lacks },
    line,
    indentOf(line),
  );
  if (!closes) return { is: 'lines', lines: words === null ? [] : [words] };
  const name = titleOf(tag, 'title', 'heading', 'headline');
  return name === null || content.length === 0 ? { is: 'content' } : { is: 'part', title: name };
}

/** Reads the tag at a place, over as many lines as it is written on. */
function readTag(lines: readonly Line[], { line, index }: Point, { syntax }: Tags, { budget }: Context): Placed | null {
  let text = (lines[line] as Line).text.slice(index);
  for (let last = line; ; ) {
    const tag = syntax.read(text);
    if (tag === null) return null;
    if (tag !== 'more') {
      const written = tag.written.split('\n');
      const lastPart = written.at(-1) ?? '';
      const isOne = written.length === 1;
      return { tag, end: { line: line + written.length - 1, index: (isOne ? index : 0) + lastPart.length } };
    }
    last += 1;
    budget.left -= 1;
    if (budget.left <= 0 || last >= lines.length || last - line > mostLines || isBlank(lines[last] as Line))
      return null;
    text += `\n${(lines[last] as Line).text}`;
  }
}

/** The end of a tag: the closing one that belongs to it. */
function closingOf(
  placed: Placed,
  lines: readonly Line[],
  tags: Tags,
  context: Context,
): { start: Point; end: Point } | null {
  const { budget } = context;
  const last = lastEnds(lines, context).get(placed.tag.name) ?? -1;
  const isCode = createCodeLines();
  let depth = 0;
  for (let line = placed.end.line; line <= last && budget.left > 0; line += 1) {
    budget.left -= 1;
    const { text } = lines[line] as Line;
    if (line > placed.end.line && isCode(text)) continue;
    const from = line === placed.end.line ? placed.end.index : 0;
    for (
      let index = text.indexOf(tags.syntax.sign, from);
      index >= 0;
      index = text.indexOf(tags.syntax.sign, index + 1)
    ) {
      const found = text.startsWith(placed.tag.name, nameAt(text, index))
        ? readTag(lines, { line, index }, tags, context)
        : null;
      if (found === null || found.tag.name !== placed.tag.name || found.tag.kind === 'alone') continue;
      if (found.tag.kind === 'open') depth += 1;
      else if (depth === 0) return { start: { line, index }, end: found.end };
      else depth -= 1;
    }
  }
  return null;
}

/** The last lines on which tags end, by name. */
function lastEnds(lines: readonly Line[], { lastEnds: known }: Context): ReadonlyMap<string, number> {
  const before = known.get(lines);
  if (before !== undefined) return before;
  const found = new Map<string, number>();
  for (const [index, { text }] of lines.entries()) {
    for (const [, name = ''] of text.matchAll(end)) found.set(name, index);
  }
  known.set(lines, found);
  return found;
}

/** An end in any of the ways to write tags. */
const end = /(?:<\/|\{%-?\s{0,9}end|\{\{[<%]\s{0,9}\/\s{0,9})(@?[A-Za-z][\w/.:-]*)/g;

/** Where the name of a tag begins: behind its signs, and behind `end` of a closing one. */
function nameAt(text: string, index: number): number {
  return index + (/^(?:<\/?|\{%-?\s*(?:end)?|\{\{[<%]\s*\/?\s*)/.exec(text.slice(index, index + 20))?.[0].length ?? 0);
}
