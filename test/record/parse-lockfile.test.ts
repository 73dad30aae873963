import { describe, expect, test } from 'vitest';
import { formatLockfile } from '../../src/record/format-lockfile.ts';
import { emptyLockfile, parseLockfile } from '../../src/record/parse-lockfile.ts';
import { article, collection, lockfileOf, print } from './entries.ts';

/** `line:column code: message` of each problem; none for a lockfile that can be used. */
function mistakesOf(text: string): readonly string[] {
  const found = parseLockfile(text, 'L.json');
  if (found.ok) return [];
  for (const one of found.problems) expect(one.place?.file).toBe('L.json');
  return found.problems.map((one) => `${one.place?.line}:${one.place?.column} ${one.code}: ${one.message}`);
}

const text = formatLockfile(lockfileOf({ articles: { 'a.md': article('1'), 'b.md': article('2') } }));
const minimal = (rest: string): string => `{"lockfileVersion": 1, "workspaces": {${rest}}}`;

test('an empty lockfile is read', () => {
  expect(parseLockfile(formatLockfile(emptyLockfile()), 'L')).toEqual({ ok: true, lockfile: emptyLockfile() });
});

test('sections that are left out are empty', () => {
  expect(parseLockfile(minimal('"w": {}'), 'L')).toEqual({ ok: true, lockfile: lockfileOf({}, 'w') });
});

