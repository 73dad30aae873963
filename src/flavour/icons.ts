import { iconName } from '../model/icon-class.ts';
import { createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import type { Say } from './context.ts';
import { type Line, replaced, without } from './lines.ts';
import type { Tag } from './tags.ts';

/** Stands for an icon until its line is done: a character that no text may have. */
export const icon = '\uFDD0';

/** Ends what an icon without words for those who cannot see it is called in its font, behind the sign for it. */
const nameEnd = '\uFDD1';

const anyIcon = /\uFDD0(?:([a-z0-9_-]{1,60})\uFDD1)?/g;

/** A text without the signs that stand for icons. */
export const withoutIconSigns = (text: string): string => text.replace(anyIcon, '');

/** What an icon's tag says: what it is called, for those who cannot see it, or nothing but that it is there. */
export function iconOf({ attributes, values }: Tag): string {
  const names = ['label', 'title', 'aria-label', 'alt'].map((key) => attributes.get(key)?.trim() ?? '');
  const said = names.find((name) => name !== '');
  if (said !== undefined) return said;
  const name = [...values, attributes.get('name') ?? '', attributes.get('icon') ?? ''].find((one) =>
    /^[a-z][a-z0-9_-]{0,59}$/.test(one),
  );
  return name === undefined ? icon : iconNamed(name);
}

/** An icon by what its font calls it. */
export const iconNamed = (name: string): string => `${icon}${name}${nameEnd}`;

/**
 * A line in which its icons show nothing, which is said, but where nothing else is in brackets: they are called what they
 * are in their font. In a table they are left as HTML, of which our dialect says it: nothing else may be in a cell.
 */
export function withIcons(line: Line, say: Say): Line {
  const first = line.text.indexOf(icon);
  if (first < 0) return line;
  const isRow = /^[\s>]*\||<t[dh][\s>]/.test(line.text);
  const found = [...line.text.matchAll(anyIcon)];
  const inBrackets = ({ index, 0: { length } }: RegExpExecArray): boolean =>
    /\(\s*$/.test(line.text.slice(0, index)) && /^\s*\)/.test(line.text.slice(index + length));
  const lost = found.find((one) => one[1] === undefined || !inBrackets(one));
  if (!isRow && lost !== undefined) say({ is: 'icon' }, line, lost.index);
  return found.reduceRight((done, one) => {
    const end = one.index + one[0].length;
    const name = one[1] === undefined ? null : `icon-${one[1].replace(/^(?:fa|gdoc)[-_]/, '')}`;
    if (isRow) return replaced(done, one.index, end, `<i class="icon${name === null ? '' : ` ${name}`}"></i>`);
    const words = name !== null && inBrackets(one) ? iconName([name]) : null;
    return words === null ? without(done, one.index, end) : replaced(done, one.index, end, words);
  }, line);
}

/** A drawing: in a line of text it is an icon. */
const drawing =
  /!\[([^\]\n]{0,200})\]\([^()\s]{1,500}\.svg(?:[?#][^()\s]{0,200})?(?:\s+"[^"]{0,200}")?\)|<img\s[^<>]{0,500}?\bsrc="[^"<>]{1,500}\.svg"[^<>]{0,500}>/g;

/** Pictures of a line beyond which none is looked at. */
const mostPictures = 200;

/** A line of HTML that is a drawing alone. */
const lone = /^\s+<img\s[^<>]{0,500}?\bsrc="[^"<>]{1,500}\.svg"[^<>]{0,500}>\s*$/;

/** Drawings that have a line of HTML to themselves, before one of text, are icons of it like those in its line. */
export function withoutLoneIcons(lines: readonly Line[], say: Say): readonly Line[] {
  if (!lines.some(({ text }) => lone.test(text))) return lines;
  const isCode = createCodeLines();
  const done: Line[] = [];
  let icon = '';
  for (const [at, line] of lines.entries()) {
    const isIcon = !isCode(line.text) && lone.test(line.text) && isText.test(lines[at + 1]?.text ?? '');
    // A blank line would end the HTML.
    if (!isIcon) done.push(icon === '' ? line : called(icon, line));
    icon = isIcon ? (/\balt="([^"]*)"/.exec(line.text)?.[1]?.trim() ?? '') : '';
    if (isIcon && icon === '') say({ is: 'icon' }, line);
  }
  return done;
}

/** A line of HTML that shows words. */
const isText = /^\s*(?:<(?:span|a|b|i|em|strong|code|small)\b[^<>]*>\s*)*[\p{L}\p{N}[(.]/u;

function called(icon: string, line: Line): Line {
  const start = (isText.exec(line.text)?.[0].length ?? 1) - 1;
  const isSaid = line.text.slice(start).toLowerCase().startsWith(icon.toLowerCase());
  return isSaid ? line : replaced(line, start, start, `${icon}: `);
}

/** A line without its icons, which Intercom would put between two paragraphs: what they are called stands there. */
export function withoutIcons(line: Line, say: Say): Line {
  const { text } = line;
  if (!text.includes('.svg') || text.split('.svg').length > mostPictures) return line;
  const plain = withoutCodeSpans(text);
  const found = [...plain.matchAll(drawing)];
  const words = plain
    .replace(/!\[[^\]]*\]\([^()\s]*[^()]*\)|<img\s[^<>]*>/g, '')
    .replace(/\]\([^()]*\)|<[^<>]*>|^\s*(?:[-*+]|\d+[.)])\s/g, '');
  if (found.length === 0 || !/[\p{L}\p{N}]/u.test(words)) return line;
  const nameless = found.find((match) => nameOf(match) === '');
  if (nameless !== undefined) say({ is: 'icon' }, line, nameless.index);
  return found.reduceRight((done, match) => {
    const name = nameOf(match);
    const end = match.index + match[0].length;
    const after = text.slice(end).trimStart();
    const isSaid = name === '' || after.toLowerCase().startsWith(name.toLowerCase());
    const space = isSaid ? (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return replaced(done, match.index, end + space, isSaid ? '' : name);
  }, line);
}

const nameOf = ([written, name]: RegExpExecArray): string =>
  (name ?? /\balt="([^"]*)"/.exec(written)?.[1] ?? '').trim();
