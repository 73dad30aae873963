import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleHeadingLevels } from '../../src/body/heading-levels.ts';

test.each([
  ['the shallowest becomes 1', [3, 4, 3], [1, 2, 1]],
  ['with a 1, nothing moves', [1, 3, 4], [1, 3, 4]],
  ['6 takes the level below the deepest in use', [1, 2, 6, 2], [1, 2, 3, 2]],
  ['wherever that is', [1, 6, 2, 3], [1, 4, 2, 3]],
  ['4 is the deepest', [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 4, 4]],
  ['5 and 6 alone', [5, 6], [1, 2]],
  ['none', [], []],
])('%s', (_, levels, settled) => {
  expect(settleHeadingLevels(levels)).toEqual(settled);
});

test('settled levels are settled, lie in 1 to 4 and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (levels) => {
      const settled = settleHeadingLevels(levels);
      expect(settleHeadingLevels(settled)).toEqual(settled);
      expect(Math.min(...settled)).toBe(1);
      expect(Math.max(...settled)).toBeLessThanOrEqual(4);
      for (const [index, level] of levels.entries()) {
        for (const [other, otherLevel] of levels.entries()) {
          if (level < otherLevel) expect(settled[index]).toBeLessThanOrEqual(settled[other] ?? 0);
        }
      }
    }),
  );
});
