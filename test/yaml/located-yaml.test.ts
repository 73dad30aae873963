import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from '../../src/yaml/located-yaml.ts';

/** What reading the text comes to: its value, or `line:column message` of each problem. */
function read(text: string): unknown {
  const found = readYaml(text, 'a.yml');
  if (found.ok) return found.yaml.value;
  return found.problems.map((one) => `${one.place?.line}:${one.place?.column} ${one.message}`);
}

test.each([
  [
    'numbers stay as they are written',
    'a: [1.10, 012, 1e3, 0x10, .5, -0]',
    { a: ['1.10', '012', '1e3', '0x10', '.5', '-0'] },
  ],
  [
    'yes, no, dates and times are text',
    'a: [yes, no, on, 2020-01-01, 12:30]',
    { a: ['yes', 'no', 'on', '2020-01-01', '12:30'] },
  ],
  ['true and null are not text', 'a: [true, False, null, ~]', { a: [true, false, null, null] }],
  ['keys are text, whatever they look like', '1: a\ntrue: b\nnull: c', { 1: 'a', true: 'b', null: 'c' }],
  [
    'a list in brackets may begin its lines anywhere',
    'a: [\n"x", # one\n\t\'y]\',\n]\nb: 1',
    { a: ['x', 'y]'], b: '1' },
  ],
  ['an alias repeats its anchor', 'a: &x b\nc: *x', { a: 'b', c: 'b' }],
])('%s', (_, text, value) => {
  expect(read(text)).toEqual(value);
});

test.each([
  ['a key twice', 'a: 1\nb: 2\na: 3', ['3:1 "a" appears twice (first on line 1)']],
  [
    'two keys twice, deep inside',
    'x:\n  a: 1\n  a: 2\n  b: 3\n  b: 4',
    ['3:3 "a" appears twice (first on line 2)', '5:3 "b" appears twice (first on line 4)'],
  ],
  ['a tab as indentation', 'a:\n\tb: 1', ['2:1 not valid YAML: a tab is used to indent; use spaces']],
  ['two documents', 'a: 1\n---\nb: 2', ['2:1 not valid YAML: a second document begins here ("---"); only one is read']],
  ['an open quote', 'a: "b\n', ['2:1 not valid YAML: the closing " is missing']],
  ['an open brace', 'a: {b: c\n', ['2:1 not valid YAML: the closing "}" is missing']],
  ['an open bracket', 'a: [b\n', ['2:1 not valid YAML: the closing "]" is missing']],
  ['a bare @', 'a: @me', ['1:4 not valid YAML: a value that starts with @ needs quotes']],
  ['a colon in a value', 'a: b: c', ['1:4 not valid YAML: a value with ": " in it needs quotes']],
  [
    'emphasis taken for an alias',
    'a: *Note* this',
    ['1:11 not valid YAML: something follows the end of a value; put the value in quotes'],
  ],
  ['an alias to nothing', 'a: [b, *c]', ['1:8 not valid YAML: "*c" refers to "&c", which is not above it']],
  ['an alias before its anchor', 'a: *c\nb: &c 1', ['1:4 not valid YAML: "*c" refers to "&c", which is not above it']],
  ['a tag of a program', 'a: !!js/function "x"', ['1:4 not valid YAML: tags such as !name are not read']],
  ['a list as a key', '? [a]\n: b', ['1:3 not valid YAML: a key has to be plain text']],
  ['lines out of line', 'a:\n   b: 1\n  c: 2', ['3:1 not valid YAML: the indentation does not match the lines above']],
  ['a line without a colon', 'a: 1\nb\nc: 2', ['2:1 not valid YAML: expected "key: value"']],
])('%s is a problem at its place', (_, text, problems) => {
  expect(read(text)).toEqual(problems);
});

test('aliases that multiply are a problem, and cost no memory', () => {
  const list = (of: string): string => `[${Array.from({ length: 10 }, () => of).join(', ')}]`;
  const names = 'abcdefghijklmnop'.split('');
  const bomb = names.map((name, index) => `${name}: &${name} ${list(index === 0 ? 'lol' : `*${names[index - 1]}`)}`);
  expect(read(bomb.join('\n'))).toEqual(['2:8 not valid YAML: "*a" and the like multiply without end']);
});

test.each([
  ['brackets', '['.repeat(50_000)],
  ['braces', '{a: '.repeat(50_000)],
  ['dashes', '- '.repeat(20_000)],
])('%s nested without end are a problem and no crash', (_, text) => {
  expect(readYaml(text, 'a.yml').ok).toBe(false);
});

test('a very long line is read whole', () => {
  const long = 'x'.repeat(2_000_000);
  expect(read(`a: ${long}`)).toEqual({ a: long });
});

test('places name keys, values, and the nearest parent of what is absent', () => {
  const found = readYaml('a:\n  b: [c, d]\n', 'a.yml');
  if (!found.ok) throw new Error('not read');
  const { yaml } = found;
  expect(yaml.placeOf(['a', 'b', 1])).toEqual({ file: 'a.yml', line: 2, column: 10, endLine: 2, endColumn: 11 });
  expect(yaml.placeOfKey(['a', 'b'])).toEqual({ file: 'a.yml', line: 2, column: 3, endLine: 2, endColumn: 4 });
  expect(yaml.placeOf(['a', 'b', 9])).toMatchObject({ line: 2, column: 6 });
  expect(yaml.placeOf(['x', 'y'])).toMatchObject({ line: 1, column: 1 });
});

test('whatever the bytes, reading gives a value or problems with a place', () => {
  const soup = fc.string({
    unit: fc.constantFrom(...'ab:-[]{}&*!|>\'"%@`#?, \n\t0~<=', '__proto__', '<<', '---', '...', ': '),
    maxLength: 60,
  });
  fc.assert(
    fc.property(soup, (text) => {
      const found = readYaml(text, 'a.yml');
      if (found.ok) return;
      expect(found.problems.length).toBeGreaterThan(0);
      for (const one of found.problems) {
        expect(one.place?.line).toBeGreaterThan(0);
        expect(one.place?.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(one.message).not.toMatch(/undefined|\n/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('text that is written as YAML comes back as it was', () => {
  const value = fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 4 })),
    { maxKeys: 6 },
  );
  fc.assert(
    fc.property(value, (data) => {
      expect(read(stringify(data))).toEqual({ ...data });
    }),
  );
});

test('values behind a list in brackets are where they are written', () => {
  const found = readYaml('a: [\n"x",\n]\nb: 1', 'a.yml');
  expect(found.ok ? [found.yaml.placeOf(['b']).line, found.yaml.placeOf(['a', 0]).line] : null).toEqual([4, 2]);
});
