import { expect, test } from 'vitest';
import { differenceMarkdown } from '../../src/report/difference-markdown.ts';
import { wordDiff } from '../../src/text/diff.ts';

const articleOf = (before: string, after: string) => ({
  key: 'a.md',
  fields: {},
  locales: { en: { fields: {}, images: [], unseen: false, body: wordDiff(before, after) } },
});

const before = 'Intro.\n\nOpen the Settings page, then save.\n\nGone line.\n';
const after = 'Intro.\n\nOpen the Preferences page, then save.\n\nAnother new paragraph here.\n';

test('words that changed inside a line are marked, since a block of code shows no colours there', () => {
  const text = differenceMarkdown(articleOf(before, after), 'A', { defaultLocale: 'en', isReversed: false });
  expect(text).toContain('-Open the [-Settings-] page, then save.\n+Open the {+Preferences+} page, then save.');
});

test('for edits made in Intercom the sides are the other way round, and so are the marks', () => {
  const text = differenceMarkdown(articleOf(before, after), 'A', { defaultLocale: 'en', isReversed: true });
  expect(text).toContain('-Open the [-Preferences-] page, then save.\n+Open the {+Settings+} page, then save.');
});

test('a whole line that comes or goes has no marks in it', () => {
  const text = differenceMarkdown(articleOf('One.\n', 'One.\n\nTwo words.\n'), 'A', {
    defaultLocale: 'en',
    isReversed: false,
  });
  expect(text).toContain('+Two words.');
});
