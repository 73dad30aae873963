import { tests } from 'commonmark-spec';
import { describe, expect, it } from 'vitest';
import { byNumber, ours, theirs } from './specification.ts';

/** Examples that come out otherwise on purpose, by number. */
const others = byNumber({
  'a tag whose name is no HTML element, and a tag that never ends, are text: nothing vanishes': [
    150, 156, 157, 158, 163, 173, 201, 491, 524, 536, 613, 614, 615, 617, 623,
  ],
  'a declaration, an instruction and CDATA are text: nothing vanishes': [180, 181, 182, 627, 628, 629],
  'a bare address is a link in GFM': [602, 608, 611, 612],
});

const examples = tests.map(({ markdown, html, number, section }) => ({
  name: `${number} ${section}`,
  number,
  markdown: markdown.replace(/→/g, '\t'),
  html: html.replace(/→/g, '\t'),
}));

describe('CommonMark', () => {
  it.each(examples.filter(({ number }) => !others.has(number)))(
    'example $name comes out as the specification says',
    ({ markdown, html }) => {
      expect(ours(markdown)).toBe(theirs(html));
    },
  );

  it.each(examples.filter(({ number }) => others.has(number)))(
    'example $name still comes out otherwise, as documented',
    ({ markdown, html }) => {
      expect(ours(markdown)).not.toBe(theirs(html));
    },
  );
});
