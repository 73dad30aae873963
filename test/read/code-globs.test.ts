import { describe, expect, test } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const rules = { ignore: [], rename: {} };
function read(
  lines: string,
  flavour: keyof typeof flavours = 'github',
  own: { ignore: string[]; rename: Record<string, string> } = rules,
) {
  const found = readFrontMatter(`---\ntitle: A\n${lines}\n---\n\nText.\n`, 'a.md', own, flavours[flavour]);
  if (!found.ok) return { codes: found.problems.map(({ code }) => code) };
  const { sources, shots } = found.frontMatter.fields;
  const codes = [...found.problems.map(({ code }) => code), ...found.unknown.map(({ key }) => `unknown ${key}`)];
  return { ...(sources === undefined ? {} : { sources }), ...(shots === undefined ? {} : { shots }), codes };
}

describe('sources in front matter', () => {
  test('are a thousand globs at most, since each is tried against every file', () => {
    const globs = (count: number): string => `sources: [${Array.from({ length: count }, (_, at) => `src/${at}`)}]`;
    expect(read(globs(1_000)).codes).toEqual([]);
    expect(read(globs(1_001))).toEqual({ codes: ['sources-shape'] });
  });

  test.each<readonly [string, object]>([
    ['sources: [src/a/**, "!src/a/b.ts"]', { sources: ['src/a/**', '!src/a/b.ts'], codes: [] }],
    ['sources: src/a', { sources: ['src/a'], codes: [] }],
    ['sources: []', { sources: [], codes: [] }],
    ['sources:', { codes: [] }],
    [
      'shots: { of: src/a, images: [images/*.png] }',
      { shots: [{ of: ['src/a'], images: ['images/*.png'] }], codes: [] },
    ],
    [
      'shots:\n  - of: [a, b]\n  - { of: c, images: ../i.png }',
      {
        shots: [{ of: ['a', 'b'] }, { of: ['c'], images: ['../i.png'] }],
        codes: [],
      },
    ],
  ])('%s', (lines, expected) => expect(read(lines)).toEqual(expected));

  test.each([
    'sources: [https://example.com]',
    'sources: [../other/**]',
    'sources: [{ title: A book }]',
    'sources: { a: b }',
    'sources: true',
    'sources: [""]',
    'sources: ["!src/**"]',
    'shots: [a.png]',
    'shots: { images: [a.png] }',
    'shots: { of: [src/**], extra: 1 }',
    'shots: { of: [src/**], images: [/etc/../../x] }',
  ])('%s is a warning, and the article is read all the same', (lines) =>
    expect(read(lines)).toEqual({ codes: ['sources-shape'] }),
  );

  test('a key that is only similar means nothing, and is no mistake', () => {
    expect(read('source: https://example.com\nshot: 1').codes).toEqual(['unknown source', 'unknown shot']);
  });

  test('the configuration may name or leave out such a key', () => {
    expect(read('code: [src/a]', 'github', { ignore: [], rename: { code: 'sources' } }).sources).toEqual(['src/a']);
    const ignored = read('sources: [{ title: A book }]', 'github', { ignore: ['sources'], rename: {} });
    expect(ignored).toEqual({ codes: [] });
  });

  test("in another tool's front matter only a list of paths is ours", () => {
    expect(read('sources: [src/a/**]', 'mkdocs').sources).toEqual(['src/a/**']);
    for (const theirs of ['[The Book]', '[https://example.com/a]', '{ a: b }', '[{ name: x }]'])
      expect(read(`sources: ${theirs}`, 'obsidian')).toEqual({ codes: [] });
  });
});

test('a folder whose sources are none is a collection all the same', async () => {
  const { dir } = await makeRepository({
    'content/a/_collection.yml': 'name: Billing\nsources: [{ title: A book }]\n',
    'content/a/b.md': '# B\n\nText.\n',
  });
  const { stdout, code } = await runIn(dir, ['check', '--json']);
  expect([code, JSON.parse(stdout).problems]).toMatchObject([
    0,
    [{ code: 'sources-shape', severity: 'warning', place: { file: 'content/a/_collection.yml', line: 2, column: 1 } }],
  ]);
});
