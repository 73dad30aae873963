import { expect, it } from 'vitest';
import { pageOf } from '../../src/text/page-of.ts';

it('gives a list in parts, and says where the next one begins', () => {
  expect(pageOf([1, 2, 3], undefined, 2)).toEqual({ items: [1, 2], nextCursor: '2' });
  expect(pageOf([1, 2, 3], '2', 2)).toEqual({ items: [3] });
  expect(pageOf([1, 2], undefined, 2)).toEqual({ items: [1, 2] });
  expect(pageOf([1, 2], '9', 2)).toEqual({ items: [] });
  for (const cursor of ['', '-1', '1.5', 'x', '1e3', '9'.repeat(20)]) expect(pageOf([1], cursor, 2)).toBeNull();
});
