import { createCodeLines, withoutCodeSpans } from './code-lines.ts';
import type { Say } from './context.ts';
import { type Line, replaced, without } from './lines.ts';
import type { Tag } from './tags.ts';

/** Stands for an icon until its line is done: a character that no text may have. */
export const icon = '\uFDD0';

/** What an icon's tag says: what it is called, for those who cannot see it, or nothing but that it is there. */
export function iconOf({ attributes }: Tag): string {
  const names = ['label', 'title', 'aria-label', 'alt'].map((key) => attributes.get(key)?.trim() ?? '');
  return names.find((name) => name !== '') ?? icon;
}

/**
 * A line in which its icons show nothing, which is said. In a table they are left as HTML, of which our dialect says it:
 * nothing else may be in a cell.
 */
export function withIcons(line: Line, say: Say): Line {
  const first = line.text.indexOf(icon);
  if (first < 0) return line;
  const isRow = /^[\s>]*\||<t[dh][\s>]/.test(line.text);
  if (!isRow) say({ is: 'icon' }, line, first);
  let done = line;
  for (let at = done.text.lastIndexOf(icon); at >= 0; at = done.text.lastIndexOf(icon))
    done = isRow ? replaced(done, at, at + 1, '<i class="icon"></i>') : without(done, at, at + 1);
  return done;
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
