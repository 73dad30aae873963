import { describe, expect, test } from 'vitest';
import { linkTargets } from '../../src/body/link-targets.ts';
import { articleReference, listReferences, type Reference } from '../../src/body/references.ts';
import type { RemoteArticle } from '../../src/model/remote.ts';

const url = 'https://help.example.com/en/articles/7-title';
const remote: RemoteArticle = {
  id: '7',
  url,
  parentId: null,
  updatedAt: 0,
  updatedById: null,
  pendingDraft: false,
  defaultLocale: 'en',
  locales: { en: { title: 'T', description: '', body: '', state: 'published', authorId: null, url } },
};

const { target, targetFrom } = linkTargets({
  homeUrl: () => 'https://help.example.com',
  articleOf: (key) =>
    key === 'known.md' ? { id: '7', remote } : key === 'draft.md' ? { id: '8', remote: null } : null,
  imageUrl: (sha256) => (sha256.endsWith('0') ? 'https://example.com/0.png' : null),
  headingId: (_key, _locale, slug) => (slug === 'moved' ? 'h_1234567890' : slug === 'lost' ? null : slug),
});

function to(key: string, anchor: string | null = null, locale = 'en'): Reference {
  const [reference] = listReferences(`<a href="${articleReference({ key, locale, anchor })}">x</a>`);
  if (reference === undefined) throw new Error('no reference');
  return reference;
}

describe('a symbolic link leads to', () => {
  test.each([
    ['the URL of its article', to('known.md'), url],
    ['a heading in it', to('known.md', 'card'), `${url}#card`],
    ['a heading by the id that Intercom gave it', to('known.md', 'moved'), `${url}#h_1234567890`],
    ['the page, where no heading can be told', to('known.md', 'lost'), url],
    ['the plain URL of an article that has none yet', to('draft.md'), 'https://help.example.com/en/articles/8'],
    ['the plain URL of a locale that has none', to('known.md', null, 'fr'), 'https://help.example.com/fr/articles/7'],
    ['nothing, while its article has no id', to('new.md'), null],
    [
      'the copy of an image',
      { kind: 'image' as const, sha256: `sha256-${'0'.repeat(64)}`, index: 0 },
      'https://example.com/0.png',
    ],
    [
      'nothing, while an image has no copy',
      { kind: 'image' as const, sha256: `sha256-${'1'.repeat(64)}`, index: 0 },
      null,
    ],
  ])('%s', (_, reference, expected) => {
    expect(target(reference)).toBe(expected);
  });
});

test('without an address of the help centre, only an article with an URL has one', () => {
  const homeless = linkTargets({
    homeUrl: () => null,
    articleOf: () => ({ id: '8', remote: null }),
    imageUrl: () => null,
    headingId: (_key, _locale, slug) => slug,
  });
  expect(homeless.target(to('draft.md'))).toBeNull();
});

test('a link to a heading of the same text needs no address', () => {
  const from = targetFrom('new.md', 'en');
  expect(from(to('new.md', 'part'))).toBe('#part');
  expect(from(to('new.md', 'moved'))).toBe('#h_1234567890');
  expect(from(to('new.md'))).toBeNull();
  expect(from(to('known.md', 'part'))).toBe(`${url}#part`);
  // In another language the same source is another page.
  expect(targetFrom('known.md', 'fr')(to('known.md', 'part'))).toBe(`${url}#part`);
});

test('a text without a page leads to its own heading by our slug, where no heading can be told', () => {
  expect(targetFrom('new.md', 'en')(to('new.md', 'lost'))).toBe('#lost');
  expect(targetFrom('known.md', 'en')(to('known.md', 'lost'))).toBe(url);
  expect(targetFrom('new.md', 'fr')(to('new.md', 'lost'))).toBeNull();
});
