import { nameToEmoji } from 'gemoji';
import type { Position } from 'unist';
import type { ForeignKind } from '../model/foreign-kinds.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { Report } from './construct.ts';
import { foreignSigns } from './foreign-signs.ts';

/** What a formula has and prose between two dollars has not: a command, a power, an index, or letters that are equated. */
const mathematical =
  /\\[A-Za-z]|\^|(?<![A-Za-z])[A-Za-z]_[\w{]|[A-Za-z)\]}]\s*[=<>+]|[=<>+]\s*[A-Za-z(\\]|^\s*[A-Za-z]\s*$/;
/** An amount of money. */
const price = /^\s*\d[\d,.]*(?=$|[\s,;:)/])/;

interface Pattern {
  /** Quick look at whether it can occur. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly say: (found: RegExpMatchArray, at: () => Position | undefined, report: Report) => boolean;
}

const formula: Pattern['say'] = (found, at, report) => {
  const content = found.slice(1).find((group) => group !== undefined) ?? '';
  if (!mathematical.test(content) || price.test(content)) return false;
  report('formula', { written: shortened(found[0]) }, at());
  return true;
};

/** Escaped brackets stand around all kinds of text. */
const command: Pattern['say'] = (found, at, report) => /\\[A-Za-z]/.test(found[1] ?? '') && formula(found, at, report);

/** Every group of repeated characters is bounded, here and among the signs. */
const patterns: readonly Pattern[] = [
  { sign: '$$', pattern: /(?<![\\$])\$\$(?!\$)([^$]{1,2000})\$\$(?!\$)/g, say: formula },
  { sign: '$', pattern: /(?<![\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<!\s)\$(?![\w$])/g, say: formula },
  { sign: '\\(', pattern: /\\\((.{1,300}?)\\\)/g, say: formula },
  { sign: '\\[', pattern: /\\\[([^\]]{1,600})\\\]/g, say: command },
  { sign: '\\begin{', pattern: /(\\begin\{(?:equation|align(?:ed)?|gather|cases|[bpvBV]?matrix)\*?\})/g, say: formula },
  {
    sign: ':',
    pattern: /(?<![\w:/.\\])(:)([a-z0-9_+-]{1,60}):(?![\w/]|:(?![a-z0-9_+-]{1,60}:))/g,
    say(found, at, report) {
      const name = found[2] ?? '';
      const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
      if (emoji === undefined) return false;
      const place = at();
      const remedy = place === undefined ? undefined : { description: `write ${emoji}`, at: place, text: emoji };
      report('emoji-name', { written: found[0], emoji }, place, remedy);
      return true;
    },
  },
  ...foreignSigns.map(
    ({ sign, pattern, kind }): Pattern => ({
      sign,
      pattern,
      say(found, at, report) {
        const known = typeof kind === 'string' ? kind : kind(found);
        if (known === null) return false;
        report('foreign-markdown', { written: shortened(found[0].trim()), kind: known }, at());
        return true;
      },
    }),
  ),
];

/** A part of every sign, without white space: that may also come out of what is left out of a text. */
const partOfSign = new RegExp(
  [...new Set(patterns.flatMap(({ sign }) => /\S+/.exec(sign) ?? []))]
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|'),
);

/** Whether `lookThrough` may find something in a text, whatever parts of it are replaced by spaces. */
export function mayHoldForeign(written: string): boolean {
  return partOfSign.test(written);
}

/** Whose a text is that is nothing but one sign of another tool; null for none. */
export function kindOfWhole(written: string): ForeignKind | null {
  for (const { sign, pattern, kind } of foreignSigns) {
    if (!written.includes(sign)) continue;
    for (const found of written.matchAll(pattern)) {
      if (found[0].trim() === written.trim()) return typeof kind === 'string' ? kind : kind(found);
    }
  }
  return null;
}

/** On one line, and no longer than a sentence can quote. */
export function shortened(written: string): string {
  const line = written.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Whether a text between marks of a formula is the price of something. */
export function isPrice(content: string): boolean {
  return price.test(content);
}

/**
 * Says what other tools read in a text and Intercom shows as it is written.
 *
 * @param raw as it is written, with spaces in place of what is no text
 * @param place where a part of it stands, by its ends
 */
export function lookThrough(
  raw: string,
  place: (from: number, to: number) => Position | undefined,
  report: Report,
): void {
  for (const { sign, pattern, say } of patterns) {
    if (!raw.includes(sign)) continue;
    for (const found of raw.matchAll(pattern)) {
      const from = found.index + (/^\s*/.exec(found[0])?.[0].length ?? 0);
      say(found, () => place(from, found.index + found[0].length), report);
    }
  }
}

/** The same for a line of plain text, such as a title: what stands in backticks is left alone in it too. */
export function lookThroughLine(line: string, report: Report): void {
  const said = new Set<string>();
  lookThrough(
    line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)),
    () => undefined,
    (code, args, at) => {
      const key = onceAs(code, args);
      if (key !== null && said.has(key)) return;
      said.add(key ?? '');
      report(code, args, at);
    },
  );
}

/** What is said only once of a file; null for what is said every time. */
export function onceAs(code: ProblemCode, args: unknown): string | null {
  if (typeof args !== 'object' || args === null) return null;
  switch (code) {
    case 'formula':
    case 'emoji-name':
    case 'strikethrough':
    case 'task-box':
    case 'icon-lost':
    case 'icon-dropped':
    case 'plain-quote':
      return code;
    case 'title-lost':
      return 'title' in args ? `${code} ${args.title}` : code;
    case 'html-reduced':
      return 'element' in args ? `${code} ${args.element}` : code;
    case 'drawn-code':
      return 'language' in args ? `${code} ${args.language}` : code;
    case 'directive-unknown':
      return 'kind' in args && args.kind !== null && 'written' in args
        ? `${code} ${/\w+/.exec(String(args.written))?.[0]}`
        : null;
    case 'foreign-markdown':
      return 'kind' in args ? `${code} ${args.kind}` : code;
    default:
      return null;
  }
}
