import { jsxComment, jsxTag } from './jsx.ts';
import type { Spelling } from './writes.ts';

/** What a line of Markdown is made of, as far as other tools tell it apart. */
const parts = [
  /(?<span>(?<![\\`])(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`))/,
  /(?<escape>\\[!-/:-@[-`{-~])/,
  /(?<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});)/,
  /(?<auto><(?:https?:\/\/|mailto:|tel:)[^\s<>]*>|<[^\s<>@/]+@[^\s<>]+>)/,
  /(?<comment><!--[\s\S]*?-->)/,
  /(?<tag><\/?[A-Za-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>)/,
  /(?<target>\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))/,
  /(?<bare>(?<![\w/])https?:\/\/[^\s<>[\]]*)/,
];
const part = new RegExp(parts.map(({ source }) => source).join('|'), 'gu');

/** Where a text stands. */
export type Place = 'text' | 'cell' | 'html' | 'alt';

/** Text that what is no text stands for, while hazards are looked for. */
const mask = '\uE000';

/** Signs that mean something in Markdown wherever they stand. */
const markdownSigns = /[\\`*_[\]~|]|(?<=:)\/\/|(?<=www)\.|@|^(?:[-+>#]|\d+[.)])/gi;

/** It says nothing in HTML, and would keep some tools from seeing the tag behind it. */
const backslash = /\\/g;

/** Writes a line of our dialect as a tool writes it: what means something there, and not here, becomes entities. */
export function spell(line: string, spelling: Spelling, place: Place): string {
  const pattern = place === 'html' ? htmlPart : part;
  const found = [...line.matchAll(pattern)];
  let masked = line;
  for (const { index, 0: whole } of found) {
    masked = masked.slice(0, index) + mask.repeat(whole.length) + masked.slice(index + whole.length);
  }
  const marks = hazardsIn(masked, spelling, place);
  let out = '';
  let at = 0;
  for (const match of found) {
    out += marked(line, at, match.index, marks, spelling, place) + spelled(match, spelling, place);
    at = match.index + match[0].length;
  }
  return out + marked(line, at, line.length, marks, spelling, place);
}

/** In HTML only tags are no text. */
const htmlPart =
  /(?<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});)|(?<comment><!--[\s\S]*?-->)|(?<tag><\/?[A-Za-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>)/g;

/** Places of characters that must not be what they look like. */
function hazardsIn(masked: string, { hazards, isJsx, readsHtml }: Spelling, place: Place): ReadonlySet<number> {
  const marks = new Set<number>();
  const rules =
    place !== 'html' ? hazards : [...hazards, isJsx === true || readsHtml === true ? markdownSigns : backslash];
  for (const rule of rules) {
    for (const { index, 0: whole } of masked.matchAll(rule)) {
      for (let at = index; at < index + whole.length; at += 1) if (masked[at] !== mask) marks.add(at);
    }
  }
  return marks;
}

function marked(
  line: string,
  from: number,
  to: number,
  marks: ReadonlySet<number>,
  { plain }: Spelling,
  place: Place,
): string {
  let out = '';
  for (let at = from; at < to; at += 1) {
    const sign = line[at] ?? '';
    const isText = place === 'text' || place === 'cell';
    out += marks.has(at) ? ((isText ? plain?.(sign) : null) ?? entity(sign)) : sign;
  }
  return out;
}

/** A character by its number. */
export const entity = (sign: string): string => `&#${sign.codePointAt(0)};`;

function spelled({ 0: whole, groups = {} }: RegExpMatchArray, spelling: Spelling, place: Place): string {
  const { escapes, isJsx, code, link } = spelling;
  if (groups.span !== undefined) return code?.(whole, 'span') ?? whole;
  if (groups.escape !== undefined) {
    const sign = whole.slice(1);
    // A bar would end the cell, whatever else it is.
    if (place === 'cell' && sign === '|') return whole;
    return escapes === undefined || escapes.test(sign) ? whole : entity(sign);
  }
  if (groups.auto !== undefined) return isJsx === true ? linkOf(whole.slice(1, -1)) : whole;
  if (groups.comment !== undefined) return isJsx === true ? jsxComment(whole) : whole;
  if (groups.tag !== undefined) return isJsx === true ? jsxTag(whole) : whole;
  if (groups.target !== undefined) return targetOf(whole, link);
  return whole;
}

/** An address that is a link by its form alone, as a link with a text. */
function linkOf(address: string): string {
  const isMail = /^[^\s:/]+@/.test(address);
  const text = address.replace(/[!-/:-@[-`{-~]/g, (sign) => (/[./?=&%,;-]/.test(sign) ? sign : `\\${sign}`));
  return `[${text.replace(/^(https?|mailto)\\:/, '$1\\:')}](${isMail ? `mailto:${address}` : braced(address)})`;
}

function targetOf(written: string, link: Spelling['link']): string {
  const inside = written.slice(2, -1);
  const isPlain = link !== undefined && /^(?:\.{1,2}\/|\/)[^<>\s]*$/.test(inside);
  return `](${isPlain ? link(inside) : braced(inside)})`;
}

/** Braces in an address are what programs are made of. */
const braced = (address: string): string => address.replaceAll('{', '%7B').replaceAll('}', '%7D');
