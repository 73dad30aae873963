import { nameToEmoji } from 'gemoji';
import type { Position } from 'unist';
import type { Report } from './construct.ts';

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

const foreign =
  (what: string): Pattern['say'] =>
  (found, at, report) => {
    report('foreign-markdown', { written: shortened(found[0].trim()), what }, at());
    return true;
  };

/** Every group of repeated characters is bounded, so that no text takes more than proportional time. */
const patterns: readonly Pattern[] = [
  { sign: '$$', pattern: /(?<![\\$])\$\$(?!\$)([^$]{1,2000})\$\$(?!\$)/g, say: formula },
  { sign: '$', pattern: /(?<![\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<!\s)\$(?![\w$])/g, say: formula },
  { sign: '\\(', pattern: /\\\((.{1,300}?)\\\)/g, say: formula },
  { sign: '\\[', pattern: /\\\[([^\]]{1,600})\\\]/g, say: command },
  { sign: '\\begin{', pattern: /(\\begin\{(?:equation|align(?:ed)?|gather|cases|[bpvBV]?matrix)\*?\})/g, say: formula },
  {
    sign: ':',
    pattern: /(?<![\w:/.])(:)([a-z0-9_+-]{1,60}):(?![\w/]|:(?![a-z0-9_+-]{1,60}:))/g,
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
  { sign: '==', pattern: /(?<![=\w!<>])==(?![\s=])[^=\n]{1,300}(?<!\s)==(?![=\w])/g, say: foreign('marked text') },
  { sign: '[[', pattern: /^[ \t]*\[\[_TOC_\]\]/gm, say: foreign('a table of contents') },
  { sign: '[TOC]', pattern: /^[ \t]*\[TOC\][ \t]*$/gm, say: foreign('a table of contents') },
  { sign: '[[', pattern: /\[\[(?!_TOC_\])[^[\]\n]{1,200}\]\]/g, say: foreign('a link of a wiki') },
  { sign: '{:', pattern: /\{:[ \t]?[.#\w][^{}\n]{0,200}\}/g, say: foreign('a list of attributes') },
  { sign: '{.', pattern: /\{\.[A-Za-z][^{}\n]{0,200}\}/g, say: foreign('a list of attributes') },
  { sign: '{%', pattern: /\{%[^{}\n]{1,200}%\}/g, say: foreign('a tag of a template') },
  { sign: '!!!', pattern: /^[ \t]*!!![ \t]?\w[^\n]{0,200}/gm, say: foreign('an admonition') },
  { sign: '???', pattern: /^[ \t]*\?\?\?\+?[ \t]\w[^\n]{0,200}/gm, say: foreign('an admonition') },
  { sign: '*[', pattern: /^\*\[[^\]\n]{1,100}\]:[^\n]{0,200}/gm, say: foreign('an abbreviation') },
  { sign: '\n:', pattern: /(?<=\n):[ \t]+\S[^\n]{0,200}/g, say: foreign('a definition') },
];

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
 * Says what other tools read in a text and Intercom shows as it is written, each kind at its first place.
 *
 * @param raw as it is written, with spaces in place of what is no text
 * @param place where a part of it stands, by its ends
 */
export function lookThrough(
  raw: string,
  place: (from: number, to: number) => Position | undefined,
  report: Report,
): void {
  const said = new Set<string>();
  for (const { sign, pattern, say } of patterns) {
    if (!raw.includes(sign)) continue;
    for (const found of raw.matchAll(pattern)) {
      const from = found.index + (/^\s*/.exec(found[0])?.[0].length ?? 0);
      const key = say === formula || say === command ? 'formula' : String(patterns.findIndex((one) => one.say === say));
      if (said.has(key)) break;
      if (say(found, () => place(from, found.index + found[0].length), report)) said.add(key);
    }
  }
}

/** The same for a line of plain text, such as a title: what stands in backticks is left alone in it too. */
export function lookThroughLine(line: string, report: Report): void {
  lookThrough(
    line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)),
    () => undefined,
    report,
  );
}
