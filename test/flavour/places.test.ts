import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { translate } from '../../src/flavour/translate.ts';
import { outcomeOf } from './constructs.ts';

describe('a problem in a text of another tool', () => {
  it.each([
    ['a callout in a list', '1. One\n\n   :::note\n\n   See [x](gone.md).\n\n   :::\n', '5:8 dead-link'],
    [
      'a tab on the line of a list',
      '- <Tabs>\n    <TabItem label="A">See [x](gone.md).</TabItem>\n  </Tabs>\n',
      '2:28 dead-link',
    ],
    [
      'a text behind an expression',
      "Is {'a'} and [x](gone.md) and {props.y}.\n",
      '1:14 dead-link\n1:31 expression-lost',
    ],
    ['a text behind a tag over several lines', '<img\n  src="screen.png"\n/>\n\nSee [x](gone.md).\n', '5:5 dead-link'],
    ['an element around', '<div>\n  <div>\n    See [x](gone.md).\n  </div>\n</div>\n', '3:9 dead-link'],
    [
      'an expression that is gone',
      'One\n\n{list.map((x) => (\n  <b>{x}</b>\n))}\n\nSee [x](gone.md).\n',
      '3:1 expression-lost\n7:5 dead-link',
    ],
  ])('points into the source: %s', (_, source, expected) => {
    expect(outcomeOf(source, 'docusaurus').problems.split('\n').sort().join('\n')).toBe(expected);
  });
});

it('says of a place where it is, and nothing that only the reading needs', () => {
  const { sourceOf, remarkLine } = translate('Is {props.y}.\n', flavours.docusaurus, {}, 'a.mdx');
  expect(sourceOf({ line: remarkLine, column: 1 })).toEqual({ line: 1, column: 4 });
});

describe('a component that is not known', () => {
  const source = '<Promo title="New">\n\nText.\n\n</Promo>\n';
  it.each([
    ['unwrap', '<p>Text.</p>'],
    ['drop', ''],
    ['callout', '<callout gray>\n<p><b>New</b></p>\n<p>Text.</p>\n</callout>'],
    ['section', '<details><summary><h2>New</h2>\n</summary>\n<p>Text.</p>\n</details>'],
  ] as const)('is what the configuration says: %s', (choice, html) => {
    expect(outcomeOf(source, 'docusaurus', 'article.mdx', { Promo: choice })).toEqual({ html, problems: '' });
  });
});
