import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortOut } from '../../src/probe/sort-out.ts';

test('finds exactly what is refused, and each of the others was taken once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (refusals) => {
      const all = refusals.map((isRefused, index) => ({ index, isRefused }));
      const taken: number[] = [];
      const refused = await sortOut(all, async (some) => {
        if (some.some(({ isRefused }) => isRefused)) return false;
        taken.push(...some.map(({ index }) => index));
        return true;
      });
      expect(refused).toEqual(all.filter(({ isRefused }) => isRefused));
      expect(taken.sort((a, b) => a - b)).toEqual(all.filter((one) => !one.isRefused).map(({ index }) => index));
    }),
  );
});

test('takes one request where nothing is refused, and none for nothing', async () => {
  let asked = 0;
  const taken = async () => {
    asked += 1;
    return true;
  };
  await sortOut([1, 2, 3], taken);
  await sortOut([], taken);
  expect(asked).toBe(1);
});
