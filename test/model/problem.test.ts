import { expect, test } from 'vitest';
import { problem } from '../../src/model/problem.ts';

test('what a problem quotes is clipped when it is made: it may be a whole file', () => {
  const key = 'k'.repeat(100_000);
  const { message, help } = problem('unknown-key', { key, where: 'front matter', nearest: null });
  expect(message.length + help.length).toBeLessThan(1_000);
  expect(message).toContain('kkk…');
});

test('a character outside the basic plane is not clipped in two', () => {
  const { message } = problem('unknown-key', { key: `a${'🎈'.repeat(1_000)}`, where: 'front matter', nearest: null });
  expect(message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
