import { describe, expect, test } from 'vitest';
import { nearestName, nearestPath } from '../../src/text/nearest.ts';

describe('the nearest name', () => {
  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['descripton', 'description'],
    ['sate', 'state'],
    ['fin', null],
    ['layout', null],
    ['', null],
  ])('to "%s" is %s', (word, best) => {
    expect(nearestName(word, ['id', 'title', 'description', 'state', 'sync'])).toBe(best);
  });

  test('is none where there are no names', () => {
    expect(nearestName('title', [])).toBeNull();
  });
});

describe('the nearest path', () => {
  const paths = ['billing/pay.md', 'billing/refund.md', 'start.md', 'Caf\u00e9.md'];
  test.each([
    ['Billing/Pay.md', 'billing/pay.md'],
    ['pay.md', 'billing/pay.md'],
    ['account/refund.md', 'billing/refund.md'],
    ['billing/refnud.md', 'billing/refund.md'],
    ['Cafe\u0301.md', 'Caf\u00e9.md'],
    ['nothing-like-it.md', null],
    ['', null],
  ])('to "%s" is %s', (path, best) => {
    expect(nearestPath(path, paths)).toBe(best);
  });
});
