import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { compileSources } from '../../src/compile/compile.ts';
import { asHtmlBlock, decompile } from '../../src/dialect/decompile.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';
import { runs } from '../kit/depth.ts';
import { body, line, text } from './arbitrary-body.ts';
import { addressesIn } from './round-trip.ts';

const repository = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n' });
const settings = settingsOf({ state: 'published', variables: { product: 'Mendwick' } });
const units = compileSources(repository, settings);
const addresses = addressesIn(repository);

function compiled(markdown: string): string {
  return compileBody(markdown, repository, settings, 'article.md', units).body;
}

function expectRound(html: string): void {
  const { markdown } = decompile(html, addresses);
  const again = compiled(markdown);
  expect(canonical(again)).toBe(canonical(html));
  expect(decompile(again, addresses).markdown).toBe(markdown);
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

describe('a body that is made up', () => {
  it('comes round, to the same Markdown', () => {
    fc.assert(fc.property(body, expectRound), { numRuns: runs(120) });
  });

  it('comes round as one block of HTML', () => {
    fc.assert(
      fc.property(body, (html) => {
        expect(canonical(compiled(asHtmlBlock(html, addresses)))).toBe(canonical(html));
      }),
      { numRuns: runs(80) },
    );
  });

  it.each([
    '<div class="intercom-container"><a class="intercom-h2b-button" href="https://example.com">\\*Go*</a></div>',
    '<p>\u0085 and \u0092</p>',
    '<div class="intercom-container"><a><img src="https://example.com/a.png"></a></div>',
    '<p>One</p><p></p><p>\u3000</p><p></p><p>Two</p>',
  ])('comes round as one block of HTML: %s', (html) => {
    expect(canonical(compiled(asHtmlBlock(html, addresses)))).toBe(canonical(html));
  });

  it('comes round with any marks in a line', () => {
    fc.assert(fc.property(line, expectRound), { numRuns: runs(200) });
  });
});

describe('a block that the API does not give out', () => {
  const block = '<p><b>Could not display content</b></p>';
  const callout = 'class="intercom-interblocks-callout" style="background-color: #123456; border-color: #654321;"';

  it.each([
    ['a cell', `<table><tr><td>${block}</td><td><p>x</p></td></tr></table>`],
    ['the head of a table', `<table><tr><td>${block}</td></tr><tr><td><p>x</p></td></tr></table>`],
    ['a cell with text', `<table><tr><td><p>x</p>${block}</td></tr></table>`],
    ['a sized cell', `<table><tr><td style="width: 9px;">${block}</td></tr></table>`],
    ['a list in a coloured callout', `<div ${callout}><ul><li>${block}</li></ul></div>`],
    ['a section', `<details><summary><h2>x</h2></summary>${block}</details>`],
  ])('is marked in %s, and counted', (_, html) => {
    const { markdown, undisplayed } = decompile(html, addresses);
    const { body, problems } = compileBody(markdown, repository, settings, 'article.md', units);
    expect(undisplayed).toBe(1);
    expect(problems.map(({ code }) => code)).toContain('undisplayable');
    expect(canonical(body)).toBe(canonical(html));
  });
});

describe('text with what means something in Markdown', () => {
  const places: Readonly<Record<string, (value: string) => string>> = {
    'a paragraph': (value) => `<p>${value}</p>`,
    'a second line': (value) => `<p>First<br>${value}</p>`,
    'a heading': (value) => `<h1>${value}</h1>`,
    'a list item': (value) => `<ul><li><p>${value}</p></li><li><p>${value}</p></li></ul>`,
    'bold text': (value) => `<p>Before <b>${value}</b> after</p>`,
    'italic text inside a word': (value) => `<p>be<i>${value}</i>fore</p>`,
    'a link': (value) => `<p><a href="https://example.com">${value}</a></p>`,
    'code in a line': (value) => `<p>Run <code>${value}</code> now</p>`,
    'a block of code': (value) => `<pre><code>${value}<br>${value}</code></pre>`,
    'a callout': (value) =>
      `<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p>${value}</p></div>`,
    'a cell': (value) => `<table><tr><td><p>${value}</p></td><td><p>x<br>${value}</p></td></tr></table>`,
    'a sized cell': (value) => `<table><tr><td style="width: 9px;"><p>${value}</p></td></tr></table>`,
    'a summary': (value) => `<details><summary><h2>x${value}x</h2></summary><p>${value}</p></details>`,
    'a centred line': (value) => `<p class="intercom-align-center">${value}</p>`,
    'the text of an image': (value) =>
      `<img src="https://example.com/a.png" alt="x${value.replace(/[\u2028\u2029]/g, '')}x">`,
    'a button': (value) => `<a class="intercom-h2b-button" href="https://example.com/?a=1&amp;b=2">x${value}x</a>`,
  };

  it.each(Object.entries(places))('comes round in %s', (_, put) => {
    fc.assert(
      fc.property(text, (value) => expectRound(put(escaped(value)))),
      { numRuns: runs(80) },
    );
  });
});

describe('any HTML', () => {
  const tag = fc.constantFrom(
    ...'p div b i a ul ol li table tr td th pre code h1 h6 img iframe details summary hr br span blockquote script svg u'.split(
      ' ',
    ),
  );
  const piece = fc.oneof(
    text,
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    tag.map((name) => `<${name} class="intercom-container" href="x" src="y" style="a: b" id="z">`),
    fc.constantFrom('<', '<!--', '-->', '&', '\n', '\0', '<![CDATA['),
  );

  it('is written as Markdown that ends as a file does, and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const html = pieces.join('');
        const { markdown } = decompile(html, addresses);
        expect(markdown === '' || /[^\n]\n$/.test(markdown)).toBe(true);
        expect(asHtmlBlock(html, addresses)).not.toMatch(/\n\n/);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([
    ['elements', `${'<b>'.repeat(3000)}x`],
    ['lists', '<ul><li>'.repeat(200)],
    ['sections', '<details><summary>x</summary>'.repeat(120)],
    ['marks', `<p>${'<b><i><u><code>'.repeat(20)}x</p>`],
    ['stars', `<p>${'*'.repeat(20_000)}</p>`],
    ['brackets', `<p>${'[a]('.repeat(10_000)}</p>`],
    ['links', `<p>${'<a href="https://example.com">x</a>'.repeat(3000)}</p>`],
  ])('never throws for %s without end', (_, html) => {
    expect(decompile(html, addresses).markdown).toMatch(/[^\n]\n$/);
  });
});
