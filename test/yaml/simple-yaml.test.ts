import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocatedYaml, readAnyYaml, readYaml } from '../../src/yaml/located-yaml.ts';
import { simpleYaml } from '../../src/yaml/simple-yaml.ts';
import { runs } from '../kit/depth.ts';

const isSimple = (text: string): boolean => simpleYaml(text, 'a.md', () => null) !== null;

/** All that anybody can ask of YAML: its data, and the places of what is there and of what is not. */
function answers(read: ReturnType<typeof readYaml>): unknown {
  if (!read.ok) return read;
  const { yaml } = read;
  const paths = [
    [],
    ...Object.keys(Object(yaml.value)).flatMap((key) => [[key], [key, 0], [key, 'a']]),
    ['other'],
    [0],
  ];
  const places = (of: LocatedYaml['placeOf']): unknown => paths.map((path) => of(path));
  return { value: yaml.value, at: places(yaml.placeOf), keyAt: places(yaml.placeOfKey) };
}

describe('YAML that is read as what it looks like', () => {
  const part = fc.constantFrom(
    ...[
      'title',
      'a',
      'b-c',
      'd_1',
      'constructor',
      'null',
      'True',
      ': ',
      ':',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '-',
      '- ',
      '?',
      '! ',
    ],
    ...[
      'Words and more',
      "it's",
      '1.10',
      '012',
      '2026-11-28',
      '12:30',
      '(x)',
      '#',
      ' #',
      '"',
      "'",
      '[a]',
      '{',
      '|',
      '>',
      '&a',
    ],
    ...[
      '*a',
      '%',
      '@',
      '`',
      ',',
      '=',
      '~',
      '<<',
      '.inf',
      'é',
      '日本',
      '“x”',
      '\u00a0',
      '\u2028',
      '\t',
      '\r',
      '---',
      '...',
      '😀',
    ],
  );
  const line = fc.tuple(
    fc.constantFrom('title', 'a', 'b-c', 'id'),
    fc.constantFrom(': ', ':', ' : '),
    fc.array(part, { maxLength: 4 }),
  );
  const lines = fc.array(
    line.map(([key, colon, rest]) => `${key}${colon}${rest.join('')}`),
    { maxLength: 4 },
  );
  const texts = fc.oneof(
    lines.map((all) => all.join('\n')),
    lines.map((all) => `\n${all.join('\n')}\n`),
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
  );

  test('says the same of everything in it as the reader of all YAML', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(answers(readYaml(text, 'a.md'))).toEqual(answers(readAnyYaml(text, 'a.md')));
      }),
      { numRuns: runs(5_000) },
    );
  });

  test.each(['\ntitle: How to begin', 'title: A\nid: 123\n', '\n\ntitle: Über (2.0), “so”\nstate: draft'])(
    'is %j',
    (text) => {
      expect(isSimple(text)).toBe(true);
      expect(answers(readYaml(text, 'a.md'))).toEqual(answers(readAnyYaml(text, 'a.md')));
    },
  );

  test.each([
    ...[
      '',
      '\n',
      'a',
      'a: true',
      'a: null',
      'null: a',
      'a:',
      'a: b\na: c',
      'a: b: c',
      'a: b #c',
      'a: "b"',
      "a: 'b'",
      'a: [b]',
    ],
    ...[
      'a: - b',
      'a: b\n  c',
      '- a',
      '# a',
      'a: |',
      'a: &b c',
      'a: *b',
      'a: !b c',
      'a:  b',
      'a: b ',
      'a : b',
      'a: b\r',
      'a: b\tc',
    ],
  ])('is not %j', (text) => {
    expect(isSimple(text)).toBe(false);
  });
});
