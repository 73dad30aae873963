import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { twinForm } from '../../src/body/twin.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

describe('whatever the HTML', () => {
  test('the canonical form of the canonical form is itself', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        expect(canonical(canonical(html))).toBe(canonical(html));
      }),
      { numRuns: 1500 },
    );
  });

  test('so is the twin form of the twin form', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        expect(twinForm(twinForm(html))).toBe(twinForm(html));
      }),
      { numRuns: 1000 },
    );
  });

  test('the canonical form holds the text of the body', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const place = fc.constantFrom(
      'p',
      'h1',
      'h4',
      'pre',
      'blockquote',
      'div',
      'section',
      'b',
      'code',
      'span',
      'summary',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(place, word), { minLength: 1 }), (pieces) => {
        const html = pieces.map(([tag, text]) => `<${tag}>${text}</${tag}>`).join('');
        const text = pieces.map(([, word]) => word).join('');
        expect(canonical(html).replace(/<[^>]*>/g, '')).toBe(text);
      }),
    );
  });
});

describe('a body that is no body', () => {
  const deep = [
    ['divs', '<div>'.repeat(10_000)],
    ['lists', '<ul><li>'.repeat(10_000)],
    ['bold', '<b>'.repeat(10_000)],
    ['tables', '<table><tr><td>'.repeat(5_000)],
    ['quotes, closed', `${'<blockquote>'.repeat(10_000)}x${'</blockquote>'.repeat(10_000)}`],
    ['formatting that piles up', Array.from({ length: 5_000 }, (_, index) => `<p><b id=${index}>`).join('')],
    ['forms that are left while they are open', '<form><div></form>'.repeat(200)],
    ['marks around very many lines', `<p>${'<u>'.repeat(200)}${'x<br>'.repeat(20_000)}`],
  ] as const;

  test.each(deep)('%s nested past the limit are their own canonical form', (_, html) => {
    expect(canonical(html)).toBe(html);
  });

  test('the limit is far from what bodies hold', () => {
    const lists = (depth: number): string => (depth === 0 ? 'x' : `<ul><li>${'<p>a</p>'}${lists(depth - 1)}</li></ul>`);
    expect(canonical(lists(100))).toContain('<p>x</p>');
  });

  const long = [
    ['paragraphs', '<p>a</p>'.repeat(10_000)],
    ['line breaks', `<p>x${'<br>'.repeat(20_000)}y`],
    ['spaces', `<p>a${' \n'.repeat(100_000)}b`],
    ['angle brackets', '<'.repeat(50_000)],
    ['attributes', `<p ${Array.from({ length: 10_000 }, (_, index) => `a${index}`).join(' ')}>x`],
    ['style', `<td style="${'a:'.repeat(100_000)}">`],
    ['colour', `<div class="intercom-interblocks-callout" style="color: ${'rgba('.repeat(50_000)}">`],
    ['unclosed links', '<a href=x>y'.repeat(20_000)],
  ] as const;

  test.each(long)('very many %s are read to the end', (_, html) => {
    expect(canonical(canonical(html))).toBe(canonical(html));
  });
});
