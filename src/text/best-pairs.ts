import type { Pair } from './same-places.ts';

/**
 * Pairs of places in two lists, none crossing another, that are worth most in sum: a table of the best sums of what is
 * behind each pair.
 *
 * @param before length of the first list; time and memory go with the product of both
 * @param after length of the second list
 * @param worth of a pair; 0 or less for one that is none
 */
export function bestPairs(before: number, after: number, worth: (a: number, b: number) => number): readonly Pair[] {
  const worths = Array.from({ length: before }, (_, a) => Array.from({ length: after }, (_, b) => worth(a, b)));
  const best = Array.from({ length: before + 1 }, () => new Array<number>(after + 1).fill(0));
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0;
  const paired = (a: number, b: number): number => {
    const own = worths[a]?.[b] ?? 0;
    return own <= 0 ? 0 : own + at(a + 1, b + 1);
  };
  for (let a = before - 1; a >= 0; a -= 1)
    for (let b = after - 1; b >= 0; b -= 1) {
      const row = best[a];
      if (row !== undefined) row[b] = Math.max(at(a + 1, b), at(a, b + 1), paired(a, b));
    }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < before && b < after; ) {
    if (paired(a, b) > 0 && at(a, b) === paired(a, b)) pairs.push([a++, b++]);
    else if (at(a, b) === at(a + 1, b)) a += 1;
    else b += 1;
  }
  return pairs;
}
