import { slug } from 'github-slugger';
import { withoutCodeSpans } from '../text/code-lines.ts';
import type { Context } from './context.ts';
import type { Becomes, Tags } from './flavour.ts';
import { withoutHtmlComments } from './html-comments.ts';
import { withIcons, withoutIconSigns, withoutIcons } from './icons.ts';
import { type Line, replaced, without } from './lines.ts';
import { htmlBlocks, type Tag, wordsOf } from './tags.ts';
import { sizedPicture } from './tools/sized.ts';
import { isOnlyLook, keysOf } from './unknown-tag.ts';
import { isUnseen } from './unseen.ts';

/** Backticks of a line beyond which nothing in it is rewritten: it is refused later. */
const mostTicks = 1000;

/** Tags of a line beyond which none in it is rewritten: it is refused later. */
const mostSigns = 1000;

/** Rewrites what stands in a line of text. */
export function inLine(line: Line, context: Context): Line {
  if (line.text.split('`').length > mostTicks) return line;
  const tagged = withId(
    withoutIcons(
      context.flavour.tags.reduce(
        (done, tags) =>
          context.inHtml === true && tags.syntax === htmlBlocks ? done : withoutTags(done, tags, context),
        line,
      ),
      context.say,
    ),
    line,
    context,
  );
  const done = [...context.flavour.inline, sizedPicture].reduce((done, rule) => {
    if (!done.text.includes(rule.sign) || isTooMuch(done.text, rule.sign)) return done;
    const plain = withoutCodeSpans(done.text);
    const found = [...plain.matchAll(rule.pattern)];
    const lost: (() => void)[] = [];
    const rewritten = found.reduceRight((now, match) => {
      const groups = (match.indices ?? []).map((span) => (span === undefined ? '' : done.text.slice(...span)));
      const name = rule.isProgram === undefined ? undefined : variableIn(groups, context);
      if (name !== undefined) return replaced(now, match.index, match.index + match[0].length, `{{${name}}}`);
      const text = rule.write(groups, context.names, done.text);
      if (text === null) return now;
      if (!rule.isProgram) return shown(now, match.index, match.index + match[0].length, text);
      if (!isUnseen(plain, match.index, match.index + match[0].length))
        lost.push(() => context.say({ is: 'program', written: groups[0] ?? '' }, done, match.index));
      return shown(now, ...withItsLink(now.text, match.index, match.index + match[0].length), text);
    }, done);
    for (const say of lost.reverse()) say();
    return rewritten;
  }, tagged);
  return withIcons(done, context.say);
}

/** The same line with what a part of it shows, if anything. */
const shown = (line: Line, start: number, end: number, text: string): Line =>
  text === '' ? without(line, start, end) : replaced(line, start, end, text);

/** The ends of an expression, or of the link that has it as all of its text: without that nobody can see it. */
function withItsLink(text: string, start: number, end: number): readonly [number, number] {
  const address = /^\]\((?:<[^<>]{1,1000}>|[^()\s]{1,1000})(?:\s+"[^"]{0,200}")?\)/.exec(text.slice(end))?.[0];
  return text[start - 1] === '[' && text[start - 2] !== '!' && address !== undefined
    ? [start - 1, end + address.length]
    : [start, end];
}

/** Characters of a line beyond which a rule leaves it as it is: each takes a look at all of the line. */
const mostOfLine = 50_000;

function isTooMuch(text: string, sign: string): boolean {
  return text.length > mostOfLine || (text.length > mostSigns && text.split(sign).length > mostSigns);
}

/** The variable of the configuration that an expression is: its first group. */
function variableIn([, inside = '']: readonly string[], { isVariable }: Context): string | undefined {
  const name = inside.trim();
  return isVariable(name) ? name : undefined;
}

