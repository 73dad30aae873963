import fc from 'fast-check';
import type { Root } from 'mdast';

/** What reading comes to: in tests the parser's packages also assert, and do so for a few texts whatever is left out. */
export function outcome(read: () => Root): Root | string {
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

/** Texts without any mark of what may be left out. */
export const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

/** Texts with such marks too. */
export const mixedTexts = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...wanted)), { maxLength: 24 })
  .map((parts) => parts.join(''));
