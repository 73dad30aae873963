import { nameToEmoji } from 'gemoji';
import type { Code, Heading, Paragraph, TableCell } from 'mdast';
import type { Position } from 'unist';
import type { Construct, Preparing, Report } from './construct.ts';
import { writtenText } from './written-text.ts';

/** Languages of code that GitHub and others draw. */
const drawn: Readonly<Record<string, string>> = {
  mermaid: 'diagram',
  plantuml: 'diagram',
  math: 'formula',
  geojson: 'map',
  topojson: 'map',
  stl: 'model',
};

function code(node: Code, { report }: Preparing): void {
  const language = node.lang?.toLowerCase() ?? '';
  const what = Object.hasOwn(drawn, language) ? drawn[language] : undefined;
  if (what !== undefined) report('drawn-code', { language, what }, node.position);
}

/** What a formula has and prose between two dollars has not: a command, a power, an index, or letters that are equated. */
const mathematical =
  /\\[A-Za-z]|\^|(?<![A-Za-z])[A-Za-z]_[\w{]|[A-Za-z)\]}]\s*[=<>+]|[=<>+]\s*[A-Za-z(\\]|^\s*[A-Za-z]\s*$/;
/** An amount of money. */
const price = /^\s*\d[\d,.]*(?=$|[\s,;:)/])/;

interface Pattern {
  /** Quick look at whether it can occur. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly say: (found: RegExpMatchArray, at: () => Position, report: Report) => boolean;
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
  {
    sign: ':',
    pattern: /(?<![\w:/.])(:)([a-z0-9_+-]{1,60}):(?![\w:/])/g,
    say(found, at, report) {
      const name = found[2] ?? '';
      const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
      if (emoji === undefined) return false;
      const place = at();
      report('emoji-name', { written: found[0], emoji }, place, {
        description: `write ${emoji}`,
        at: place,
        text: emoji,
      });
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

function shortened(written: string): string {
  const line = written.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Says each kind at its first place in a block. */
function text(node: Paragraph | Heading | TableCell, preparing: Preparing): void {
  const start = node.position?.start;
  const raw = writtenText(node, preparing);
  if (start === undefined || raw === '') return;
  const said = new Set<string>();
  for (const { sign, pattern, say } of patterns) {
    if (!raw.includes(sign)) continue;
    for (const found of raw.matchAll(pattern)) {
      const from = found.index + (/^\s*/.exec(found[0])?.[0].length ?? 0);
      const key = say === formula || say === command ? 'formula' : String(patterns.findIndex((one) => one.say === say));
      if (said.has(key)) break;
      const at = (): Position => positionIn(raw, from, found.index + found[0].length, start);
      if (say(found, at, preparing.report)) said.add(key);
    }
  }
}

function positionIn(raw: string, from: number, to: number, start: Position['start']): Position {
  const pointAt = (index: number): Position['start'] => {
    const before = raw.slice(0, index).split('\n');
    const last = before.at(-1)?.length ?? 0;
    return {
      line: start.line + before.length - 1,
      column: before.length === 1 ? start.column + last : last + 1,
      ...(start.offset === undefined ? {} : { offset: start.offset + index }),
    };
  };
  return { start: pointAt(from), end: pointAt(to) };
}

/** What other renderers draw or read, and Intercom shows as it is written. */
export const foreignMarkdown: Construct = {
  name: 'foreign',
  toHtml: { nodes: { code, paragraph: text, heading: text, tableCell: text } },
};
