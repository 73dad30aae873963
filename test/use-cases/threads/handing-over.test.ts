import { expect, test } from 'vitest';
import { handingOver } from '../../../src/use-cases/threads/handing-over.ts';

test('what a thread makes is handed over once, and the thread does not keep it', () => {
  const memo = handingOver('one');
  const key = memo.key('unit', 'a.md');
  memo.keep(key, { title: 'A' }, '<p>a</p>');
  expect(memo.recall(key)).toBeNull();
  expect(memo.taken()).toEqual([{ key, facts: { title: 'A' }, text: '<p>a</p>' }]);
  expect(memo.taken()).toEqual([]);
});
