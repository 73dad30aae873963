import { directiveNames } from '../directive-names.ts';
import type { Lines } from './lines.ts';

/** An item, or a quote that begins with one: behind indented code either is begun by fewer markers than elsewhere. */
const listItem = /^[> \t]*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
/** HTML that goes on behind a blank line. */
const longHtml = /<(?:script|pre|style|textarea|!|\?)/i;
const comment = /<!--(?!-?>)(?:(?!--).)*-->/g;
/** What may stand in front of a block: markers of the quotes and items that it is in. */
const containers = '(?:[ \\t>]|(?:[-*+]|\\d{1,9}[.)])[ \\t])*';
const fence = new RegExp(`^(${containers})(\`{3,}|~{3,})([^\\n]*)$`);
/** In front of fenced code: a quote in an item, and an item that may be part of a paragraph because it is not the first. */
const notSurely = /[\t>]|[02-9][.)]|\d1[.)]/;
/** HTML that ends with the next blank line. */
const html = new RegExp(`^${containers}<`);
const colons = new RegExp(`^${containers}:::`);
const attributes = '\\{(?: *[a-z]+="[^"{}&<\\\\]*"(?=[ }]))* *\\}';
const directive = new RegExp(`^(:{3,})(?:${directiveNames.container.join('|')})(?:${attributes})?$`);
const leaf = new RegExp(`^:{3,}(?:${directiveNames.leaf.join('|')})${attributes}$`);

/** What goes on behind blank lines, until a line of its own ends it. */
interface Open {
  /** What ends it, with what is in front of it. */
  readonly end: string;
  /** Spaces in front of all its lines. */
  readonly indent: string;
  /** Whether all up to there is in it, whatever comes: what only looks like fenced code may be none. */
  readonly isSure: boolean;
  readonly kind: 'fence' | 'directive';
}

/**
 * Where other Markdown surely ends: what comes from there on has nothing to do with it, however it is read.
 *
 * @param from number of the line that it begins in
 * @returns number of the line behind it and the blank ones behind it
 */
export function endOfOther(lines: Lines, from: number): number {
  let open: Open | null = null;
  let mayBeHtml = false;
  for (let line = from; line < lines.count; line += 1) {
    if (lines.indentOf(line) === -1) {
      mayBeHtml = false;
      continue;
    }
    const written = lines.text.slice(lines.startOf(line), lines.endOf(line));
    if (open === null && line > from && lines.indentOf(line - 1) === -1 && beginsAnew(written)) return line;
    const now: Open | null | 'unsure' = open === null ? openedBy(written) : stillOpen(open, written);
    // Whatever stands in HTML begins nothing.
    if (now === 'unsure' || (open === null && now !== null && mayBeHtml)) return lines.count;
    open = now;
    mayBeHtml ||= html.test(written);
  }
  return lines.count;
}

/** Whether a line behind a blank one is in nothing that stands in front of it. An item may belong to a list that does, or to none. */
function beginsAnew(written: string): boolean {
  return !/^\s/.test(written) && !listItem.test(written);
}

function openedBy(written: string): Open | null | 'unsure' {
  const [, prefix = '', marks, info = ''] = fence.exec(written) ?? [];
  if (marks !== undefined) {
    // A quote, and all in it, ends at the next blank line.
    if (prefix.startsWith('>')) return null;
    if (info.includes('`') || notSurely.test(prefix)) return 'unsure';
    const indent = ' '.repeat(prefix.length);
    return { kind: 'fence', indent, end: indent + marks, isSure: prefix === '' };
  }
  if (colons.test(written)) {
    if (leaf.test(written)) return null;
    const [, end] = directive.exec(written) ?? [];
    return end === undefined ? 'unsure' : { kind: 'directive', indent: '', end, isSure: true };
  }
  return longHtml.test(written.replace(comment, '')) ? 'unsure' : null;
}

function stillOpen(open: Open, written: string): Open | null | 'unsure' {
  if (written.startsWith(open.end) && /^[ \t]*$/.test(written.slice(open.end.length))) return null;
  // The item that it is in may end, and the code with it.
  if (!written.startsWith(open.indent)) return 'unsure';
  const isLike = open.kind === 'fence' ? fence.test(written) : /^[ \t>]*:::+[ \t]*$/.test(written);
  if (isLike) return 'unsure';
  return open.isSure || !(longHtml.test(written) || colons.test(written)) ? open : 'unsure';
}
