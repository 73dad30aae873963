import { endOfBraces } from './jsx-text.ts';
import type { Line } from './lines.ts';
import { endOfStatement, isStatement } from './modules.ts';
import { type ParagraphLine, paragraphsOf } from './paragraphs.ts';

/** A text whose code spans over several lines no rule can match. */
export interface WithoutLongSpans {
  readonly lines: readonly Line[];
  /** A text that comes of these lines, with the code that it holds. */
  readonly shown: (text: string) => string;
}

/** Signs of ASCII that are seen, of which each has a stand-in. */
const signs = /[!-~]/g;
const firstSign = 0x21;
const countOfSigns = 0x5e;

/** Lines that one expression may take. */
const mostOfProgram = 400;

/** Characters beyond which a paragraph is left as it is: a line may be anything. */
const mostOfParagraph = 50_000;

/**
 * Puts other characters in the place of code that begins in one line and ends in another: what reads a text line by line
 * would take its signs for the tool's. Each stands for one, so that places stay what they are.
 *
 * @param isProgram whether braces hold expressions, in which a backtick is a quote
 */
export function withoutLongSpans(lines: readonly Line[], isProgram: boolean): WithoutLongSpans {
  const asTheyAre = { lines, shown: (text: string) => text };
  if (lines.filter(({ text }) => text.includes('`')).length < 2) return asTheyAre;
  let programEnd = 0;
  const hidden = paragraphsOf(lines).flatMap((paragraph) => {
    if ((paragraph[0]?.at ?? 0) < programEnd) return [];
    programEnd = isProgram ? endOfProgram(paragraph, lines) : 0;
    return programEnd > 0 ? [] : hiddenIn(paragraph, lines, isProgram);
  });
  if (hidden.length === 0) return asTheyAre;
  const base = freeBase(lines);
  if (base === null) return asTheyAre;
  const done = [...lines];
  for (const { at, from, to } of hidden) {
    const line = done[at] as Line;
    const inside = line.text.slice(from, to).replace(signs, (sign) => String.fromCharCode(base + codeOf(sign)));
    done[at] = { ...line, text: line.text.slice(0, from) + inside + line.text.slice(to) };
  }
  const standIns = rangeFrom(base, 'g');
  return {
    lines: done,
    shown: (text) => text.replace(standIns, (one) => String.fromCharCode(one.charCodeAt(0) - base + firstSign)),
  };
}

/** The line after a program that begins in a paragraph and goes on behind it, or that is a statement; 0 for none. */
function endOfProgram(paragraph: readonly ParagraphLine[], lines: readonly Line[]): number {
  const { at: first = 0, start = 0 } = paragraph[0] ?? {};
  const last = (paragraph.at(-1)?.at ?? 0) + 1;
  if (isStatement(lines[first] as Line)) return Math.max(last, endOfStatement(lines, first));
  const own = lines.slice(first, last).map(({ text }) => text);
  const open = own
    .join('\n')
    .slice(start)
    .search(/^\s*(?:<[A-Z][^<>]*>\s*)?\{/);
  if (open < 0) return 0;
  const below = lines
    .slice(first, first + mostOfProgram)
    .map(({ text }) => text)
    .join('\n');
  const end = endOfBraces(below, below.indexOf('{', start));
  const reached = end === null ? 0 : first + below.slice(0, end).split('\n').length;
  return reached > last ? reached : 0;
}

const codeOf = (sign: string): number => sign.charCodeAt(0) - firstSign;

const rangeFrom = (base: number, flags: string): RegExp =>
  new RegExp(`[${String.fromCharCode(base)}-${String.fromCharCode(base + countOfSigns - 1)}]`, flags);

/** Where characters for private use begin of which the text has none: fonts of icons have some. */
function freeBase(lines: readonly Line[]): number | null {
  for (let base = 0xe100; base < 0xf800; base += 0x80) {
    const range = rangeFrom(base, '');
    if (!lines.some(({ text }) => range.test(text))) return base;
  }
  return null;
}

/** Part of a line. */
interface Part {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function hiddenIn(paragraph: readonly ParagraphLine[], lines: readonly Line[], isProgram: boolean): readonly Part[] {
  const texts = paragraph.map(({ at, start }) => (lines[at] as Line).text.slice(start));
  const whole = texts.join('\n');
  if (whole.length > mostOfParagraph) return [];
  const spans = spansOf(whole, isProgram).filter(([from, to]) => whole.slice(from, to).includes('\n'));
  let passed = 0;
  return spans.length === 0
    ? []
    : paragraph.flatMap(({ at, start }, index) => {
        const { length } = texts[index] as string;
        const begin = passed;
        passed += length + 1;
        return spans.flatMap(([from, to]) => {
          const part = { at, from: start + Math.max(0, from - begin), to: start + Math.min(length, to - begin) };
          return part.from < part.to ? [part] : [];
        });
      });
}

/** A tag of HTML: what is in quotes in it is no code. */
const tag = /<\/?[A-Za-z][\w.-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`{]+))?)*\s*\/?>|<!--[\s\S]*?-->/y;

/** Tries in a paragraph beyond which it is left as it is. */
const mostTries = 200;

/** The code spans of a paragraph, as CommonMark has them. */
function spansOf(text: string, isProgram: boolean): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ index, length: run.length }));
  let tries = 0;
  let run = 0;
  for (let at = 0; at < text.length && tries < mostTries; ) {
    const sign = text[at];
    if (sign === '\\') at += 2;
    else if (sign === '<') {
      tag.lastIndex = at;
      at += tag.exec(text)?.[0].length ?? 1;
    } else if (sign === '{' && isProgram) {
      tries += 1;
      at = (endOfBraces(text, at) ?? at) + 1;
    } else if (sign === '`') {
      const { length } = /^`+/.exec(text.slice(at, at + mostOfParagraph))?.[0] ?? '`';
      while (run < runs.length && (runs[run]?.index ?? 0) < at + length) run += 1;
      const close = runs.slice(run).find((one) => one.length === length);
      if (close === undefined) tries += 1;
      else found.push([at, close.index + length]);
      at = close === undefined ? at + length : close.index + length;
    } else at += 1;
  }
  return found;
}
