import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/text/nearest.ts';

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
