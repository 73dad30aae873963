import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../src/config/settings.ts';
import { blobId } from '../../src/git/blob-id.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { ReadResult } from '../../src/read/read-result.ts';
import { readRepository } from '../../src/read/repository.ts';
import { isMac, isWindows } from '../kit/system.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-'));
  await mkdir(path.join(folder, 'content'));
});
afterEach(() => rm(folder, { recursive: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

async function write(files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'content', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function read(files: Files, settings: Partial<Settings> = {}): Promise<ReadResult> {
  await write(files);
  const found = parseConfiguration('', 'helpcentre.yml', folder);
  if (!found.ok) throw new Error('no settings');
  return readRepository(folder, { ...found.settings, ...settings });
}

const sourcesOf = (result: ReadResult): readonly string[] =>
  result.repository.sources.map(({ path, locale, article }) => `${path} ${locale} ${article}`);
const problemsOf = (result: ReadResult): readonly string[] =>
  result.problems.map((one) => `${one.place?.file}:${one.place?.line}:${one.place?.column} ${one.message}`);

describe('which files are sources', () => {
  test('Markdown anywhere, but README, hidden files, `_` files and ignored ones', async () => {
    const result = await read(
      {
        'a.md': '',
        'b/c d.md': '',
        'b/UP.MD': '',
        'b/v1.2.md': '',
        'b/read me.md': '',
        'b/[x].md': '',
        'README.md': '',
        'b/readme.MD': '',
        '_a.md': '',
        '_s/b.md': '',
        'b/_c.md': '',
        '.h.md': '',
        '.h/a.md': '',
        'node_modules/p/x.md': '',
        'old/a.md': '',
        'x/drafts/a.md': '',
        'a.txt': '',
        amd: '',
      },
      { ignore: ['old', 'x/drafts/**'] },
    );
    expect(result.repository.sources.map((source) => source.path)).toEqual([
      'a.md',
      'b/UP.MD',
      'b/[x].md',
      'b/c d.md',
      'b/read me.md',
      'b/v1.2.md',
    ]);
    expect(result.problems).toEqual([]);
    expect([...result.repository.files.keys()]).toEqual([
      'README.md',
      '_a.md',
      '_s/b.md',
      'a.txt',
      'amd',
      'b/_c.md',
      'b/readme.MD',
      'old/a.md',
      'x/drafts/a.md',
    ]);
    expect(result.repository.files.get('_s/b.md')).toEqual({ kind: 'text', path: '_s/b.md', text: '' });
  });

  test.each(['', '.', '/', '/etc/**', '../**', '../outside.md', '!a.md', '{', '[', 'b/../..'])(
    'the glob %j neither throws nor reaches outside',
    async (glob) => {
      await writeFile(path.join(folder, 'outside.md'), '');
      const result = await read({ 'a.md': '' }, { ignore: [glob] });
      expect([...result.repository.files.keys(), ...result.repository.sources.map((source) => source.path)]).toEqual([
        'a.md',
      ]);
    },
  );

  test.each(['a.md', '/a.md', '*.md', 'd', 'd/', '/d/', '**/x.*'])(
    'the glob %j ignores what it names',
    async (glob) => {
      const result = await read({ 'a.md': '', 'd/x.md': '' }, { ignore: [glob, 'a.*', 'd/**'] });
      expect(result.repository.sources).toEqual([]);
      const alone = await read({}, { ignore: [glob] });
      expect(alone.repository.sources.length).toBe(1);
    },
  );

  test('a content folder that is missing, or a file, is a problem', async () => {
    expect((await read({}, { content: 'none' })).problems).toMatchObject([{ code: 'no-content-folder' }]);
    await writeFile(path.join(folder, 'file'), '');
    expect((await read({}, { content: 'file' })).problems).toMatchObject([{ code: 'no-content-folder' }]);
  });

  test('an empty content folder has nothing in it', async () => {
    expect(await read({})).toEqual({
      repository: { root: 'content', sources: [], collections: [], files: new Map() },
      broken: [],
      unread: [],
      misplaced: [],
      problems: [],
      untidy: [],
      texts: new Map(),
      product: [path.join(folder, 'redirects.yml')],
    });
  });

  test('a folder sixty levels deep is read', async () => {
    const deep = `${Array.from({ length: 60 }, (_, level) => `d${level}`).join('/')}/x.md`;
    expect(sourcesOf(await read({ [deep]: '' }))).toEqual([`${deep} en ${deep}`]);
  });

  test('more files than are read at once are all read, sorted by code unit', async () => {
    const names = Array.from(
      { length: 150 },
      (_, index) => `${'aBé_Z'[index % 5] === '_' ? 'q' : 'aBé_Z'[index % 5]}${index}.md`,
    );
    const result = await read(Object.fromEntries(names.reverse().map((name) => [name, 'x'])));
    expect(result.repository.sources.map((source) => source.path)).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe('names', () => {
  test('a decomposed name is read in its composed form', async () => {
    expect(sourcesOf(await read({ 'cafe\u0301/e\u0301.md': '' }))).toEqual([
      'caf\u00e9/\u00e9.md en caf\u00e9/\u00e9.md',
    ]);
  });

  test.skipIf(isMac)('two names that are one in composed form are one source and a problem', async () => {
    const result = await read({ 'e\u0301.md': 'decomposed', '\u00e9.md': 'composed' });
    expect(sourcesOf(result)).toEqual(['\u00e9.md en \u00e9.md']);
    expect(result.broken).toEqual(['\u00e9.md']);
    expect(problemsOf(result)).toEqual([
      'content/\u00e9.md:1:1 "\u00e9.md" and "\u00e9.md (in another Unicode form)" are both the same language of one article',
    ]);
  });

  test.runIf(path.sep === '/').each(['a\\b.md', 'Q:a.md', 'x\\y/a.md'])(
    '%j is refused, since the lockfile could not hold it',
    async (name) => {
      const result = await read({ [name]: '', [`${path.dirname(name)}/_collection.yml`]: '' });
      expect(result.repository.sources).toEqual([]);
      expect(result.repository.collections).toEqual([]);
      expect(result.broken).toEqual([name]);
      expect(problemsOf(result)).toEqual([
        `content/${name}:1:1 "${name}" is a path that means something else on other systems`,
      ]);
    },
  );
});

describe('locales', () => {
  test.each<[string, Partial<Settings>, readonly string[], readonly string[]]>([
    [
      'a suffix',
      {},
      ['a.md', 'a.fr.md', 'a.pt-br.md', 'a.zh_CN.md', 'a.id.md'],
      ['a.fr.md fr a.md', 'a.id.md id a.md', 'a.md en a.md', 'a.pt-br.md pt-BR a.md', 'a.zh_CN.md zh-CN a.md'],
    ],
    ['a suffix of the default locale', {}, ['x.en.md', 'x.fr.md'], ['x.en.md en x.en.md', 'x.fr.md fr x.en.md']],
    ['another default locale', { locale: 'fr' }, ['a.md', 'a.en.md'], ['a.en.md en a.md', 'a.md fr a.md']],
    [
      'a suffix that is no locale',
      {},
      ['v1.2.md', 'a.xx.md', 'a.constructor.md'],
      ['a.constructor.md en a.constructor.md', 'a.xx.md en a.xx.md', 'v1.2.md en v1.2.md'],
    ],
    ['a name that is a locale', {}, ['fr.md', 'de/it.md'], ['de/it.md en de/it.md', 'fr.md en fr.md']],
    [
      'a folder',
      { locales: 'folder' },
      ['b/a.md', 'fr/b/a.md', 'pt-br/b/a.md'],
      ['b/a.md en b/a.md', 'fr/b/a.md fr b/a.md', 'pt-br/b/a.md pt-BR b/a.md'],
    ],
    [
      'a folder of the default locale',
      { locales: 'folder' },
      ['en/a.md', 'fr/a.md'],
      ['en/a.md en en/a.md', 'fr/a.md fr en/a.md'],
    ],
    [
      'a folder further down',
      { locales: 'folder' },
      ['b/fr/a.md', 'a.fr.md'],
      ['a.fr.md en a.fr.md', 'b/fr/a.md en b/fr/a.md'],
    ],
  ])('%s', async (_, settings, files, sources) => {
    const result = await read(Object.fromEntries(files.map((file) => [file, ''])), settings);
    expect(sourcesOf(result)).toEqual(sources);
    expect(result.problems).toEqual([]);
  });

  test('a locale without the default one is a problem that says what to add', async () => {
    const result = await read({ 'b/z.fr.md': '' });
    expect(result.problems).toMatchObject([
      {
        code: 'lonely-locale',
        help: 'Add b/z.md, or rename the file.',
        place: { file: 'content/b/z.fr.md', line: 1, column: 1 },
      },
    ]);
    expect(result).toMatchObject({ repository: { sources: [] }, broken: ['b/z.md'] });
  });

  test('two files for the default locale: the article is broken under either name, so neither is removed', async () => {
    const result = await read({ 't.md': '', 't.en.md': '', 't.fr.md': '' });
    expect(problemsOf(result)).toEqual([
      'content/t.md:1:1 "t.md" and "t.en.md" are both the same language of one article',
    ]);
    expect(result.broken).toEqual(['t.en.md', 't.md']);
  });

  test('two files for another locale break the article', async () => {
    const result = await read({ 't.md': '', 't.pt-BR.md': '', 't.pt_br.md': '' });
    expect(result.problems).toMatchObject([{ code: 'path-twice' }]);
    expect(result.broken).toEqual(['t.md']);
  });

  test('a broken file in one locale breaks the article and is not a source', async () => {
    const result = await read({ 't.md': '', 't.fr.md': '---\ntitel: x\n---\n' });
    expect(sourcesOf(result)).toEqual(['t.md en t.md']);
    expect(result.broken).toEqual(['t.md']);
  });
});

describe('ids', () => {
  const withId = (id: number): string => `---\nid: ${id}\n---\n`;

  test('two articles with one id are both named', async () => {
    const result = await read({ 'a.md': withId(7), 'b.md': `\n`, 'c.md': withId(7) });
    expect(problemsOf(result)).toEqual([
      'content/a.md:2:1 id 7 is also claimed by content/c.md:2',
      'content/c.md:2:1 id 7 is also claimed by content/a.md:2',
    ]);
    expect(result.broken).toEqual(['a.md', 'c.md']);
  });

  test('the locales of one article may share one', async () => {
    expect((await read({ 'a.md': withId(7), 'a.fr.md': withId(7) })).problems).toEqual([]);
  });
});

describe('bytes', () => {
  test('what is no UTF-8 is named with its place, whatever the line ends', async () => {
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    const result = await read({
      'a.md': latin('# caf\xe9\n'),
      'b.md': latin('one\r\ntwo\r\nth\xe9\r\n'),
      'c.md': Buffer.from('\ufeff# \ud83d\ude00').subarray(0, 8),
    });
    expect(problemsOf(result)).toEqual([
      'content/a.md:1:6 the file is not valid UTF-8 here',
      'content/b.md:3:3 the file is not valid UTF-8 here',
      'content/c.md:1:3 the file is not valid UTF-8 here',
    ]);
    expect(result.broken).toEqual(['a.md', 'b.md', 'c.md']);
  });

  test('CRLF and a byte order mark are taken off before places are counted', async () => {
    const result = await read({
      'a.md': '\ufeff---\r\ntitle: x\r\nstat: draft\r\n---\r\ntext\r\n',
      'b.md': '\ufeff---\r\ntitle: x\r\n---\r\ntext\r\n',
    });
    expect(problemsOf(result)).toEqual(['content/a.md:3:1 unknown key "stat" in front matter']);
    expect(result.repository.sources).toMatchObject([{ path: 'b.md', body: '\n\n\ntext\n', bodyLine: 4 }]);
  });

  test('blob ids are those of git', async () => {
    const files: Record<string, string | Uint8Array> = {
      'a.md': '',
      'b.md': 'text\n',
      'c.md': '\ufeffone\r\ntwo',
      'd.md': 'é 😀\n'.repeat(1000),
    };
    const result = await read(files);
    const ids = Object.keys(files).map((name) =>
      execFileSync('git', ['hash-object', '--no-filters', path.join(folder, 'content', name)], {
        encoding: 'utf8',
      }).trim(),
    );
    expect(result.repository.sources.map((source) => source.blob)).toEqual(ids);
  });

  test('the blob id of random bytes is that of git', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const id = execFileSync('git', ['hash-object', '--no-filters', '--stdin'], { input: bytes, encoding: 'utf8' });
        expect(`${blobId(bytes)}\n`).toBe(id);
      }),
      { numRuns: 15 },
    );
  });
});

describe.skipIf(isWindows)('links on disk', () => {
  test('a link inside the folder is its file; others are refused, and none is followed for ever', async () => {
    await write({ 'a.md': '# a', 'd/b.md': '# b' });
    await writeFile(path.join(folder, 'secret.md'), 'secret');
    await mkdir(path.join(folder, 'content-evil'));
    await writeFile(path.join(folder, 'content-evil/x.md'), 'secret');
    const links = {
      'alias.md': 'a.md',
      'out.md': '../secret.md',
      'passwd.png': '/etc/passwd',
      'sibling.md': '../content-evil/x.md',
      outdir: '..',
      'dangling.md': 'none.md',
      'self.md': 'self.md',
      'd/loop': '..',
      indir: 'd',
    };
    for (const [name, target] of Object.entries(links)) await symlink(target, path.join(folder, 'content', name));
    const result = await read({});
    expect(result.repository.sources.map((source) => source.path)).toEqual(['a.md', 'alias.md', 'd/b.md']);
    const out = 'it is a link that leads out of the content folder';
    const nowhere = 'it is a link that leads nowhere';
    expect([...result.repository.files.values()]).toEqual([
      { kind: 'refused', path: 'dangling.md', reason: nowhere },
      { kind: 'refused', path: 'out.md', reason: out },
      { kind: 'refused', path: 'outdir', reason: out },
      { kind: 'refused', path: 'passwd.png', reason: out },
      { kind: 'refused', path: 'self.md', reason: nowhere },
      { kind: 'refused', path: 'sibling.md', reason: out },
    ]);
  });
});

describe('collections', () => {
  test.each<[string, string, object]>([
    ['nothing', '', {}],
    ['comments', '# none\n', {}],
    ['a name', 'name: 2024', { name: '2024', places: { name: expect.objectContaining({ line: 1, column: 1 }) } }],
    [
      'everything',
      'name: B\ndescription: D\nicon: book\norder: 3\ntranslations:\n  fr: {name: F}\n  pt-BR: {name: P, description: Q}',
      {
        name: 'B',
        description: 'D',
        icon: 'book',
        order: 3,
        places: {
          name: expect.objectContaining({ line: 1, column: 1 }),
          description: expect.objectContaining({ line: 2, column: 1 }),
          icon: expect.objectContaining({ line: 3, column: 1 }),
          order: expect.objectContaining({ line: 4, column: 1 }),
          translations: {
            fr: expect.objectContaining({ line: 6, column: 3 }),
            'pt-BR': expect.objectContaining({ line: 7, column: 3 }),
          },
        },
        translations: { fr: { name: 'F' }, 'pt-BR': { name: 'P', description: 'Q' } },
      },
    ],
  ])('a `_collection.yml` with %s', async (_, text, fields) => {
    const result = await read({ 'billing/_collection.yml': text, 'billing/a.md': '' });
    expect(result.problems).toEqual([]);
    expect(result.repository.collections).toEqual([
      { folder: 'billing', name: 'Billing', translations: {}, ...fields },
    ]);
  });

  test.each([
    ['nam: x', '1:1 unknown key "nam" in _collection.yml'],
    ['- a', '1:1 _collection.yml: expected lines of "key: value"'],
    ['name: ""', '1:7 "name" in _collection.yml: expected text'],
    ['name: [a', '1:9 not valid YAML: the closing "]" is missing'],
    ['order: first', '1:8 "order" in _collection.yml: expected a whole number'],
    ['order: 1.5', '1:8 "order" in _collection.yml: expected a whole number'],
    ['translations: x', '1:15 "translations" in _collection.yml: expected locales with a name each'],
    ['translations:\n  fr: Factures', '2:7 "translations.fr" in _collection.yml: expected a name below it, "name: …"'],
    ['translations:\n  fr: {nom: x}', '2:7 "translations.fr.name" in _collection.yml: it is missing; expected text'],
    ['translations:\n  fr: {name: x, desc: y}', '2:17 unknown key "desc" in "translations.fr" of _collection.yml'],
    ['translations:\n  french: {name: x}', `2:3 "french" is not a language that Intercom's help centres have`],
    ['translations:\n  fr: {name: x}\n  FR: {name: y}', '3:3 "FR" and "fr" are the same locale'],
    ['translations:\n  __proto__: {name: x}', '2:3 unknown key "__proto__" in "translations" of _collection.yml'],
  ])('the mistake in %j has its place, and nothing of that folder is published or removed', async (text, problem) => {
    const result = await read({ 'b/_collection.yml': text, 'b/a.md': '', 'b/c/d.md': '', 'bc/e.md': '' });
    expect(problemsOf(result)).toContain(`content/b/_collection.yml:${problem}`);
    expect(sourcesOf(result)).toEqual(['bc/e.md en bc/e.md']);
    expect(result.repository.collections.map((collection) => collection.folder)).toEqual(['bc']);
    expect(result.broken).toEqual(['b/a.md', 'b/c/d.md']);
  });

  test('one that is no UTF-8 is not taken for an empty one', async () => {
    const result = await read({ 'b/_collection.yml': Buffer.from('name: Caf\xe9\n', 'latin1'), 'b/a.md': '' });
    expect(problemsOf(result)).toEqual(['content/b/_collection.yml:1:10 the file is not valid UTF-8 here']);
    expect(result.broken).toEqual(['b/a.md']);
  });

  test('a folder is a collection when it holds a source, or is described', async () => {
    const result = await read({
      'a/b/x.md': '',
      'c/_collection.yml': '',
      'd/e.png': '',
      '_f/_collection.yml': '',
      '_collection.yml': 'name: root',
      'README/x.md': '',
    });
    expect(result.repository.collections.map((collection) => collection.folder)).toEqual(['README', 'a', 'a/b', 'c']);
  });

  test('folders of another locale are no collections', async () => {
    const result = await read({ 'b/x.md': '', 'fr/b/x.md': '' }, { locales: 'folder' });
    expect(result.repository.collections.map((collection) => collection.folder)).toEqual(['b']);
  });

  test("a number in front of a folder's name is its order, unless it is described with another", async () => {
    const result = await read({
      '04-troubleshooting/a.md': '',
      '2024-news/a.md': '',
      'plain/a.md': '',
      '7/a.md': '',
      '03-x/1. y/a.md': '',
      '03-x/_collection.yml': 'order: 9',
      '05-z/_collection.yml': 'name: Z',
    });
    expect(result.repository.collections.map(({ folder, name, order }) => [folder, name, order])).toEqual([
      ['03-x', 'X', 9],
      ['03-x/1. y', 'Y', 1],
      ['04-troubleshooting', 'Troubleshooting', 4],
      ['05-z', 'Z', 5],
      ['2024-news', '2024 news', undefined],
      ['7', '7', undefined],
      ['plain', 'Plain', undefined],
    ]);
  });
});
