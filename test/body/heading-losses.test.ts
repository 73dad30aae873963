import { describe, expect, it } from 'vitest';
import { headingLosses } from '../../src/body/heading-losses.ts';
import { headingLossesText } from '../../src/body/heading-losses-text.ts';
import { withMarkupAsSent } from '../../src/body/heading-markup.ts';

function said(stored: string, sent: string): string | null {
  const losses = headingLosses(stored, sent);
  return losses === null ? null : headingLossesText(losses);
}

describe('what a write takes from headings', () => {
  it.each([
    [
      'links',
      '<h1><a href="/a">A</a></h1><h2><a href="/b">B</a></h2>',
      '<h1>A</h1><h2>B</h2>',
      '2 headings lose their links',
    ],
    ['bold', '<h1><b>A</b></h1>', '<h1><b>A</b></h1>', '1 heading loses its bold'],
    ['levels', '<h2>A</h2><h3>B</h3>', '<h1>A</h1><h2>B</h2>', '2 headings move up, since none is an h1'],
    [
      'a title of a section',
      '<details><summary><h2><i>A</i></h2></summary></details>',
      '<details><summary><h2>A</h2></summary></details>',
      '1 heading loses its italics',
    ],
  ])('is told: %s', (_, stored, sent, words) => {
    expect(said(stored, sent)).toBe(words);
  });

  it.each([
    ['of text alone', '<h1>A</h1><h3>B</h3>', '<h1>A</h1><h3>B</h3>'],
    ['with markup around nothing', '<h1>A<b></b></h1>', '<h1>A</h1>'],
    ['that is gone from the source', '<h1>A</h1><h2><a href="/b">B</a></h2>', '<h1>A</h1>'],
    ['whose source alone has a link', '<h1>A</h1>', '<h1><a href="/a">A</a></h1>'],
  ])('is nothing for a heading %s', (_, stored, sent) => {
    expect(said(stored, sent)).toBeNull();
  });
});

it('markup that was sent and stripped is put back, and an edit is not', () => {
  const sent = '<h1 id="a"><a href="/a">A</a></h1><h2 id="b"><b>B</b></h2><h2 id="c"><b>C</b></h2>';
  const stored = '<h1 id="a">A</h1><h2 id="b">B2</h2><h2 id="c"><i>C</i></h2>';
  expect(withMarkupAsSent(sent, stored)).toBe(
    '<h1 id="a"><a href="/a">A</a></h1><h2 id="b">B2</h2><h2 id="c"><i>C</i></h2>',
  );
});
