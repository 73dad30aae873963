import { diff3MergeRegions, diffIndices } from 'node-diff3';

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
  const after = tokensOf(withBullet(edited, bullet));
  let result = '';
  for (const region of diff3MergeRegions(own, before, after)) {
    if (region.stable) result += textOf(region.bufferContent);
    else if (sameKeys(region.aContent, region.oContent)) result += textOf(region.bContent);
    else if (sameKeys(region.bContent, region.oContent) || sameKeys(region.aContent, region.bContent))
      result += textOf(region.aContent);
    else return null;
  }
  return result;
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

const sameKeys = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((token, index) => String(token) === String(b[index]));

/** White space is white space, whether it ends a line or not; an empty line is something else. */
function tokensOf(text: string): Token[] {
  const words = text.match(/\{\{[^{}]*\}\}|[\p{L}\p{N}\p{M}_]+|\s+|./gsu) ?? [];
  return words.map((word) => token(word, /^\s/.test(word) ? (/\n\s*\n/.test(word) ? '\n\n' : ' ') : word));
}

function token(text: string, key: string): Token {
  return { text, toString: () => key };
}

/** The second list with the first one's spelling where the two say the same: what is stable is kept as it was written. */
function inWordsOf(written: readonly Token[], tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  let [old, young] = [0, 0];
  const ends = { buffer1: [written.length, 0], buffer2: [tokens.length, 0] } as const;
  for (const { buffer1, buffer2 } of [...diffIndices([...written], [...tokens]), ends]) {
    for (; old < buffer1[0]; old += 1, young += 1) result[young] = written[old] ?? token('', '');
    old += buffer1[1];
    young = buffer2[0] + buffer2[1];
  }
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
