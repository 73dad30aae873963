import { toString as toText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/dialect/syntax/parse.ts';
import { noValues } from '../../../src/model/variables.ts';

test.each([
  ['-\n[x]  word', '[x]  word'],
  ['1. a\n-\n[ ] word', 'a[ ] word'],
  ['*\n[X] one\n\n*\n[ ] two', '[X] one[ ] two'],
  ['> -\n> [x] quoted', '[x] quoted'],
  ['-\n[x] *soft*', '[x] soft'],
])('%j keeps its marks: no item has them', (text, words) => {
  const tree = parseMarkdown(text, noValues);
  expect(toText(tree)).toBe(words);
  expect(JSON.stringify(tree)).not.toMatch(/"checked":(?:true|false)/);
});

test('an item keeps its mark, and its text begins after it', () => {
  const tree = parseMarkdown('- [x] done\n- [ ] to do\n- [x]none', noValues);
  const [list] = tree.children;
  if (list?.type !== 'list') throw new Error('no list');
  expect(list.children.map((item) => [item.checked, toText(item)])).toEqual([
    [true, 'done'],
    [false, 'to do'],
    [null, '[x]none'],
  ]);
});
