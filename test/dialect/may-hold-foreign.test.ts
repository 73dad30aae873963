import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foreignSigns } from '../../src/dialect/foreign-signs.ts';
import { lookThrough, mayHoldForeign } from '../../src/dialect/foreign-text.ts';
import { runs } from '../kit/depth.ts';

/** What `lookThrough` finds in texts: each was seen to be found. */
const found = [
  ...['$x^2$', '$$\na_1\n$$', '\\(x = 1\\)', '\\[\\sum x\\]', '\\begin{align}', ':tada:', ':material-link:'],
  ...[
    '!!! note',
    '??? tip "a"',
    '=== "Tab"',
    '/// note',
    '--8<-- "a"',
    '++ctrl+c++',
    '==a==',
    '^^a^^',
    '{++a++}',
    '^[a b]',
  ],
  ...['a ^0a1b2c', '![a](b.png =10x20)', '{::comment}', '[TOC]', '[[toc]]', '[[Page]]', '{: .a}', '{.a}', '{% tabs %}'],
  ...[
    '{{< note >}}',
    '{{ site.a }}',
    '{{ $a }}',
    '{/* a */}',
    '%%a%%',
    '<<< @/a.js',
    '<A b={c d}>',
    "import a from 'b'",
  ],
  ...['*[A]: b', 'a\n: b'],
];
const finds = (text: string): boolean => {
  let isFound = false;
  lookThrough(
    text,
    () => undefined,
    () => {
      isFound = true;
    },
  );
  return isFound;
};

test('every sign of another tool has an example', () => {
  expect(found.filter((text) => !finds(text))).toEqual([]);
  const unseen = foreignSigns.filter(({ pattern }) => !found.some((text) => text.search(pattern) >= 0));
  expect(unseen.map(({ sign }) => sign)).toEqual([]);
});

test('a text of which parts are spaces has a sign only where the whole text may', () => {
  const pieces = fc.constantFrom(...found, 'a', ' ', '\n', '`', '^0a1b2c', '=', '"', ':', '===', '===x"a"');
  const text = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(10), (whole, from, length) => {
      const blanked =
        whole.slice(0, from) + whole.slice(from, from + length).replace(/[^\n]/g, ' ') + whole.slice(from + length);
      expect(finds(blanked) && !mayHoldForeign(whole)).toBe(false);
    }),
    { numRuns: runs(3_000) },
  );
});

test('plain prose has no part of a sign', () => {
  expect(mayHoldForeign('Open **Settings** (the _wheel_), then choose Edit, or [more](b.md).')).toBe(false);
});
