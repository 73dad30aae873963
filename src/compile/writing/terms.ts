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
  const finders = [wordFinder([...loose.keys()], 'iuy'), wordFinder([...exact.keys()], 'uy')];
  const right = wordFinder(Object.keys(list), 'iuy');
  if (loose.size + exact.size === 0) return null;
  const termOf = (written: string): string | undefined =>
    exact.get(written.replace(/\s+/g, ' ')) ?? loose.get(low(written));
  return (text) => {
    const found = finders
      .flatMap((find) => find(text))
      .flatMap(({ at, written }) => {
        const term = termOf(written);
        return term === undefined ? [] : [{ at, written, term }];
      })
      .sort((a, b) => a.at - b.at);
    const inProse = found.filter(({ at, written }) => !isInName(text, at, at + written.length));
    return inProse.length === 0 ? [] : outside(inProse, right(text));
  };
}

/**
 * Whether a stretch is a part of an address, a path or a file's name: `github` in `github.com`, `setup` in `setup.exe`.
 * Nobody can write those otherwise.
 */
function isInName(text: string, from: number, to: number): boolean {
  // What there is of them is at most as long: no text of any length is gone through for each word.
  const before = /\S*$/.exec(text.slice(Math.max(0, from - 500), from))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(to, to + 500))?.[0] ?? '';
  if (/[@/\\.=]$/.test(before) || /^[@/\\.=][\p{L}\p{N}]/u.test(after)) return true;
  return /:\/\/|\bwww\./i.test(before);
}

/** A stretch of a text. */
interface Word {
  readonly at: number;
  readonly written: string;
}

/** Those that are not a part of a longer word. Both are in order. */
function outside<T extends Word>(found: readonly T[], longer: readonly Word[]): readonly T[] {
  let next = 0;
  return found.filter(({ at, written: { length } }) => {
    while ((longer[next]?.at ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const around = longer[next - 1];
    return around === undefined || around.written.length <= length || at + length > around.at + around.written.length;
  });
}

/** What a word begins with: letters and digits as far as they go, or one sign. */
const beginnings = /[\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_\s]/gu;

/** Equal for all that a pattern takes for the same whatever its capitals. */
const beginningOf = (written: string): string => written.toUpperCase().toLowerCase();

/**
 * Makes what finds whole words, none inside another. A pattern of all words would be tried at every place of a text,
 * which takes seconds with thousands of them: only those are tried that begin as the text does there.
 *
 * @param flags of patterns that match at one place
 */
function wordFinder(words: readonly string[], flags: string): (text: string) => readonly Word[] {
  const alike = new Map<string, string[]>();
  for (const word of words) {
    const beginning = beginningOf(word.match(beginnings)?.[0] ?? '');
    const others = alike.get(beginning);
    if (others === undefined) alike.set(beginning, [word]);
    else others.push(word);
  }
  const patterns = new Map<string, RegExp>();
  const patternAt = (beginning: string): RegExp | undefined => {
    const group = alike.get(beginning);
    if (group === undefined) return undefined;
    const pattern = patterns.get(beginning) ?? patternOf(group, flags);
    patterns.set(beginning, pattern);
    return pattern;
  };
  return (text) => {
    if (alike.size === 0) return [];
    const found: Word[] = [];
    let end = 0;
    for (const { 0: beginning, index: at } of text.matchAll(beginnings)) {
      const pattern = at < end ? undefined : patternAt(beginningOf(beginning));
      if (pattern === undefined) continue;
      pattern.lastIndex = at;
      const written = pattern.exec(text)?.[0];
      if (written === undefined) continue;
      found.push({ at, written });
      end = at + written.length;
    }
    return found;
  };
}

/** Longer ones first: of two that begin alike the whole is meant. */
function patternOf(words: readonly string[], flags: string): RegExp {
  const written = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_])(?:${written.join('|')})(?![\\p{L}\\p{N}\\p{M}_])`, flags);
}

/**
 * Whether a word reads the same wherever it is put into Markdown and HTML: without signs that mean something there, also
 * where it comes to stand at the beginning of a line or in a table.
 */
export function isPlain(term: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’/+#&()-]*$/u.test(term) && !/^\d+[.)]/.test(term);
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
