import { diffIndices } from 'node-diff3';
import { samePlaces } from '../../text/same-places.ts';

/** A word, a run of white space, a variable or a sign, known by `key`. */
interface Token {
  readonly text: string;
  toString(): string;
}

/**
 * Makes an edit of a text's normal form in the text as it is written, so that its line breaks, its way of marking
 * emphasis and lists, its variables and its reference links stay wherever the edit did not touch them.
 *
 * @param written the text as somebody wrote it
 * @param normal its normal form
 * @param edited what became of the normal form
 * @returns null where the edit meets what is written in another way: whoever calls must look whether the result comes
 *   to `edited`
 */
export function restyle(written: string, normal: string, edited: string): string | null {
  const bullet = bulletOf(written);
  const own = tokensOf(written);
  const before = inWordsOf(own, tokensOf(withBullet(normal, bullet)));
  const hunks = inOrder(hunksOf(before, own, 'style'), hunksOf(before, tokensOf(withBullet(edited, bullet)), 'edit'));
  if (hunks === null) return null;
  const parts: Token[] = [];
  let at = 0;
  for (const { start, end, content } of hunks) {
    parts.push(...before.slice(at, start), ...content);
    at = end;
  }
  return [...parts, ...before.slice(at)].map(({ text }) => text).join('');
}

/** A stretch of the normal form, and what stands in its place. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly content: readonly Token[];
  /** `style`: it is written so. `edit`: it was edited. */
  readonly of: 'style' | 'edit';
}

function hunksOf(before: readonly Token[], after: readonly Token[], of: Hunk['of']): readonly Hunk[] {
  return diffIndices([...before], [...after]).map(({ buffer1: [start, length], buffer2Content: content }) => ({
    ...{ start, end: start + length, of },
    content,
  }));
}

/**
 * Both kinds of hunks in order; null where two lie over each other. Two that only touch do not: what was put in beside a
 * variable stands beside it.
 */
function inOrder(styles: readonly Hunk[], edits: readonly Hunk[]): readonly Hunk[] | null {
  const hunks = [...styles, ...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    const last = kept.at(-1);
    if (last !== undefined && isSame(last, hunk)) continue;
    const isOver =
      last !== undefined && (hunk.start < last.end || (hunk.start === last.start && hunk.end === last.end));
    if (isOver) return null;
    kept.push(hunk);
  }
  return kept;
}

function isSame(a: Hunk, b: Hunk): boolean {
  const text = ({ content }: Hunk): string => content.join('\0');
  return a.of !== b.of && a.start === b.start && a.end === b.end && text(a) === text(b);
}

/** What is taken for one sign. Hyphens in a row, and those below a table's head, mean the same in any number. */
const signs = [
  /\{\{[^{}]*\}\}/,
  /(?<row>-{3,}|(?<=\|\s*:?)-+(?=:?\s*\|))/,
  /(?<bar>[ \t]*\|[ \t]*)/,
  /[\p{L}\p{N}\p{M}]+/u,
  /(?<gap>\s+)/,
  /./,
];
const sign = new RegExp(signs.map(({ source }) => source).join('|'), 'gsu');

/** White space is white space, whether it ends a line or not; an empty line is something else. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(sign), ({ 0: word, groups }) => {
    if (groups?.row !== undefined) return token(word, '---');
    if (groups?.bar !== undefined) return token(word, '|');
    if (groups?.gap !== undefined) return token(word, /\n\s*\n/.test(word) ? '\n\n' : ' ');
    return token(word, word);
  });
}

function token(text: string, key: string): Token {
  return { text, toString: () => key };
}

/** The second list with the first one's spelling where the two say the same: what is stable is kept as it was written. */
function inWordsOf(written: readonly Token[], tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  for (const [old, young] of samePlaces(written, tokens)) result[young] = written[old] ?? token('', '');
  return result;
}

/** The sign that a text's bullet lists use, where they all use one and it is not the normal form's. */
function bulletOf(text: string): string | null {
  const signs = new Set([...text.matchAll(/^[ \t]*([-*+])[ \t]/gm)].map(([, sign]) => sign));
  const [sign] = signs;
  return signs.size === 1 && sign !== undefined && sign !== '-' ? sign : null;
}

function withBullet(text: string, sign: string | null): string {
  return sign === null ? text : text.replace(/^([ \t]*)-(?=[ \t])/gm, `$1${sign}`);
}
