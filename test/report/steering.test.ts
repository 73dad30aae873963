import { describe, expect, it } from 'vitest';
import { code, codeBlock, htmlCode, inert } from '../../src/report/markdown.ts';
import { oneLine, paint, printable, safeOutput } from '../../src/report/paint.ts';

const steering: readonly [string, readonly string[]][] = [
  ['ESC and other controls', ['\u001b', '\u0000', '\u0007', '\u0008', '\u007f']],
  ['C1 controls', ['\u0080', '\u0085', '\u009b', '\u009d']],
  ['direction', [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']],
  ['ends of lines', ['\u2028', '\u2029']],
  ['what nobody sees', [...'\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9']],
  ['tags', ['\u{e0000}', '\u{e0001}', '\u{e0020}', '\u{e0041}', '\u{e007f}']],
];

/** Every way that words from outside take to a terminal, an annotation, a summary, a comment or JSON. */
const ways: readonly [string, (text: string) => string][] = [
  ['printable', printable],
  ['a line', oneLine],
  ['output', safeOutput],
  ['Markdown', inert],
  ['code', code],
  ['a block of code', (text) => codeBlock([text], 'diff')],
  ['the head of details', htmlCode],
  ['JSON', (text) => safeOutput(JSON.stringify({ text }))],
];

describe.each(ways)('in %s', (way, write) => {
  it.each(steering)('%s is shown and does nothing', (_, characters) => {
    for (const one of characters) {
      const written = write(`a${one}b`);
      expect(written).not.toContain(one);
      if (way === 'JSON') expect(JSON.parse(written)).toEqual({ text: `a${one}b` });
      else expect(written).toMatch(/a\\+u[0-9a-f]{4}(\\+u[0-9a-f]{4})?b/);
    }
  });

  it.each([
    ['a family', '👩‍👩‍👧‍👦'],
    ['a trade with a skin', '👩🏽‍🔧'],
    ['a heart on fire', '❤️‍🔥'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['a flag of a region', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['Persian', 'می‌خواهم'],
    ['Hindi', 'क्‍ष'],
    ['Sinhala', 'ශ්‍රී'],
  ])('%s stays as it is', (_, text) => {
    expect(write(`a ${text} b`)).toContain(text);
  });

  it.each([
    ['a joiner between letters', 'pay\u200dpal'],
    ['two joiners', '👩\u200d\u200d👩'],
    ['a joiner after an emoji', '👩\u200d!'],
    [
      'tags after a flag that are no region',
      '\u{1f3f4}\u{e0049}\u{e0067}\u{e006e}\u{e006f}\u{e0072}\u{e0065}\u{e007f}',
    ],
    ['tags after another emoji', '👩\u{e0067}\u{e0062}\u{e0065}\u{e007f}'],
  ])('%s is shown', (_, text) => {
    expect(write(text)).not.toContain(text);
    expect(write(text)).toMatch(/\\u(200d|db40)/);
  });
});

it('what keeps GitHub from a mention, and our own colours, come through to the end', () => {
  for (const text of ['@wren', '#12', 'gh-12', 'https://a.example', 'www.a.example'])
    expect(safeOutput(inert(text))).toBe(inert(text));
  const { red, bold } = paint(true);
  expect(safeOutput(bold(red('a')))).toBe(bold(red('a')));
});
