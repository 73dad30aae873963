import type { Locale } from '../../model/article.ts';

/** A word that another is used for. */
export interface OtherTerm {
  /** Where it begins in the text. */
  readonly at: number;
  readonly written: string;
  /** The word that is used. */
  readonly term: string;
}

/** Finds words that others are used for. */
export type TermFinder = (text: string) => readonly OtherTerm[];

/**
 * Makes a finder for whole words, whatever their capitals; of a word that differs from the right one in nothing but
 * capitals these count. Inside the right word no other is looked for: `sign in` is not found in `single sign in` where
 * that is right.
 *
 * @param list the word that is used → those that it stands for
 * @returns null where there is nothing to find
 */
export function termFinder(list: Readonly<Record<string, readonly string[]>>, locale: Locale): TermFinder | null {
  const low = (text: string): string => text.toLocaleLowerCase(locale).replace(/\s+/g, ' ');
  const loose = new Map<string, string>();
  const exact = new Map<string, string>();
  for (const [term, others] of Object.entries(list)) {
    for (const other of others) {
      if (other === term) continue;
      if (low(other) === low(term)) exact.set(other, term);
      else loose.set(low(other), term);
    }
  }
  const patterns = [patternOf([...loose.keys()], 'giu'), patternOf([...exact.keys()], 'gu')];
  const right = patternOf(Object.keys(list), 'giu');
  if (patterns.every((pattern) => pattern === null)) return null;
  const termOf = (written: string): string | undefined =>
    exact.get(written.replace(/\s+/g, ' ')) ?? loose.get(low(written));
  return (text) => {
    const used = right === null ? [] : [...text.matchAll(right)].map(({ index, 0: { length } }) => [index, length]);
    const isInside = (at: number, length: number): boolean =>
      used.some(([start = 0, size = 0]) => size > length && at >= start && at + length <= start + size);
    return patterns
      .flatMap((pattern) => (pattern === null ? [] : [...text.matchAll(pattern)]))
      .flatMap(({ index: at, 0: written }) => {
        const term = termOf(written);
        return term === undefined || isInside(at, written.length) ? [] : [{ at, written, term }];
      })
      .sort((a, b) => a.at - b.at);
  };
}

/** Longer ones first: of two that begin alike the whole is meant. */
function patternOf(words: readonly string[], flags: string): RegExp | null {
  if (words.length === 0) return null;
  const written = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_])(?:${written.join('|')})(?![\\p{L}\\p{N}\\p{M}_])`, flags);
}

/** The right word with the capitals of the wrong one, as far as that is plain: at its start, or throughout. */
export function inItsCapitals(term: string, written: string, locale: Locale): string {
  const upper = (text: string): string => text.toLocaleUpperCase(locale);
  const isWordLike = term === term.toLocaleLowerCase(locale);
  if (!isWordLike) return term;
  if (written.length > 1 && written === upper(written) && /\p{Lu}/u.test(written)) return upper(term);
  const [first = ''] = written;
  const [start = '', ...rest] = term;
  return first === upper(first) && /\p{Lu}/u.test(first) ? upper(start) + rest.join('') : term;
}
