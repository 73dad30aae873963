import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { translate } from '../../src/flavour/translate.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { runs } from '../kit/depth.ts';

const tools = ['docusaurus', 'starlight', 'mintlify', 'vitepress'] as const satisfies readonly FlavourName[];

const scraps = [
  ...[
    '<Note>',
    '</Note>',
    '<Tabs>',
    '</Tabs>',
    '<TabItem label="x">',
    '</TabItem>',
    '<Step title="a">',
    '</Step>',
    '<Foo',
    '/>',
    '>',
  ],
  ...[
    '<div id="a">',
    '</div>',
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
    '<img src={a} />',
    '<>',
    '</>',
    '</x>',
  ],
  ...['{', '}', '{{', '}}', "{'x'}", '{/*', '*/}', '{a.b}', '\\{', '$x$', '$$', '`', '```', '```js title="x"', '~~~'],
  ...[
    ':::',
    '::::',
    ':::note',
    ':::tip[T]',
    '::: details x',
    '- ',
    '1. ',
    '> ',
    '    ',
    '# A',
    '<script>',
    '</script>',
  ],
  ...[
    'import a from "b"',
    'export const x = {',
    '[[toc]]',
    '<<< @/a',
    '<!--@include: a.md-->',
    ':tada:',
    'word',
    'é',
    '"',
    "'",
  ],
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...scraps), fc.constantFrom('\n', '\n\n', ' ', '\n  ')), { maxLength: 60 })
  .map((parts) => parts.join(''));

const read = (source: string, name: FlavourName) => translate(source, flavours[name], {}, 'a.mdx');

describe.each(tools)('a text made up for %s', (tool) => {
  it('is read, and every line of what comes out is from a line of it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = source.split('\n').length;
        const found = read(source, tool);
        for (const [index, written] of found.text.split('\n').entries())
          for (const column of [1, written.length + 1]) {
            const place = found.sourceOf({ line: index + 1, column });
            expect(place.line).toBeGreaterThanOrEqual(1);
            expect(place.line).toBeLessThanOrEqual(lines);
            expect(place.column).toBeGreaterThanOrEqual(1);
          }
        for (const { line } of found.remarks) expect(line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: runs(15) },
    );
  });

  it('comes out as it is without the signs of the tool', () => {
    const plain = fc
      .array(
        fc.constantFrom(
          'word',
          '**bold**',
          '`code`',
          '- item',
          '1. one',
          '> quote',
          '# Title',
          '\n',
          '\n\n',
          ' ',
          '[a](b.md)',
          '| a |',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (source) => {
        expect(read(source, tool).text).toBe(source);
      }),
      { numRuns: runs(15) },
    );
  });
});

describe.each(tools)('a hostile text for %s', (tool) => {
  const many = 100_000;
  it.each([
    ['tags that nothing closes, a line each', '<Note>\n'.repeat(40_000)],
    ['tags that nothing closes, in one line', '<Note>'.repeat(50_000)],
    ['beginnings of tags', '<Note '.repeat(50_000)],
    ['beginnings of tags, a line each', '<Note\n'.repeat(50_000)],
    ['tags with a quote that nothing closes', '<a "\n'.repeat(50_000)],
    ['colons', ':::'.repeat(many)],
    ['containers that nothing closes', ':::note\n'.repeat(40_000)],
    ['braces', '{'.repeat(many)],
    ['braces, a line each', '{\n'.repeat(many)],
    ['expressions in a line', "{'a'}".repeat(50_000)],
    ['ends alone', '</Note>\n'.repeat(40_000)],
    ['nests', `${'<Note>\n'.repeat(5_000)}x\n${'</Note>\n'.repeat(5_000)}`],
    ['deep lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- <Note>x</Note>`).join('\n')],
    ['exports', 'export const a = {\n'.repeat(20_000)],
    ['ticks', '`'.repeat(many)],
  ])('is read: %s', (_, source) => {
    expect(typeof read(source, tool).text).toBe('string');
  });
});
