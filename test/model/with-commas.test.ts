import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCommas } from '../../src/model/with-commas.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_345_678, '12,345,678'],
  [-1_000, '-1,000'],
])('%d is written %s', (number, text) => {
  expect(withCommas(number)).toBe(text);
});

test('every whole number is written as English writes it', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(withCommas(number)).toBe(number.toLocaleString('en-GB'));
    }),
  );
});
