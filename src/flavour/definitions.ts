import { behind, indentOf, isBlank, type Line, lineAt, replaced, sliceOf, withoutIndent } from './lines.ts';
import { type Pass, textLines } from './text-lines.ts';

/** Lines with which something else than a paragraph begins. */
const noTerm =
  /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||`{3}|~{3}|:(?:[ \t]|::)|<\/?[a-z][\w-]*(?:\s[^>]*)?>\s*$|[-*_]{3,}\s*$|!!!|\?\?\?|=== |\{[%{<:])/i;

/** What begins a definition. */
const mark = /^([ \t]*):([ \t]{1,4})(?=\S)/;

interface Options {
  /** Whether links can lead to a term. */
  readonly anchors: boolean;
}

/** Reads `: definitions` below their terms: a term in bold, what is said of it below. */
export const definitions =
  ({ anchors }: Options): Pass =>
  (lines) => {
    if (!lines.some(({ text }) => mark.test(text))) return lines;
    const isText = textLines(lines);
    const out: Line[] = [];
    const ids = anchors ? new Map<string, number>() : null;
    const defined = new Set<Line>();
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] as Line;
      const heading = ids === null || !isText[at] ? undefined : /^#{1,6}\s+(.*)$/.exec(line.text)?.[1];
      if (heading !== undefined && ids !== null) idOf(heading, ids);
      const found = isText[at] ? mark.exec(line.text) : null;
      if (found === null || !takeTerms(out, line, ids, defined)) {
        out.push(line);
        continue;
      }
      const indent = indentOf(line);
      const width = found[0].length;
      out.push(lineAt('', line), behind(' '.repeat(indent), sliceOf(line, width)));
      at = takeContent(lines, at + 1, { indent, width }, out, defined) - 1;
    }
    return out;
  };

/** Makes the paragraph at the end of the lines terms; false where there is none, or no definition before it. */
function takeTerms(out: Line[], { text }: Line, ids: Map<string, number> | null, defined: ReadonlySet<Line>): boolean {
  let last = out.length - 1;
  if (last >= 0 && isBlank(out[last] as Line)) last -= 1;
  const indent = indentOf({ text } as Line);
  let first = last + 1;
  while (first > 0 && isTerm(out[first - 1] as Line, indent, defined)) first -= 1;
  if (first > last) return isAfterDefinition(out, indent, defined);
  const terms = out.slice(first, last + 1).flatMap((line) => [inBold(line, ids), lineAt('', line)]);
  out.splice(first, out.length - first, ...terms);
  return true;
}

/** Whether a definition has ended before, so that this is another of the same term. */
function isAfterDefinition(out: readonly Line[], indent: number, defined: ReadonlySet<Line>): boolean {
  const last = out.findLast((line) => !isBlank(line));
  return last !== undefined && defined.has(last) && indentOf(last) >= indent;
}

function isTerm(line: Line, indent: number, defined: ReadonlySet<Line>): boolean {
  return !isBlank(line) && indentOf(line) === indent && !noTerm.test(line.text) && !defined.has(line);
}

/** What is indented below a definition is more of it, and so are lines of its first paragraph. */
function takeContent(
  lines: readonly Line[],
  from: number,
  { indent, width }: { readonly indent: number; readonly width: number },
  out: Line[],
  defined: Set<Line>,
): number {
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (isBlank(line)) continue;
    const isLazy =
      next === at && !isBlank(lines[at - 1] as Line) && isTerm(line, indent, defined) && !mark.test(line.text);
    if (indentOf(line) <= indent && !isLazy) break;
    for (const one of lines.slice(next, at + 1)) out.push(behind(' '.repeat(indent), withoutIndent(one, width)));
    next = at + 1;
  }
  for (const line of out.slice(-1)) defined.add(line);
  return next;
}

function inBold(line: Line, ids: Map<string, number> | null): Line {
  const start = indentOf(line);
  const text = line.text.slice(start).trimEnd();
  const slug = ids === null ? '' : idOf(text, ids);
  const closed = replaced(
    line,
    start + text.length,
    line.text.length,
    `</b>${slug === '' ? '' : `<span id="${slug}"></span>`}`,
  );
  return replaced(closed, start, start, '<b>');
}

/** The id that a term has: its words, as those of a heading, with a number where an earlier one has the same. */
function idOf(term: string, ids: Map<string, number>): string {
  const slug = term
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-');
  const before = ids.get(slug) ?? 0;
  ids.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before}`;
}

/** Leaves out `*[HTML]: meanings`, which show only on hovering. */
export const withoutAbbreviations: Pass = (lines) => {
  const isText = textLines(lines);
  return lines.map((line, at) =>
    isText[at] && /^ {0,3}\*\[[^[\]]+\]:/.test(line.text) ? sliceOf(line, line.text.length) : line,
  );
};