test.each([
  ['CRLF line ends', text.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${text}`],
  ['tabs', JSON.stringify(JSON.parse(text), null, '\t')],
  ['one line', JSON.stringify(JSON.parse(text))],
  ['no last newline', text.trimEnd()],
  ['an escaped slash and letter', text.replaceAll('"a.md"', '"\\u0061.md"')],
])('%s make no difference', (_, written) => {
  expect(parseLockfile(written, 'L')).toEqual(parseLockfile(text, 'L'));
});

describe('conflict markers are named by their lines', () => {
  test.each([
    ['a merge', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> branch\n', '2', '2, 4, 6'],
    ['diff3', '<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n', '1', '1, 2, 3, 4'],
    ['CRLF', '<<<<<<< a\r\n=======\r\n>>>>>>> c\r\n', '1', '1, 2, 3'],
    ['what is left of one', '{\n=======\n}', '2', '2'],
  ])('%s', (_, written, first, lines) => {
    expect(mistakesOf(written)).toEqual([
      `${first}:1 lockfile-conflict: the lockfile holds unmerged conflict markers (lines ${lines})`,
    ]);
  });
});

describe('broken JSON is named with its place', () => {
  test.each([
    ['nothing', '', '1:1'],
    ['blank lines', ' \n\n', '3:1'],
    ['cut off', text.slice(0, text.indexOf('"a.md"') + 3), '6:12'],
    ['a comma too many', '{"lockfileVersion": 1,\n"workspaces": {},\n}', '3:1'],
    ['a comma missing', '{"lockfileVersion": 1\n"workspaces": {}}', '2:1'],
    ['a comment', '{\n  // hand-made\n  "lockfileVersion": 1}', '2:3'],
    ['YAML', 'lockfileVersion: 1\nworkspaces: {}\n', '1:1'],
    ['single quotes', "{'lockfileVersion': 1}", '1:2'],
    ['two values', '{}\n{}', '2:1'],
    ['a bad word', '{"lockfileVersion": yes}', '1:21'],
  ])('%s', (_, written, place) => {
    expect(mistakesOf(written)).toEqual([`${place} lockfile-syntax: the lockfile is not valid JSON here`]);
  });
});

describe('versions', () => {
  test.each([2, 10, 1.5])('a newer format %d is refused, whatever else is in it', (version) => {
    expect(mistakesOf(`{"lockfileVersion": ${version}, "else": []}`)).toEqual([
      `1:1 lockfile-newer: the lockfile has format ${version}, which this version cannot read`,
    ]);
  });

  test.each(['0', '-1', '"1"', 'null', '[]'])('%s is no format', (version) => {
    expect(mistakesOf(`{"lockfileVersion": ${version}, "workspaces": {}}`)).toEqual([
      '1:21 bad-value: "lockfileVersion" in the lockfile: expected 1',
    ]);
  });

  test('a lockfile that names no format is refused', () => {
    expect(mistakesOf('{"workspaces": {}}')).toEqual([
      '1:1 bad-value: "lockfileVersion" in the lockfile: it is missing; expected 1',
    ]);
  });
});

const outside = 'expected a path inside the content folder';

describe('every mistake has its place', () => {
  test.each([
    [
      'an unknown key',
      minimal('').replace('{"lock', '{"foo": 1, "lock'),
      '1:2 unknown-key: unknown key "foo" in the lockfile',
    ],
    ['a list', '[]', '1:1 bad-value: the lockfile: expected an object in braces'],
    ['null', 'null', '1:1 bad-value: the lockfile: expected an object in braces'],
    [
      'workspaces as a list',
      '{"lockfileVersion": 1, "workspaces": []}',
      '1:38 bad-value: "workspaces" in the lockfile: expected an object in braces',
    ],
    [
      'an unknown key of an article',
      text.replace('"id": "1"', '"id": "1",\n"ulr": null'),
      '8:1 unknown-key: unknown key "ulr" in "workspaces.abc.articles.a.md" of the lockfile',
    ],
    [
      'an id of letters',
      text.replace('"id": "1"', '"id": "x"'),
      '7:17 bad-value: "workspaces.abc.articles.a.md.id" in the lockfile: expected the digits of an id, in quotes',
    ],
    [
      'an id as a number',
      text.replace('"id": "1"', '"id": 1'),
      '7:17 bad-value: "workspaces.abc.articles.a.md.id" in the lockfile: expected text',
    ],
    [
      'an id that is missing',
      text.replace('"id": "1",', ''),
      '6:17 bad-value: "workspaces.abc.articles.a.md.id" in the lockfile: it is missing; expected text',
    ],
    [
      'a time in words',
      text.replace('1778132904', '"today"'),
      '9:24 bad-value: "workspaces.abc.articles.a.md.updatedAt" in the lockfile: expected a time in whole seconds',
    ],
    [
      'a bad fingerprint',
      text.replace(print('d'), 'sha256-1'),
      '12:26 bad-value: "workspaces.abc.articles.a.md.locales.en.desired" in the lockfile: expected sha256- and 64 hexadecimal digits',
    ],
    [
      'a bad blob id',
      text.replace('b'.repeat(40), 'HEAD'),
      '14:25 bad-value: "workspaces.abc.articles.a.md.locales.en.source" in the lockfile: expected a git blob id',
    ],
    [
      'an image that is no URL',
      formatLockfile(lockfileOf({ images: { [print('1')]: 'javascript:alert(1)' } })),
      `8:84 bad-value: "workspaces.abc.images.${print('1')}" in the lockfile: expected a URL`,
    ],
  ])('%s', (_, written, problem) => {
    expect(mistakesOf(written)).toEqual([problem]);
  });

  test.each([
    '../x.md',
    'a/../../x.md',
    '/x.md',
    'C:/x.md',
    'c:x.md',
    'a\\b.md',
    './a.md',
    'a//b.md',
    'a/',
    '..',
    'a\0b',
  ])('the path %j is refused', (path) => {
    expect(mistakesOf(formatLockfile(lockfileOf({ articles: { [path]: article('1') } })))).toEqual([
      `6:9 bad-value: "${path}" in "workspaces.abc.articles" of the lockfile: ${outside}`,
    ]);
  });

  test('a collection cannot come from outside either', () => {
    const collections = { A: { ...collection('1'), folder: '../a' } };
    expect(mistakesOf(formatLockfile(lockfileOf({ collections })))).toEqual([
      `9:21 bad-value: "workspaces.abc.collections.A.folder" in the lockfile: ${outside}`,
    ]);
  });
});

describe('what stands twice is never half lost', () => {
  const entry = JSON.stringify(article('3'));
  test.each([
    [
      'a path',
      text.replace('"articles": {\n', `"articles": {\n        "b.md": ${entry},\n`),
      '19:9 key-twice: "b.md" appears twice (first on line 6)',
    ],
    [
      'a path, the same bytes',
      minimal(`"w": {"articles": {"a.md": ${entry},\n"a.md": ${entry}}}`),
      '2:1 key-twice: "a.md" appears twice (first on line 1)',
    ],
    [
      'a path, escaped',
      minimal(`"w": {"articles": {"a.md": ${entry},\n"\\u0061.md": ${entry}}}`),
      '2:1 key-twice: "a.md" appears twice (first on line 1)',
    ],
    [
      'a path, between tabs',
      minimal(`\n\t"w": {"articles": {"a.md": ${entry},\n\t\t"a.md": ${entry}}}`),
      '3:3 key-twice: "a.md" appears twice (first on line 2)',
    ],
    ['a workspace', minimal('"w": {},\n"w": {}'), '2:1 key-twice: "w" appears twice (first on line 1)'],
    [
      'a field',
      text.replace('"id": "1"', '"id": "1", "id": "7"'),
      '7:22 key-twice: "id" appears twice (first on line 7)',
    ],
    [
      'a path, with another mistake',
      minimal(`"w": {"articles": {"a.md": 1,\n"a.md": ${entry}}, "foo": 1}`),
      '2:1 key-twice: "a.md" appears twice (first on line 1)',
    ],
    [
      'an id of articles',
      formatLockfile(lockfileOf({ articles: { 'a.md': article('7'), 'b.md': article('7') } })),
      '18:9 lockfile-id-twice: article 7 is recorded for "b.md" and for "a.md" (line 6)',
    ],
    [
      'an id of collections',
      formatLockfile(lockfileOf({ collections: { A: collection('7'), B: collection('7') } })),
      '11:9 lockfile-id-twice: collection 7 is recorded for "B" and for "A" (line 7)',
    ],
  ])('%s', (_, written, problem) => {
    expect(mistakesOf(written)).toEqual([problem]);
  });

  test('the same path in two workspaces is no mistake, nor the same id', () => {
    const one = lockfileOf({ articles: { 'a.md': article('1') } }, 'one').workspaces;
    const two = lockfileOf({ articles: { 'a.md': article('1') } }, 'two').workspaces;
    expect(mistakesOf(formatLockfile({ lockfileVersion: 1, workspaces: { ...one, ...two } }))).toEqual([]);
  });

  test('an article and a collection may have the same id', () => {
    const both = lockfileOf({ articles: { 'a.md': article('1') }, collections: { A: collection('1') } });
    expect(mistakesOf(formatLockfile(both))).toEqual([]);
  });
});

describe('keys off the prototype', () => {
  const entry = JSON.stringify(article('3'));
  test.each([
    ['a path', minimal(`"w": {"articles": {"__proto__": ${entry}}}`), '"workspaces.w.articles" of the lockfile'],
    ['a workspace', minimal('"__proto__": {}'), '"workspaces" of the lockfile'],
    [
      'a locale',
      minimal(`"w": {"articles": {"a.md": ${entry.replace('"en"', '"__proto__"')}}}`),
      '"workspaces.w.articles.a.md.locales" of the lockfile',
    ],
  ])('__proto__ as %s is an error, not a loss', (_, written, where) => {
    expect(mistakesOf(written)).toEqual([expect.stringContaining(`unknown key "__proto__" in ${where}`)]);
  });

  test('constructor is a path like any other', () => {
    const lockfile = lockfileOf({ articles: { constructor: article('1'), toString: article('2') } });
    expect(parseLockfile(formatLockfile(lockfile), 'L')).toEqual({ ok: true, lockfile });
  });

  test('a collection called __proto__ is one like any other, however the JSON is laid out', () => {
    const collections = Object.fromEntries([['__proto__', collection('1')]]);
    const written = formatLockfile(lockfileOf({ collections }, 'w'));
    expect(written).toContain('"__proto__"');
    for (const form of [written, JSON.stringify(JSON.parse(written)), written.replaceAll('  ', '\t')]) {
      const parsed = parseLockfile(form, 'L');
      expect(parsed.ok && Object.keys(parsed.lockfile.workspaces.w?.collections ?? {})).toEqual(['__proto__']);
    }
    // And of a lockfile with a mistake the mistake is named, not the collection.
    const broken = JSON.stringify(JSON.parse(written)).replace('"id":"1"', '"id":1');
    expect(mistakesOf(broken)).toEqual([expect.stringContaining('"workspaces.w.collections')]);
    expect(mistakesOf(broken)[0]).not.toContain('unknown key');
  });
});
