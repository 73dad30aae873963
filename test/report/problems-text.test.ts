import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/model/place.ts';
import type { Problem } from '../../src/model/problem.ts';
import { excerpt } from '../../src/report/excerpt.ts';
import { count, oneLine, paint, printable } from '../../src/report/paint.ts';
import { problemsSummary, problemsText } from '../../src/report/problems-text.ts';
import { sortProblems } from '../../src/report/sort-problems.ts';

const plain = paint(false);

function found(code: string, place?: Place, severity: Problem['severity'] = 'error'): Problem {
  const base = { code, severity, message: 'what was found', help: 'What to do.' };
  return place === undefined ? base : { ...base, place };
}

/** The excerpt of a line with a mark from one column to another. */
function marked(source: string, column: number, endColumn?: number, line = 1): string {
  return excerpt(
    source,
    { file: 'a.md', line, column, ...(endColumn === undefined ? {} : { endLine: line, endColumn }) },
    plain,
  ).join('\n');
}

describe('text', () => {
  const place = { file: 'content/a.md', line: 2, column: 1, endLine: 2, endColumn: 6 };

  test('a problem says where, what, why and what to do', () => {
    expect(problemsText([found('unknown-key', place)], plain, () => 'titel: x')).toBe(
      [
        'content/a.md:2:1 error what was found (unknown-key)',
        '  2 | titel: x',
        '    | ^^^^^',
        '  → What to do.',
        '',
      ].join('\n'),
    );
  });

  test('a warning without a place or a help is one line', () => {
    expect(problemsText([{ ...found('x', undefined, 'warning'), help: '' }], plain)).toBe(
      'warning what was found (x)\n',
    );
  });

  test('a line that is not known is left out', () => {
    expect(problemsText([found('x', place)], plain)).toBe(
      'content/a.md:2:1 error what was found (x)\n  → What to do.\n',
    );
  });

  test('problems stand apart', () => {
    expect(problemsText([found('a'), found('b')], plain)).toBe(
      'error what was found (a)\n  → What to do.\n\nerror what was found (b)\n  → What to do.\n',
    );
  });

  test('there is no escape code without colours, and no meaning in them alone', () => {
    const one = found('x', place);
    const coloured = problemsText([one], paint(true), () => 'titel: x');
    const grey = problemsText([one], plain, () => 'titel: x');
    expect(grey).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(grey);
  });

  test('nothing from a file steers the terminal or passes for a line of ours', () => {
    const evil: Problem = {
      code: 'x',
      severity: 'error',
      message: 'key "\u001b[2J\u202etxt"',
      help: 'a\nerror fake\rb',
      place: { file: 'a\n✓.md', line: 1, column: 1 },
    };
    const text = problemsText([evil], plain, () => 'a\u001b]0;x\u0007b');
    expect(text).toBe(
      [
        'a\\u000a✓.md:1:1 error key "\\u001b[2J\\u202etxt" (x)',
        '  1 | a\\u001b]0;x\\u0007b',
        '    | ^',
        '  → a\\u000aerror fake\\u000db',
        '',
      ].join('\n'),
    );
  });
});