/** A heading keeps the id that it has without what its tags show, for that is the one that links know. */
function withId(done: Line, written: Line, { ids, flavour }: Context): Line {
  const text = /^ {0,3}#{1,6}\s+(.*)$/.exec(written.text)?.[1];
  if (text === undefined) return done;
  const own = /\{#([^{}\s]*)\}\s*$/.exec(text)?.[1];
  if (own !== undefined) {
    ids.add(own);
    return done;
  }
  const whole = slug(
    text
      .replace(/(`+[^`]*`+)|<\/?[A-Za-z][^<>]*>/g, '$1')
      .replace(/[*`]|\]\([^)]*\)/g, '')
      .trim(),
  );
  // VitePress has no dash at the ends of an id.
  if (!/[^\s*_~#]/.test(withoutIconSigns(done.text))) return done;
  const base = flavour.interpolates ? whole.replace(/^-+|-+$/g, '') : whole;
  if (base === '') return done;
  const id = freeOf(base, ids);
  // One without tags has it anyway.
  return done === written ? done : replaced(done, done.text.length, done.text.length, ` {#${id}}`);
}

/** The id, or the next one with a number: every heading has its own. */
function freeOf(base: string, ids: Set<string>): string {
  let id = base;
  for (let number = 1; ids.has(id); number += 1) id = `${base}-${number}`;
  ids.add(id);
  return id;
}

/** A tag in a line, and its place. */
interface Found {
  readonly tag: Tag;
  readonly start: number;
}

/** Tags without an end beyond which no more are looked for in a line. */
const mostUnclosed = 200;

function tagsIn(text: string, { syntax }: Tags): readonly Found[] {
  const found: Found[] = [];
  let unclosed = 0;
  for (let start = text.indexOf(syntax.sign); start >= 0; start = text.indexOf(syntax.sign, start + 1)) {
    const tag = syntax.read(text.slice(start));
    if (tag === 'more') unclosed += 1;
    if (unclosed > mostUnclosed) break;
    if (tag === null || tag === 'more' || text[start - 1] === '\\') continue;
    if (isInAddress(text, start)) continue;
    // `{{% note %}}` is a shortcode with a tag of Liquid for a look-alike in it.
    if (syntax.sign === '{%' && text[start - 1] === '{') continue;
    found.push({ tag, start });
    start += tag.written.length - 1;
  }
  return found;
}

/** Characters of an address, of which no more are looked at. */
const longestAddress = 2000;

/** Whether a tag is part of the address of a link: in `[x](http://<your-host>/)` it is something to fill in. */
function isInAddress(text: string, start: number): boolean {
  if (text[start] !== '<') return false;
  const before = text.slice(Math.max(0, start - longestAddress), start);
  const address = before.slice(before.lastIndexOf('](') + 2);
  return before.includes('](') && address !== '' && !/[\s()<>]/.test(address);
}

/** Tags in a line of text are what the tool's table says; of one that is not known, its content stays. */
function withoutTags(line: Line, tags: Tags, context: Context): Line {
  if (!line.text.includes(tags.syntax.sign) || isTooMuch(line.text, tags.syntax.sign)) return line;
  const plain = withoutHtmlComments(withoutCodeSpans(line.text));
  const found = tagsIn(plain, tags);
  const changes: { readonly at: number; readonly by: number }[] = [];
  const moved = (index: number): number => changes.reduce((sum, { at, by }) => (at < index ? sum + by : sum), index);
  let done = line;
  // From the end on, so that what is before keeps its place.
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const { tag, start } = found[index] as Found;
    if (tag.kind === 'close') continue;
    const closing = tag.kind === 'alone' ? undefined : closingOf(found, index);
    const end = start + tag.written.length;
    const content = closing === undefined ? null : done.text.slice(end, moved(closing.start));
    const stop = closing === undefined ? end : moved(closing.start) + closing.tag.written.length;
    const { length } = done.text;
    const told = isUnseen(plain, start, end) ? { ...context, say: () => undefined } : context;
    done = shown(done, start, stop, meaning(tag, content, line, start, tags, told));
    changes.push({ at: start, by: done.text.length - length });
  }
  return strayClosings(done, tags);
}

/** What a closing tag closes is on another line: its content is Markdown like any other. */
function strayClosings(line: Line, tags: Tags): Line {
  const strays = tagsIn(withoutHtmlComments(withoutCodeSpans(line.text)), tags).filter(
    ({ tag }) => tag.kind === 'close',
  );
  return strays.reduceRight((done, { tag, start }) => without(done, start, start + tag.written.length), line);
}

function closingOf(found: readonly Found[], index: number): Found | undefined {
  const name = found[index]?.tag.name;
  let depth = 0;
  for (const one of found.slice(index + 1)) {
    if (one.tag.name !== name || one.tag.kind === 'alone') continue;
    if (one.tag.kind === 'open') depth += 1;
    else if (depth === 0) return one;
    else depth -= 1;
  }
  return undefined;
}

/** What is left of a block in the middle of a line, as in the cell of a table: its title, and what is in it. */
function inOneLine(becomes: Becomes, content: string | null): string {
  if (becomes.is === 'lines') return content ?? becomes.lines.filter((line) => line !== '').join(' ');
  const title = 'title' in becomes ? (becomes.title ?? null) : null;
  return title === null || becomes.is === 'code' ? (content ?? '') : `<b>${title}</b> ${content ?? ''}`;
}

function meaning(tag: Tag, content: string | null, line: Line, at: number, tags: Tags, context: Context): string {
  const chosen = Object.hasOwn(context.choices, tag.name) ? context.choices[tag.name] : undefined;
  if (chosen === 'drop') return '';
  if (chosen !== undefined) return content ?? '';
  const rule = Object.hasOwn(tags.inline, tag.name) ? tags.inline[tag.name] : undefined;
  if (rule !== undefined) return rule(tag, content);
  const block = Object.hasOwn(tags.blocks, tag.name) ? (tags.blocks[tag.name]?.(tag, []) ?? null) : null;
  if (block !== null) return inOneLine(block, content);
  const keys = content === null ? keysOf(tag) : null;
  if (keys !== null) return keys;
  if (content !== null && content.trim() !== '' && isOnlyLook(tag)) return content;
  const { noun } = tags.syntax;
  const words = content ?? wordsOf(tag);
  const shown = content !== null ? 'content' : words !== null ? 'words' : 'nothing';
  context.say({ is: 'unknown-tag', written: tag.written, name: tag.name, noun, shown, lacks: false }, line, at);
  return words ?? '';
}
