import { slipsBetween } from './nearest.ts';

/** What a name that leads nowhere was meant to be: surely, or perhaps. */
export interface Meant {
  readonly name: string;
  /** There is exactly one like it, and more than its base name says so: it may be put in. */
  readonly isSure: boolean;
}

/**
 * The file that a path was meant to be. One is sure that is the only one of the same path but for letter case,
 * separators or the ending of a page (`guide`, `guide/`, `guide.html`, `guide/index.md`), or else the only one whose last
 * two parts are the same. A base name alone says nothing: every folder has an `index.md`.
 *
 * @param path what was written, from the same folder as the candidates
 * @param candidates all files that there are
 */
export function meantPath(path: string, candidates: Iterable<string>): Meant | null {
  const all = [...candidates];
  const key = keyOf(path);
  const same = all.filter((one) => keyOf(one) === key);
  if (same.length > 0) return onlyOne(same);
  const tail = tailOf(key);
  const alike = tail === null ? [] : all.filter((one) => tailOf(keyOf(one)) === tail);
  if (alike.length > 0) return onlyOne(alike);
  return perhaps(path, all, stemOf(path));
}

/**
 * The heading that an anchor was meant to be. Sure is the only one of the same letters and digits, whatever stands
 * between them, and whatever accents they have.
 */
export function meantAnchor(anchor: string, slugs: readonly string[]): Meant | null {
  const key = lettersOf(anchor);
  const same = key === '' ? [] : slugs.filter((slug) => lettersOf(slug) === key);
  return same.length > 0 ? onlyOne(same) : perhaps(anchor, slugs, anchor);
}

const onlyOne = ([name = '', ...others]: readonly string[]): Meant => ({ name, isSure: others.length === 0 });

/** A name with few differences. Other digits are another version or picture, not a slip of the pen. */
function perhaps(name: string, candidates: readonly string[], stem: string): Meant | null {
  const folded = fold(name);
  const most = stem.length <= 3 ? 1 : Math.max(2, Math.floor(stem.length * 0.3));
  let best: { readonly name: string; readonly cost: number } | null = null;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) > most || digitsOf(other) !== digitsOf(folded)) continue;
    const cost = slipsBetween(folded, other);
    if (cost <= most && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { name: candidate, cost };
  }
  return best === null ? null : { name: best.name, isSure: false };
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
const digitsOf = (name: string): string => name.replace(/\D/g, '');
const stemOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');

function keyOf(path: string): string {
  return fold(path)
    .replace(/\.(?:mdx?|markdown|html?)$/, '')
    .replace(/\/index$/, '')
    .replace(/[-_ ]+/g, '-');
}

function tailOf(key: string): string | null {
  const parts = key.split('/');
  return parts.length < 2 ? null : parts.slice(-2).join('/');
}

function lettersOf(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
