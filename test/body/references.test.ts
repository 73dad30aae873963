import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { headings } from '../../src/body/headings.ts';
import {
  articleReference,
  imageReference,
  imageSources,
  listReferences,
  resolveReferences,
} from '../../src/body/references.ts';
import { serialise } from '../../src/body/serialise.ts';

const sha256 = `sha256-${'ab'.repeat(32)}`;
const link = articleReference({ key: 'billing/change address.md', locale: 'pt-BR', anchor: 'où' });
const image = imageReference(sha256);
const body = `<p><a href="${link}" target="_blank">a <b>b</b></a> c</p><div class="intercom-container"><img src="${image}" alt="&quot;x&quot;"></div>`;

const anyText = fc.string({ unit: 'binary' });
const wellFormed = fc.string({ unit: 'grapheme' });
const path = fc.array(
  wellFormed.filter((part) => part !== '' && !part.includes('/')),
  { minLength: 1, maxLength: 4 },
);

/** Trees with links and images among all kinds of text. */
const arbitraryTree = fc
  .array(
    fc.oneof(
      anyText.map((value): ElementContent => ({ type: 'text', value })),
      fc.tuple(path, anyText, anyText).map(([key, alt, value]): ElementContent => {
        const href = articleReference({ key: key.join('/'), locale: 'en', anchor: null });
        return { type: 'element', tagName: 'a', properties: { title: alt, href }, children: [{ type: 'text', value }] };
      }),
      anyText.map(
        (alt): ElementContent => ({ type: 'element', tagName: 'img', properties: { alt, src: image }, children: [] }),
      ),
      anyText.map((value): ElementContent => {
        const children: ElementContent[] = [{ type: 'text', value: `${value}<a href="${link}">` }];
        return { type: 'element', tagName: 'pre', properties: { title: `<img src="${image}">` }, children };
      }),
    ),
  )
  .map((children): Root => ({ type: 'root', children }));

describe('symbolic URLs', () => {
  test('an article is named by path, locale and heading, in ASCII', () => {
    expect(link).toBe('helpcentre:article/pt-BR/billing/change%20address.md#o%C3%B9');
  });

  test('an image is named by its content', () => {
    expect(image).toBe(`helpcentre:image/${sha256}`);
  });

  test('any path, locale and heading comes back as it went in', () => {
    fc.assert(
      fc.property(path, wellFormed, fc.option(wellFormed), (parts, locale, anchor) => {
        fc.pre(locale !== '' && anchor !== '');
        const url = articleReference({ key: parts.join('/'), locale, anchor });
        expect(url).toMatch(/^helpcentre:article\/[\w.!~*()%/#-]+$/);
        expect(listReferences(`<a href="${url}">x</a>`)).toEqual([
          { kind: 'article', key: parts.join('/'), locale, anchor, index: 0 },
        ]);
      }),
    );
  });

  test('a broken surrogate in a path does no harm', () => {
    expect(articleReference({ key: 'a\ud800.md', locale: 'en', anchor: null })).toBe(
      'helpcentre:article/en/a%EF%BF%BD.md',
    );
  });

  test('the canonical form leaves them alone', () => {
    for (const html of [body, serialise({ type: 'root', children: [] })]) {
      expect(listReferences(canonical(html))).toEqual(listReferences(html));
    }
  });
});

describe('listing', () => {
  test('links and images come in document order', () => {
    expect(listReferences(body)).toEqual([
      { kind: 'article', key: 'billing/change address.md', locale: 'pt-BR', anchor: 'où', index: 0 },
      { kind: 'image', sha256, index: 1 },
    ]);
  });

  test.each([
    ['text that looks like a link', `<pre><code>&lt;a href="${link}"&gt;</code></pre>`],
    ['an attribute that looks like one', `<p title="&lt;a href=&quot;${link}&quot;&gt;">a</p>`],
    ['an alternative text', `<img src="x.png" alt="${image}">`],
    ['an image as a link', `<a href="${image}">a</a>`],
    ['an article as an image', `<img src="${link}">`],
    ['another element', `<iframe src="${image}"></iframe>`],
    ['an attribute that ends like href', `<a data-href="${link}">a</a>`],
    ['a URL that we cannot have made', '<a href="helpcentre:article/en/%ff.md">a</a>'],
    ['a hash that is too short', '<img src="helpcentre:image/sha256-ab">'],
  ])('%s is none', (_, html) => {
    expect(listReferences(html)).toEqual([]);
    expect(resolveReferences(html, () => 'https://example.com')).toBe(html);
  });
});

describe('resolving', () => {
  test('puts URLs in place, escaped', () => {
    const resolved = resolveReferences(body, ({ kind }) => `https://example.com/?${kind}&b="<$1>`);
    expect(resolved).toBe(
      '<p><a href="https://example.com/?article&amp;b=&quot;&lt;$1&gt;" target="_blank">a <b>b</b></a> c</p>' +
        '<div class="intercom-container">' +
        '<img src="https://example.com/?image&amp;b=&quot;&lt;$1&gt;" alt="&quot;x&quot;"></div>',
    );
  });

  test('null keeps the text of a link, and leaves an image for the caller to find', () => {
    const resolved = resolveReferences(body, () => null);
    expect(resolved).toBe(
      `<p>a <b>b</b> c</p><div class="intercom-container"><img src="${image}" alt="&quot;x&quot;"></div>`,
    );
    expect(listReferences(resolved).map(({ kind }) => kind)).toEqual(['image']);
  });

  test('only the end of the link that goes is taken out', () => {
    const html = `<p><a href="x">a</a><a href="${link}">b</a><a href="y">c</a></p>`;
    expect(resolveReferences(html, () => null)).toBe('<p><a href="x">a</a>b<a href="y">c</a></p>');
  });

  test('each reference is asked for once, with the index it has in the list', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const html = serialise(tree);
        const asked: unknown[] = [];
        resolveReferences(html, (reference) => {
          asked.push(reference);
          return null;
        });
        expect(asked).toEqual(listReferences(html));
      }),
    );
  });

  test('finds exactly the links and images of the tree, and changes nothing else', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const wanted = tree.children.filter((node) => node.type === 'element' && node.tagName !== 'pre').length;
        const html = serialise(tree);
        expect(listReferences(html)).toHaveLength(wanted);
        const resolved = resolveReferences(html, ({ index }) => `https://example.com/${index}`);
        expect(listReferences(resolved)).toEqual([]);
        expect(resolveReferences(resolved, () => 'changed')).toBe(resolved);
      }),
    );
  });
});

describe('what a body holds', () => {
  test('sources of images in order, from any HTML', () => {
    expect(imageSources('<p><IMG SRC=a&amp;b><b><img alt=""></b><img src="c"></p>')).toEqual(['a&b', '', 'c']);
  });

  test('headings in order, from any HTML', () => {
    const html =
      '<h1 id="h_1">A &amp;\n <b>B</b></h1><details><summary><H2>C<br>D</H2></summary></details><h5 id></h5>';
    expect(headings(html)).toEqual([
      { level: 1, id: 'h_1', text: 'A & B' },
      { level: 2, id: null, text: 'C D' },
      { level: 5, id: '', text: '' },
    ]);
  });

  test('nothing, where it is too deep to be read', () => {
    expect(headings(`${'<div>'.repeat(10_000)}<h1>a</h1>`)).toEqual([]);
  });
});
