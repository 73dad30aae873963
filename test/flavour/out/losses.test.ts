import { describe, expect, it } from 'vitest';
import { canonicalWith } from '../../../src/body/canonical.ts';
import { flavourNames } from '../../../src/model/flavour-name.ts';
import { noValues } from '../../../src/model/variables.ts';
import { flavouredText } from '../../../src/use-cases/flavoured-text.ts';
import { repositoryOf, settingsOf } from '../../compile/build-repository.ts';
import { compileBody } from '../../compile/compile-body.ts';

const repository = repositoryOf({ 'a.md': '# A\n' });
const others = flavourNames.filter((name) => name !== 'github');

function meaning(text: string, flavour: (typeof flavourNames)[number]): string {
  const file = flavour === 'mintlify' ? 'article.mdx' : 'article.md';
  const { body } = compileBody(text, repository, settingsOf({ flavour }), file);
  return canonicalWith(body, { headingMarkup: 'in-one-line' });
}

const image = '![](https://downloads.intercomcdn.com/i/o/1/screen_1.png)';

// Each was read otherwise in every form, and so was written as something else, or as HTML where that need not be.
const blocks: readonly (readonly [name: string, block: string])[] = [
  ['an image that is aligned, first in a list in a list', `- - :::center\n    ${image}\n    :::\n\n  - x`],
  ['an image that is aligned in a list of a gray callout', `> [!IMPORTANT]\n>\n> - :::center\n>   ${image}\n>   :::`],
  ['a callout first in a list in a list in a list', '- - - > [!IMPORTANT]\n      >\n      > - x\n\n      y'],
  ['a rule that markers would make', `- - - - :::center\n        ${image}\n        :::\n\n  - x`],
  [
    'a backslash before the end of a link in HTML',
    '<p><code><b>!</b></code><br><a href="https://example.com/">\\</a></p>',
  ],
  [
    'signs of Markdown in HTML',
    '<p align="justify"><code>! _**</code><b><i>x**%$y</i></b><code><b>a</b></code><i>~~ w # *b*</i></p>',
  ],
  [
    'a button that is called by an address',
    ':::center\n:button[https\\://example.com]{href="https://example.com/a"}\n:::',
  ],
];

describe.each(others)('written for %s and read back', (flavour) => {
  it.each(blocks)('%s is the same', (_, block) => {
    const { text, astray } = flavouredText([block], {
      spacing: 'normal',
      settings: settingsOf({ flavour }),
      values: noValues,
    });
    expect(astray).toBe(0);
    expect(meaning(text, flavour)).toBe(meaning(block, 'github'));
  });

  it('code at the start of an item, and what is aligned below it, are in that item, and need no HTML', () => {
    const block = '1. ```\n   x = 1\n   ```\n\n   <!-- tight -->\n\n   :::right\n   two\n   :::';
    const { text, asHtml } = flavouredText([block], {
      spacing: 'normal',
      settings: settingsOf({ flavour }),
      values: noValues,
    });
    expect(meaning(text, flavour)).toBe(meaning(block, 'github'));
    expect(asHtml).toBe(0);
  });

  it('a table with a column in the middle needs no HTML', () => {
    const block = '| a | b |\n| :-: | - |\n| 1 | 2 |';
    const { text, asHtml } = flavouredText([block], {
      spacing: 'normal',
      settings: settingsOf({ flavour }),
      values: noValues,
    });
    expect({ text, asHtml }).toEqual({ text: `${block}\n`, asHtml: 0 });
  });

  it('a link in italics at the start of a line needs no HTML', () => {
    const block = '*[word](https://example.com/)* and more';
    const { text, asHtml } = flavouredText([block], {
      spacing: 'normal',
      settings: settingsOf({ flavour }),
      values: noValues,
    });
    expect({ text, asHtml }).toEqual({ text: `${block}\n`, asHtml: 0 });
  });
});
