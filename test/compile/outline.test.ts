import { expect, it } from 'vitest';
import { lookUp } from '../../src/compile/outline.ts';

const outline = {
  headings: [
    { slug: 'parameters', text: 'Parameters' },
    { slug: 'options', text: 'Options' },
  ],
  titleSlug: null,
  anchors: { options: { slug: 'parameters', isExact: false } },
};

it('finds the heading that another tool numbers after a term of the same name', () => {
  expect(lookUp('options-1', outline, true)).toEqual({ slug: 'options', isExact: true });
});

it('takes no number off where nothing else has the name, or where anchors are ours', () => {
  expect(lookUp('parameters-1', outline, true)).toBeUndefined();
  expect(lookUp('options-1', outline, false)).toBeUndefined();
});
