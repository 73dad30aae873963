import fc from 'fast-check';
import { expect, it } from 'vitest';
import { samePlaces } from '../../src/text/same-places.ts';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

it('what two lists have in common is the same in both, in order, each place once', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const pairs = samePlaces(before, after);
      for (const [index, [old, young]] of pairs.entries()) {
        const [lastOld, lastYoung] = pairs[index - 1] ?? [-1, -1];
        expect(before[old]).toBe(after[young]);
        expect(old > lastOld && young > lastYoung).toBe(true);
      }
    }),
  );
});

it('a list has all of itself in common with itself', () => {
  expect(samePlaces(['a', 'b', 'a'], ['a', 'b', 'a'])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
});
