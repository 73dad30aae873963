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
  let [older, newer] = [0, 0];
  const end = { buffer1: [before.length, 0], buffer2: [after.length, 0] } as const;
  for (const { buffer1, buffer2 } of [...diffIndices([...before], [...after]), end]) {
    for (; older < buffer1[0]; older += 1, newer += 1) pairs.push([older, newer]);
    older += buffer1[1];
    newer = buffer2[0] + buffer2[1];
  }
  return pairs;
}
