import { expect, it } from 'vitest';
import { wordDiff } from '../../src/text/diff.ts';
import { markedDiff } from '../../src/text/marked-diff.ts';

it('writes changes as plain lines', () => {
  const [before, after] = ['# A\n\nOne two.\n\nGone.\n', '# A\n\nOne three.\n\nHere.\nMore.\n'];
  const lines = markedDiff(wordDiff(before, after, 0)).split('\n');
  expect(lines).toContain('-One two.');
  expect(lines).toContain('+One three.');
  expect(lines).toContain('-Gone.');
  expect(lines).toContain('+More.');
  expect(lines[0]).toBe('@@ line 3 @@');
  expect(markedDiff([])).toBe('');
});
