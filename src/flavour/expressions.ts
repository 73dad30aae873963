import { createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import type { IsVariable, Say } from './context.ts';
import type { Names } from './flavour.ts';
import { endOfBraces, endOfTag, textOf } from './jsx-text.ts';
import { type Line, replaced, without } from './lines.ts';

/** Lines that one expression may take. */
const mostLines = 400;

/** Expressions of a line beyond which none in it is read: it is refused later. */
const mostInLine = 1000;

/** Braces that nothing closes beyond which no more are looked for. */
const mostUnclosed = 200;

/** What the expressions of a text are read with. */
export interface ExpressionReading {
  readonly say: Say;
  /** Texts that the file gives names to. */
  readonly texts: Names;
  /** Whether `{{name}}` is a variable. */
  readonly isVariable: IsVariable;
  /** What opens and closes one. */
  readonly marks: 'braces' | 'double braces';
}

/** Puts the text in the place of an expression that is one, and takes out every other: it would have to be run. */
export function withoutExpressions(lines: readonly Line[], reading: ExpressionReading): readonly Line[] {
  const isCode = createCodeLines();
  const isFormula = createFormulaLines();
  const sign = reading.marks === 'braces' ? '{' : '{{';
  const done = reading.marks === 'braces' ? [...lines] : withPlainBraces(lines);
  let unclosed = 0;
  for (let at = 0; at < done.length; at += 1) {
    const { text } = done[at] as Line;
    if (isCode(text) || isFormula(text) || !text.includes(sign) || /^\s*:{3,}/.test(text)) continue;
    if (text.split(sign).length > mostInLine) continue;
    for (let index = nextIn(text, 0, sign); index >= 0 && unclosed < mostUnclosed; ) {
      const found = wholeExpression(done, at, index);
      if (found === null) {
        unclosed += 1;
        index = nextIn((done[at] as Line).text, index + 1, sign);
        continue;
      }
      const length = putIn(done, at, index, found, reading);
      index = nextIn((done[at] as Line).text, index + length, sign);
    }
  }
  return done;
}

/** An element whose braces are text, to its end or to that of the line. */
const plainElement = /<(\w+)\b[^<>]*\sv-pre\b[^<>]*>.*?(?:<\/\1>|$)/g;

const spanOf = (found: RegExpExecArray): readonly [number, number] => [found.index, found.index + found[0].length];

/** Keeps the braces that Vue leaves alone: in `::: v-pre`, and where an element says so. */
function withPlainBraces(lines: readonly Line[]): Line[] {
  const isCode = createCodeLines();
  let isPlain = false;
  return lines.map((line) => {
    if (isCode(line.text)) return line;
    if (/^\s*:{3,}/.test(line.text)) isPlain = /^\s*:{3,}\s*v-pre\b/.test(line.text);
    if (!line.text.includes('{{')) return line;
    const masked = withoutCodeSpans(line.text);
    const spans = isPlain ? [[0, masked.length] as const] : [...masked.matchAll(plainElement)].map(spanOf);
    const found = [...masked.matchAll(/(?<!\\)\{\{/g)].filter(({ index }) =>
      spans.some(([start, end]) => start <= index && index < end),
    );
    return found.reduceRight((now, { index }) => replaced(now, index, index + 2, '&#123;&#123;'), line);
  });
}

/** The address of a link or a picture: braces in it are part of it, and no tool runs them. */
const address = /(?<=\]\()(?:<[^<>]*>|(?:[^\s()]|\([^\s()]*\))+)(?=\)|\s+["'(])/g;

/** An address in a text with names in braces: MDX reads it as a link, with them in its path. */
const bare = /\bhttps?:\/\/[a-z0-9][\w.-]{0,200}[/:?#][^\s<{]{0,500}(?:\{[\w.-]{1,100}\}[^\s<{]{0,500})+/gi;

const formula = /(?<![\\$\w])\$(?![\s$])[^$]*?(?<!\s)\$(?![\d$])/g;

const hidden = (found: string): string => '\uE000'.repeat(found.length);

/** Where the next expression begins: none is in code, in a formula, in an address, in a tag, behind a backslash, or in attributes of ours. */
function nextIn(text: string, from: number, sign: string): number {
  const visible = withoutCodeSpans(text).replace(address, hidden).replace(formula, hidden);
  const masked = sign === '{' ? visible.replace(bare, hidden) : visible;
  for (let at = masked.indexOf(sign); at >= 0; at = masked.indexOf(sign, at + 1)) {
    const tag = tagAround(masked, at);
    if (tag !== null) {
      at = tag;
      continue;
    }
    if (at < from || masked[at - 1] === '\\' || /:[a-z]+(?:\[[^\]]*\])?$/.test(masked.slice(0, at))) continue;
    if (/^\{#[^\s{}]*\}\s*$/u.test(masked.slice(at))) return -1;
    return at;
  }
  return -1;
}

/** The end of the tag that a place is in; null for none. */
function tagAround(text: string, at: number): number | null {
  const start = text.lastIndexOf('<', at);
  if (start < 0 || !/^<\/?[A-Za-z]/.test(text.slice(start, start + 3))) return null;
  const end = endOfTag(text, start + 1);
  return end !== null && end > at ? end : null;
}

function wholeExpression(lines: readonly Line[], at: number, index: number): string | null {
  let text = (lines[at] as Line).text.slice(index);
  for (let last = at; ; ) {
    const end = endOfBraces(text, 0);
    if (end !== null) return text.slice(0, end + 1);
    const found = lines.slice(last + 1, at + mostLines).findIndex((line) => line.text.includes('}'));
    if (found < 0) return null;
    const next = last + 1 + found;
    text += `\n${lines
      .slice(last + 1, next + 1)
      .map((line) => line.text)
      .join('\n')}`;
    last = next;
  }
}

/** Puts what an expression says in its place. @returns how long that is */
function putIn(lines: Line[], at: number, index: number, written: string, reading: ExpressionReading): number {
  const line = lines[at] as Line;
  const text = meaning(written, reading);
  if (text === null) reading.say({ is: 'program', written: written.replace(/\s+/g, ' ') }, line, index);
  const shown = text ?? '';
  const parts = written.split('\n');
  if (parts.length === 1) {
    const end = index + written.length;
    if (text === written) return shown.length;
    const done = shown === '' ? without(line, index, end) : replaced(line, index, end, shown);
    lines[at] = done;
    return Math.max(0, done.text.length - line.text.length + written.length);
  }
  // Each line of a text stays in its own, so that what is below it keeps its place.
  const [first = '', ...others] = shown.split('\n');
  lines[at] = replaced(line, index, line.text.length, first);
  for (let more = 1; more < parts.length; more += 1) {
    const next = lines[at + more] as Line;
    const isLast = more === parts.length - 1;
    const text = (isLast ? others.slice(more - 1).join('\n') : others[more - 1]) ?? '';
    lines[at + more] = replaced(next, 0, isLast ? (parts.at(-1) ?? '').length : next.text.length, text);
  }
  return first.length;
}

/** What an expression says; null for what would have to be run. */
function meaning(written: string, { texts, isVariable }: ExpressionReading): string | null {
  const name = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(written)?.[1];
  if (name !== undefined && isVariable(name)) return written;
  const inside = written.replace(/^\{\{?|\}?\}$/g, '').trim();
  if (inside === '' || /^\/\*[\s\S]*\*\/$/.test(inside)) return '';
  const text = textOf(inside) ?? texts.get(inside) ?? null;
  return text === null ? null : text.replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
}

/** Says for each line whether it belongs to a formula between lines of `$$`. */
function createFormulaLines(): (text: string) => boolean {
  let isOpen = false;
  return (text) => {
    const isFence = /^\s*\$\$/.test(text);
    const wasOpen = isOpen;
    if (isFence && !/^\s*\$\$.*\$\$\s*$/.test(text)) isOpen = !isOpen;
    else if (isOpen && /\$\$\s*$/.test(text)) isOpen = false;
    return wasOpen || isFence;
  };
}
