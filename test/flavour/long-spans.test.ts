import { expect, test } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { translate } from '../../src/flavour/translate.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';

const read = (text: string, flavour: FlavourName = 'docusaurus'): string =>
  translate(text, flavours[flavour], {}, 'a.mdx').text;

test('texts of a program that go over several lines are no code', () => {
  expect(read('Text.\n\n{`One {x}\ntwo`}\n\nEnd `{{a\nb}}`.')).toMatch(
    /One \\\{x\\\}\ntwo\n[\s\S]*End `\{\{a\nb\}\}`\.$/,
  );
  expect(read('{`One\n\n  two ` + `three\n  four` + b}\n\nEnd.')).toMatch(/^\s*End\.$/);
  expect(read('export const a = () => {\n  return `x\n\n  y`\n};\n\nEnd.').trim()).toBe('End.');
});

test('a row, an item, a heading and a quote end what a backtick begins', () => {
  for (const next of [
    '| <Foo>x</Foo> ` |',
    '- <Foo>x</Foo> `',
    '# <Foo>x</Foo> `',
    '> <Foo>x</Foo> `',
    '\n<Foo>x</Foo> `',
  ])
    expect(read(`A \` b\n${next}`, 'starlight')).not.toContain('<Foo>');
  expect(read('A | `B\n--- | ---\n<Foo>x</Foo> | c` d', 'starlight')).not.toContain('<Foo>');
  expect(read('A \\` b\n<Foo>x</Foo> ` c', 'starlight')).not.toContain('<Foo>');
  expect(read('A <a title="`">b</a>\n<Foo>x</Foo> ` c', 'starlight')).not.toContain('<Foo>');
});

test('signs of a font of icons stay what they are', () => {
  const icons = '\ue121\ue17e\uf000';
  expect(read(`${icons} \`{{a\nb}}\` ${icons}`)).toBe(`${icons} \`{{a\nb}}\` ${icons}`);
});

test('places behind such code are right', () => {
  const found = translate('See `{{#if\nx}}` and {a.b}.', flavours.docusaurus, {}, 'a.mdx');
  expect(found.remarks).toMatchObject([{ remark: { is: 'program', written: '{a.b}' }, line: 2, column: 10 }]);
});
