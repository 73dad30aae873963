import { diffIndices } from 'node-diff3';

/** A place in one list, and the place in another that it goes with. */
export type Pair = readonly [before: number, after: number];

/**
 * What two lists have in common, in order.
 *
 * @param before compared by what they are as text
 * @returns pairs of places, none crossing another
 */
export function samePlaces<Item>(before: readonly Item[], after: readonly Item[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [old, young] = [0, 0];
  const end = { buffer1: [before.length, 0], buffer2: [after.length, 0] } as const;
  for (const { buffer1, buffer2 } of [...diffIndices([...before], [...after]), end]) {
    for (; old < buffer1[0]; old += 1, young += 1) pairs.push([old, young]);
    old += buffer1[1];
    young = buffer2[0] + buffer2[1];
  }
  return pairs;
}
