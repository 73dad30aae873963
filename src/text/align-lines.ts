import { bestPairs } from './best-pairs.ts';
import { likenessOf, wordsOf } from './likeness.ts';

/** One line beside another, or beside nothing: places in the two lists. */
export type LinePair = readonly [before: number, after: number] | readonly [number, null] | readonly [null, number];

/** Share of the words that two lines must have in common to be one line that was changed. */
const leastLikeness = 0.4;

/** Pairs of lines that are looked at closely. Past it lines are not paired at all. */
const mostPairs = 10_000;

/**
 * Pairs the lines of two texts that are most alike, in order.
 *
 * @returns every line of both once; where neither goes with the other, those before come first
 */
export function alignLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [a, b] = [0, 0];
  for (const [toA, toB] of [...alikeLines(before, after), [before.length, after.length] as const]) {
    while (a < toA) pairs.push([a++, null]);
    while (b < toB) pairs.push([null, b++]);
    if (toA < before.length) pairs.push([a++, b++]);
  }
  return pairs;
}

function alikeLines(before: readonly string[], after: readonly string[]): ReturnType<typeof bestPairs> {
  if (before.length * after.length > mostPairs) return [];
  const [older, newer] = [before.map(wordsOf), after.map(wordsOf)];
  return bestPairs(older.length, newer.length, (a, b) => {
    const [one, other] = [older[a], newer[b]];
    const likeness = one === undefined || other === undefined ? 0 : likenessOf(one, other);
    return likeness < leastLikeness ? 0 : likeness;
  });
}
