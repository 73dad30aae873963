import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { articleReference, imageReference, type Reference, resolveReferences } from '../../src/body/references.ts';
import { sameBody } from '../../src/body/same-body.ts';
import { isTwin, twinForm } from '../../src/body/twin.ts';
import { asStored } from '../../src/sandbox/rewrite/as-stored.ts';
import { runs } from '../kit/depth.ts';

const link = articleReference({ key: 'a.md', locale: 'en', anchor: null });
const image = imageReference(`sha256-${'0'.repeat(64)}`);
const compiled = `<h1 id="t">T</h1><p>see <a href="${link}">this</a></p><img src="${image}" alt="A">`;

describe('twins', () => {
  test.each([
    ['a stored body', 'see <a href="https://help.example.com/en/articles/7-this" target="_blank">this</a>'],
    ['one whose link had no URL yet', 'see this'],
    ['one whose link lost its address', 'see <a>this</a>'],
    ['one whose link leads to a heading of its own', 'see <a href="#t">this</a>'],
    ['one whose heading got another id', 'see <a href="#h_0123456789">this</a>'],
  ])('the source and %s', (_, text) => {
    const stored = `<h1 id="h_0123456789">T</h1><p class="no-margin">${text}</p><div class="intercom-container"><img src="https://downloads.intercomcdn.com/i/o/1/a.png?expires=1" alt="A"></div>`;
    expect(twinForm(stored)).toBe(twinForm(compiled));
    expect(isTwin(compiled, stored)).toBe(true);
  });

  test.each([
    ['text', '<p>a</p>', '<p>b</p>'],
    ['another link', '<p><a href="https://example.com/a">a</a></p>', '<p><a href="https://example.com/b">a</a></p>'],
    ['a link elsewhere, and none', '<p><a href="https://example.com/a">a</a></p>', '<p>a</p>'],
    ['an image', '<img src="a.png">', ''],
    ['the text of an image', '<img src="a.png" alt="A">', '<img src="a.png" alt="B">'],
  ])('are told apart by %s', (_, a, b) => {
    expect(twinForm(a)).not.toBe(twinForm(b));
    expect(isTwin(a, b)).toBe(false);
  });

  const outside = 'https://blog.example.com/articles/12-news';
  test.each([
    [
      'an article elsewhere, and another',
      `<a href="${outside}">a</a>`,
      '<a href="https://b.example.com/articles/3">a</a>',
    ],
    ['an article elsewhere, and none', `<a href="${outside}">a</a>`, 'a'],
    ['no link, and an article elsewhere', 'a', `<a href="${outside}">a</a>`],
    ['a heading by an address that is written out', '<a href="#a">a</a>', '<a href="#b">a</a>'],
    [
      'the order of links',
      `<a href="${outside}">a</a><a href="#b">a</a>`,
      `<a href="#b">a</a><a href="${outside}">a</a>`,
    ],
  ])('are told apart by %s', (_, a, b) => {
    expect(isTwin(`<p>${a}</p>`, `<p>${b}</p>`)).toBe(false);
  });

  test('can ask more of the address that a symbolic link became', () => {
    const ours = `<p><a href="${link}">a</a></p>`;
    const theirs = '<p><a href="/en/articles/7">a</a></p>';
    expect(isTwin(ours, theirs, ({ key }, href) => key === 'a.md' && href?.endsWith('/7') === true)).toBe(true);
    expect(isTwin(ours, theirs, () => false)).toBe(false);
    expect(isTwin(ours, '<p>a</p>', () => false)).toBe(false);
    expect(isTwin(ours, '<p>a</p>', (_, href) => href === null)).toBe(true);
  });
});

/** Where a link of an article leads. */
const destination = fc.oneof(
  fc
    .record({ key: fc.constantFrom('own.md', 'a.md', 'b.md'), anchor: fc.constantFrom(null, 'one', 'ünï-2') })
    .map((target) => articleReference({ ...target, locale: 'en' })),
  fc.constantFrom('https://example.com/a', 'https://example.com/articles/5-b', 'mailto:a@example.com'),
);
const label = fc.constantFrom('here', 'there', 'a guide');
const inline = fc.oneof(
  fc.record({ href: destination, text: label }).map(({ href, text }) => `<a href="${href}">${text}</a>`),
  fc.record({ href: destination, text: label }).map(({ href, text }) => `<b>and <a href="${href}">${text}</a></b>`),
  label.map((text) => ` see ${text} `),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const container = (inside: string, align: string) => `<div class="intercom-container${align}">${inside}</div>`;
const align = fc.constantFrom('', ' intercom-align-center');
const block = fc.oneof(
  line.map((text) => `<p class="no-margin">${text}</p>`),
  line.map((text) => `<ul><li><p class="no-margin">${text}</p></li></ul>`),
  label.map((text) => `<h2 id="one">${text}</h2>`),
  fc
    .record({ href: destination, align })
    .map(({ href, align }) => container(`<a class="intercom-h2b-button" href="${href}">Go</a>`, align)),
  fc
    .record({ href: destination, align })
    .map(({ href, align }) => container(`<a href="${href}"><img src="https://example.com/a.png" alt="A"></a>`, align)),
);
const linked = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join(''));

/** What a symbolic link is by the time a body is stored. */
const became: Readonly<Record<string, (reference: Reference) => string | null>> = {
  'nothing, because nothing had an address': () => null,
  'headings by our slugs': (one) =>
    one.kind === 'article' && one.key === 'own.md' && one.anchor !== null ? `#${one.anchor}` : null,
  'headings by ids of Intercom’s own': (one) =>
    one.kind === 'article' && one.key === 'own.md' && one.anchor !== null ? '#h_0123456789' : null,
  'addresses with a slug': (one) => `https://help.example.com/en/articles/${one.index + 1}-title#h_0123456789`,
  'addresses without': (one) => `http://127.0.0.1:8000/en/articles/${one.index + 1}`,
  'some of them, and not others': (one) => (one.index % 2 === 0 ? null : `/en/articles/${one.index + 1}#one`),
};

describe('random articles with links', () => {
  test.each(Object.entries(became))('are twins of what is stored when links are %s', (_, resolve) => {
    fc.assert(
      fc.property(linked, (ours) => {
        const stored = asStored(resolveReferences(ours, resolve)).html;
        expect(twinForm(stored)).toBe(twinForm(ours));
        expect(isTwin(ours, stored)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  test('are no twins of others, by their text or their outside links', () => {
    fc.assert(
      fc.property(linked, linked, fc.constantFrom(...Object.values(became)), (a, b, resolve) => {
        fc.pre(canonical(withoutSymbolic(a)) !== canonical(withoutSymbolic(b)));
        expect(isTwin(a, asStored(resolveReferences(b, resolve)).html)).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** A body with its own outside links, and the symbolic ones left out. */
const withoutSymbolic = (html: string): string => resolveReferences(html, () => null);

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
