import { describe, expect, test } from 'vitest';
import { articleReference, imageReference } from '../../src/html/references.ts';
import { sameBody } from '../../src/html/same-body.ts';
import { twinForm } from '../../src/html/twin.ts';

const link = articleReference({ key: 'a.md', locale: 'en', anchor: null });
const image = imageReference(`sha256-${'0'.repeat(64)}`);
const compiled = `<h1 id="t">T</h1><p>see <a href="${link}">this</a></p><img src="${image}" alt="A">`;

describe('twins', () => {
  test.each([
    ['a stored body', 'see <a href="https://help.example.com/en/articles/7-this" target="_blank">this</a>'],
    ['one whose link had no URL yet', 'see this'],
    ['one whose link lost its address', 'see <a>this</a>'],
  ])('the source and %s', (_, text) => {
    const stored = `<h1 id="h_0123456789">T</h1><p class="no-margin">${text}</p><div class="intercom-container"><img src="https://downloads.intercomcdn.com/i/o/1/a.png?expires=1" alt="A"></div>`;
    expect(twinForm(stored)).toBe(twinForm(compiled));
  });

  test.each([
    ['text', '<p>a</p>', '<p>b</p>'],
    ['another link', '<p><a href="https://example.com/a">a</a></p>', '<p><a href="https://example.com/b">a</a></p>'],
    ['a link elsewhere, and none', '<p><a href="https://example.com/a">a</a></p>', '<p>a</p>'],
    ['an image', '<img src="a.png">', ''],
    ['the text of an image', '<img src="a.png" alt="A">', '<img src="a.png" alt="B">'],
  ])('are told apart by %s', (_, a, b) => {
    expect(twinForm(a)).not.toBe(twinForm(b));
  });
});

describe('bodies that show the same', () => {
  test('an article whose title, and so slug, changed is the same target', () => {
    expect(
      sameBody(
        '<p><a href="https://help.example.com/en/articles/7-old#x">a</a></p>',
        '<p class="no-margin"><a href="https://help.example.com/en/articles/7-new#x" target="_blank">a</a></p>',
      ),
    ).toBe(true);
  });

  test.each([
    ['another article', 'https://help.example.com/en/articles/8-old'],
    ['another locale', 'https://help.example.com/fr/articles/7-old'],
    ['another heading', 'https://help.example.com/en/articles/7-old#x'],
    ['a symbolic link', link],
  ])('%s is another target', (_, href) => {
    const here = '<p><a href="https://help.example.com/en/articles/7-old">a</a></p>';
    expect(sameBody(here, `<p><a href="${href}">a</a></p>`)).toBe(false);
  });

  test('a link without address is not no link', () => {
    expect(sameBody('<p><a>a</a></p>', '<p>a</p>')).toBe(false);
  });
});
