import { type Pair, samePlaces } from './same-places.ts';

/**
 * Pairs what stands in two lists: what is the same, what was edited and is alike, and what was put in the place of as
 * many others. Pairs never cross.
 *
 * @param before texts, as far as they count
 * @param after the same of what became of them
 * @param isHeaded the first of one is always the first of the other
 */
export function pairsOf(before: readonly string[], after: readonly string[], isHeaded = false): readonly Pair[] {
  if (isHeaded && before.length > 0 && after.length > 0) {
    const rest = pairsOf(before.slice(1), after.slice(1));
    return [[0, 0], ...rest.map(([older, newer]): Pair => [older + 1, newer + 1])];
  }
  const pairs: Pair[] = [];
  let [older, newer] = [0, 0];
  for (const same of [...samePlaces(before, after), [before.length, after.length] as const]) {
    const [gone, come] = [before.slice(older, same[0]), after.slice(newer, same[1])];
    for (const [a, b] of pairsInGap(gone, come)) pairs.push([older + a, newer + b]);
    if (same[0] < before.length) pairs.push(same);
    [older, newer] = [same[0] + 1, same[1] + 1];
  }
  return pairs;
}

/** Largest gap that is searched for what is alike, in comparisons. */
const patience = 10_000;

/** Pairs of what is alike; between them, as many as there were stand for those that were there. */
function pairsInGap(gone: readonly string[], come: readonly string[]): readonly Pair[] {
  if (gone.length === 0 || come.length === 0) return [];
  if (gone.length * come.length > patience) return gone.length === come.length ? byPlace([0, 0], gone.length) : [];
  const pairs: Pair[] = [];
  let [a, b] = [0, 0];
  for (const [older, newer] of [...alikeIn(gone, come), [gone.length, come.length] as const]) {
    if (older - a === newer - b) pairs.push(...byPlace([a, b], older - a));
    if (older < gone.length) pairs.push([older, newer]);
    [a, b] = [older + 1, newer + 1];
  }
  return pairs;
}

function byPlace([older, newer]: Pair, length: number): readonly Pair[] {
  return Array.from({ length }, (_, at): Pair => [older + at, newer + at]);
}

/** The pairs, none crossing another, that are most alike in sum: a table of the best sums of what is behind each pair. */
function alikeIn(gone: readonly string[], come: readonly string[]): readonly Pair[] {
  const [words, others] = [gone.map(wordsOf), come.map(wordsOf)];
  const likeness = words.map((own) => others.map((other) => likenessOf(own, other)));
  const best = gone.map(() => come.map(() => 0));
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0;
  const paired = (a: number, b: number): number => {
    // Common words make anything half alike: one pair that is nearly the same counts for more than two of such.
    const alike = (likeness[a]?.[b] ?? 0) - 0.5;
    return alike <= 0 ? 0 : alike + at(a + 1, b + 1);
  };
  for (let a = gone.length - 1; a >= 0; a -= 1)
    for (let b = come.length - 1; b >= 0; b -= 1) {
      const row = best[a];
      if (row !== undefined) row[b] = Math.max(at(a + 1, b), at(a, b + 1), paired(a, b));
    }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < gone.length && b < come.length; ) {
    if (paired(a, b) > 0 && at(a, b) === paired(a, b)) pairs.push([a++, b++]);
    else if (at(a, b) === at(a + 1, b)) a += 1;
    else b += 1;
  }
  return pairs;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** How many of all words two texts share: 1 all, 0 none. */
function likenessOf(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 2;
  }
  return shared / Math.max(1, words.length + others.length);
}
