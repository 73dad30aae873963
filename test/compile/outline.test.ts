import { expect, it } from 'vitest';
import { lookUp } from '../../src/compile/outline.ts';
import { settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

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

it('knows the anchor of a heading that is only a picture, for links to what stands above it', () => {
  const text = '## Platforms\n\n## ![For Android](https://example.com/a.svg)\n\nText, and [there](#for-android).\n';
  const nothing = { root: 'content', sources: [], collections: [], files: new Map() };
  const { body, problems } = compileBody(text, nothing, settingsOf());
  expect(problems.map(({ code }) => code)).toEqual(['heading-image', 'anchor-moved']);
  expect(body).toContain('/article.md#platforms"');
});
