import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/dialect/syntax/parse.ts';
import { unneededIn } from '../../../src/dialect/syntax/unneeded.ts';
import { noValues, type Values } from '../../../src/model/variables.ts';
import { runs } from '../../kit/depth.ts';

const withEverything = (text: string, values: Values): Root => parseMarkdown(text, values, { taken: 0 }, []);

/** What reading comes to: in tests the parser's packages also assert, and do so for a few texts whatever is left out. */
function outcome(read: () => Root): Root | string {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

/** Pieces that mean something to the parser, with and without what each of the constructs needs. */
const pieces = [
  ...[
    'word ',
    'a',
    'ww',
    'www',
    'WWW',
    'http',
    'HTTPS',
    'one_two',
    'a-b',
    'x+y',
    '.',
    '..',
    ':',
    '/',
    '//',
    '+',
    '=',
    '1',
  ],
  ...['\n', '\n\n', ' ', '  ', '    ', '\t', '\u0000', 'é', '\\', '\\\n', '&#64;', '&colon;', '&', ';', '{{a}}', '{{'],
  ...[
    '# ',
    '- ',
    '-',
    '--',
    '---',
    '1. ',
    '7) ',
    '> ',
    '>',
    '* ',
    '+ ',
    '===',
    '***',
    '**',
    '*',
    '_',
    '~',
    '~~',
    '~~~\n',
    '`',
    '```\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '[x]',
    '[ ] ',
    '[x](b.md)',
    '[^1]',
    '[^1]: ',
    '[ref]: ',
    '[ref]',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!-- ',
    ' -->',
  ],
  ...[
    '<div>\n',
    '</div>\n',
    '::',
    ':::',
    ':::callout\n',
    ':::include{file="a.md"}',
    ':button[x]{href="y"}',
    'a\n-\n',
    'a\n---\nb',
  ],
];
const wanted = [
  '@',
  'a@b.co',
  '|',
  ' | ',
  ':-',
  '-:',
  '|-|',
  'www.a.b',
  'wWw.',
  '://',
  'https://a.b',
  '| a |\n| - |\n',
  'a\n:-\nb',
];

const values: Values = { isOn: true, find: () => ({ value: 'v', finding: null }), owns: () => false };
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
const mixed = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...wanted)), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('constructs that a text cannot have', () => {
  test('a text without any mark of theirs is read as with all of them', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(values, noValues), (text, given) => {
        expect(outcome(() => parseMarkdown(text, given))).toEqual(outcome(() => withEverything(text, given)));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('a text with some of the marks is read as with all of them', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom(values, noValues), (text, given) => {
        expect(outcome(() => parseMarkdown(text, given))).toEqual(outcome(() => withEverything(text, given)));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('every example of the specification is read as with all of them', () => {
    for (const { markdown } of tests) {
      const text = markdown.replace(/→/g, '\t');
      expect(parseMarkdown(text, noValues), text).toEqual(withEverything(text, noValues));
    }
  });

  test('plain prose needs none of them, and each is there where its mark is', () => {
    const all = ['emailAutolink', 'wwwAutolink', 'protocolAutolink', 'table'];
    expect(unneededIn('Open **Settings** and choose _Edit_.\n\n- one\n- two\n')).toEqual(all);
    expect(unneededIn('a@b.co WwW.a.b https://a.b\n\na\n:-\n')).toEqual([]);
    for (const [index, mark] of ['me@a.co', 'www.a.co', 'https://a.co', '| a |\n| - |'].entries()) {
      expect(unneededIn(mark)).not.toContain(all[index]);
      expect(withEverything(mark, noValues)).not.toEqual(parseMarkdown(mark, noValues, { taken: 0 }, all));
    }
  });
});
