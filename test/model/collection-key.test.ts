import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectionKey, separator } from '../../src/model/collection-key.ts';

test('a key shows the way down to a collection, with the help centre where it is another one', () => {
  expect(collectionKey({ helpCentre: null, trail: ['Billing', 'Invoices'] })).toBe('Billing > Invoices');
  expect(collectionKey({ helpCentre: 'acme-fr', trail: ['Aide'] })).toBe('[acme-fr] Aide');
  expect(collectionKey({ helpCentre: null, trail: ['Settings > Billing', 'a->b'] })).toBe(
    'Settings \\> Billing > a->b',
  );
});

test('a key has one part for each name, and no two trails have the same', () => {
  const name = fc
    .array(fc.constantFrom('a', '>', ' ', '\\'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
  const trail = fc.array(name, { minLength: 1, maxLength: 3 });
  const keyOf = (names: readonly string[]): string => collectionKey({ helpCentre: null, trail: names });
  fc.assert(
    fc.property(trail, trail, (one, other) => {
      expect(keyOf(one).split(separator)).toHaveLength(one.length);
      expect(keyOf(one) === keyOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 5_000 },
  );
});
