import type { Code } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';

/** Which part of a file is put in, and how. */
type Asked = LeafDirective['attributes'];

/** A comment that opens or closes a region, in any language: `// #region a`, `<!-- #endregion a -->`, `#pragma region a`. */
const mark = /^\s*(?:\/\/|\/\*|<!--|#|--|::|%|'|REM)?\s*#?(?:pragma\s+)?(end)?region\b\s*(.*?)\s*(?:\*\/|-->)?\s*$/i;

/**
 * The lines of a file that are asked for, all others blank, so that each stays on its line.
 *
 * @returns null where there is no such part
 */
export function excerptOf(text: string, asked: Asked): string | null {
  const lines = text.split('\n');
  const [from, to] = inRegion(lines, asked?.region) ?? [-1, -1];
  if (from < 0) return null;
  const [first = '', last = ''] = asked?.lines?.split(',') ?? [];
  const start = from + (first === '' ? 0 : Number(first) - 1);
  const end = last === '' ? to : Math.min(to, from + Number(last));
  return lines.map((line, at) => (at >= start && at < end ? line : '')).join('\n');
}

/** Where a region begins and ends, its marks left out; a heading's anchor is one in Markdown. */
function inRegion(lines: readonly string[], name: string | null | undefined): readonly [number, number] | null {
  if (name === null || name === undefined || name === '') return [0, lines.length];
  const open = lines.findIndex((line) => {
    const found = mark.exec(line);
    return found !== null && found[1] === undefined && found[2] === name;
  });
  if (open < 0) return null;
  let depth = 0;
  for (let at = open + 1; at < lines.length; at += 1) {
    const found = mark.exec(lines[at] ?? '');
    if (found === null) continue;
    if (found[1] === undefined) depth += 1;
    else if (depth === 0 || found[2] === name) return [open + 1, at];
    else depth -= 1;
  }
  return [open + 1, lines.length];
}

/** A file's text as a block of code, without the blank lines around it, the marks of regions and the indentation of all. */
export function codeOf(text: string, { attributes, position }: LeafDirective): Code {
  const lines = text.split('\n').filter((line) => !(mark.test(line) && /region/i.test(line)));
  const start = lines.findIndex((line) => line.trim() !== '');
  const own = lines.slice(Math.max(0, start), lines.findLastIndex((line) => line.trim() !== '') + 1);
  const widths = own.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const width = widths.length === 0 ? 0 : Math.min(...widths);
  const value = own.map((line) => line.slice(width)).join('\n');
  return { type: 'code', lang: attributes?.code || null, value, ...(position === undefined ? {} : { position }) };
}