describe('the mark', () => {
  const long = `${'x'.repeat(60)}HERE${'y'.repeat(60)}`;
  test.each<[string, string, string]>([
    ['a word', marked('title: x', 1, 6), '  1 | title: x\n    | ^^^^^'],
    ['one column', marked('title: x', 8), '  1 | title: x\n    |        ^'],
    ['an empty piece', marked('title: x', 3, 3), '  1 | title: x\n    |   ^'],
    ['the end of the line', marked('title:', 7), '  1 | title:\n    |       ^'],
    ['a column beyond it', marked('title:', 50, 60), '  1 | title:\n    |       ^'],
    ['column 0', marked('title:', 0), '  1 | title:\n    | ^'],
    ['an empty line', marked('', 1), '  1 | \n    | ^'],
    ['a large line number', marked('a: b', 4, 5, 1234), '  1234 | a: b\n       |    ^'],
    ['behind tabs', marked('\t\tfoo: x', 3, 6), '  1 |   foo: x\n    |   ^^^'],
    ['behind wide characters', marked('日本語: x', 6, 7), '  1 | 日本語: x\n    |         ^'],
    ['wide characters', marked('日本語: x', 2, 4), '  1 | 日本語: x\n    |   ^^^^'],
    ['behind an emoji of many parts', marked('a 👩‍👩‍👧 b', 12), '  1 | a 👩‍👩‍👧 b\n    |      ^'],
    ['inside an emoji', marked('a 👩‍👩‍👧 b', 5), '  1 | a 👩‍👩‍👧 b\n    |   ^^'],
    ['behind a combining accent', marked('cafe\u0301 x', 7), '  1 | cafe\u0301 x\n    |      ^'],
    ['behind a control character', marked('\u0000x', 2), '  1 | \\u0000x\n    |       ^'],
    ['behind a byte order mark', marked('\ufefftitle', 1, 6), '  1 | title\n    | ^^^^^'],
    ['far right', marked(long, 61, 65), `  1 | …${'x'.repeat(20)}HERE${'y'.repeat(48)}…\n    | ${' '.repeat(21)}^^^^`],
    ['the end of a long line', marked(long, 124, 125), `  1 | …${'y'.repeat(21)}\n    | ${' '.repeat(21)}^`],
    ['more than fits', marked('z'.repeat(200), 1, 200), `  1 | ${'z'.repeat(72)}…\n    | ${'^'.repeat(72)}`],
    ['a line that just fits', marked('z'.repeat(72), 1, 2), `  1 | ${'z'.repeat(72)}\n    | ^`],
  ])('%s', (_, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('a piece that goes on below is marked to the end of its first line', () => {
    expect(excerpt('a: |', { file: 'a', line: 1, column: 4, endLine: 3, endColumn: 2 }, plain)).toEqual([
      '  1 | a: |',
      '    |    ^',
    ]);
    expect(excerpt('a: [b,', { file: 'a', line: 1, column: 4, endLine: 3, endColumn: 2 }, plain)).toEqual([
      '  1 | a: [b,',
      '    |    ^^^',
    ]);
  });

  test('a line of megabytes is cut', () => {
    const line = 'x'.repeat(3_000_000);
    expect(marked(line, 1_500_000)).toBe(`  1 | …${'x'.repeat(72)}…\n    | ${' '.repeat(21)}^`);
  });

  test('never leaves the terminal and always points into the line', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\t',
      '日',
      '👩‍👩‍👧',
      '🇫🇷',
      'e\u0301',
      '\u0000',
      '\u202e',
      '\ufeff',
      'word ',
      '\ud800',
    );
    const line = fc.string({ unit, maxLength: 120 });
    fc.assert(
      fc.property(line, fc.nat(200), fc.nat(300), fc.nat(100_000), (source, column, length, number) => {
        const [shown = '', caret = ''] = marked(source, column, column + length, number).split('\n');
        expect(stringWidth(shown)).toBeLessThanOrEqual(80);
        expect(caret.length).toBeLessThanOrEqual(Math.min(80, stringWidth(shown) + 1));
        expect(caret).toMatch(/^ {2} *\| *\^+$/);
      }),
      { numRuns: 1000 },
    );
  });
});

test('problems are sorted by file, line, column and code, those without a place first', () => {
  const at = (file: string, line: number, column: number): Place => ({ file, line, column });
  const sorted = [
    found('z'),
    found('a', at('a', 1, 1)),
    found('b', at('a', 1, 1)),
    found('a', at('a', 1, 2)),
    found('a', at('a', 2, 1)),
    found('a', at('a', 10, 1)),
    found('a', at('B', 1, 1)),
    found('a', at('é', 1, 1)),
  ];
  sorted.splice(1, 0, ...sorted.splice(6, 1));
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (mixed) => {
      expect(sortProblems(mixed)).toEqual(sorted);
    }),
  );
});

test.each([
  [[], 'no problems'],
  [['error'], '1 error'],
  [['error', 'error'], '2 errors'],
  [['warning'], '1 warning'],
  [['error', 'warning', 'warning'], '1 error, 2 warnings'],
] as const)('the summary of %j is "%s"', (severities, summary) => {
  expect(problemsSummary(severities.map((severity) => found('x', undefined, severity)))).toBe(summary);
});

test.each([
  [0, '0 articles'],
  [1, '1 article'],
  [2, '2 articles'],
  [12345, '12,345 articles'],
])('%d is counted as "%s"', (number, text) => {
  expect(count(number, 'article')).toBe(text);
});

test('a plural of its own is used', () => {
  expect([count(1, 'entry', 'entries'), count(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
});

test('control and direction characters are made visible, and nothing else is touched', () => {
  expect(printable('a\u0000\u001b\u007f\u0085\r\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff')).toBe(
    'a\\u0000\\u001b\\u007f\\u0085\\u000d\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a\\u202e\\u2066\\u2069\\ufeff',
  );
  expect(printable('é 日 👩‍👩‍👧 שלום\n\t')).toBe('é 日 👩‍👩‍👧 שלום\n\t');
  expect(oneLine('a\nb\tc')).toBe('a\\u000ab\\u0009c');
});
