import { bestPairs } from './best-pairs.ts';
import { likenessOf, wordsOf } from './likeness.ts';
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

function alikeIn(gone: readonly string[], come: readonly string[]): readonly Pair[] {
  const [older, newer] = [gone.map(wordsOf), come.map(wordsOf)];
  return bestPairs(older.length, newer.length, (a, b) => {
    const [one, other] = [older[a], newer[b]];
    // Common words make anything half alike: one pair that is nearly the same counts for more than two of such.
    return one === undefined || other === undefined ? 0 : likenessOf(one, other) - 0.5;
  });
}
