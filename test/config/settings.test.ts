import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseConfiguration, readConfiguration } from '../../src/config/settings.ts';
import type { Settings } from '../../src/model/settings.ts';

/** What is wrong with an address of images that stays the same when one changes. */
const addressStays =
  'expected {sha} in it, or {path} with {commit}: Intercom keeps the picture that it had from an address first, so the address has to change with the bytes; where it does not, add ?v={sha}';

const productFile =
  'expected a path from the folder of this file, such as i18n/{locale}.json, to one that ends in .json, .arb, .yml, .yaml, .po, .pot, .xcstrings, .strings, .xml, .xlf or .xliff';

const defaults: Settings = {
  content: 'content',
  locale: 'en',
  locales: 'suffix',
  layout: 'files',
  region: 'us',
  apiVersion: '2.16',
  helpCentre: null,
  author: null,
  state: 'draft',
  removed: 'unpublish',
  onDrift: 'fail',
  maxRemovals: 0.3,
  stage: [],
  staleTranslations: 'warn',
  images: { host: 'none' },
  variables: {},
  variablesFrom: [],
  fin: {},
  audiences: null,
  tags: null,
  createTags: false,
  spacing: 'normal',
  flavour: 'github',
  pages: null,
  readmes: null,
  components: {},
  siteUrl: null,
  base: '/',
  flatten: 'auto',
  ignore: [],
  frontMatter: { ignore: [], rename: {} },
  writing: 'off',
  terms: {},
  problems: {},
  import: { imageHosts: [] },
  threads: null,
  moved: {},
  targets: {},
};

function settingsOf(text: string): Settings {
  const found = parseConfiguration(text, 'helpcentre.yml', '/repository');
  if (!found.ok) throw new Error(found.problems.map((one) => one.message).join('\n'));
  return found.settings;
}

/** `line:column message` of each problem, and the help where it is a suggestion. */
function mistakesOf(text: string): readonly string[] {
  const found = parseConfiguration(text, 'helpcentre.yml', '/repository');
  if (found.ok) return [];
  return found.problems.map((one) => {
    expect(one.place?.file).toBe('helpcentre.yml');
    const help = one.help.startsWith('Did you mean') ? ` → ${one.help}` : '';
    return `${one.place?.line}:${one.place?.column} ${one.message}${help}`;
  });
}

describe('defaults', () => {
  test.each([
    ['an empty file', ''],
    ['blank lines', '\n\n'],
    ['comments only', '# nothing\n# here\n'],
    ['a byte order mark only', '\ufeff'],
    ['an empty map', '{}'],
    ['null', 'null\n'],
    ['a document start', '---\n'],
  ])('%s gives every default', (_, text) => {
    expect(settingsOf(text)).toEqual(defaults);
  });

  test('defaults are not shared between runs', () => {
    expect(settingsOf('').frontMatter).not.toBe(settingsOf('').frontMatter);
  });
});

test.each<[string, Partial<Settings>]>([
  ['content: docs', { content: 'docs' }],
  ['content: ./docs/', { content: 'docs' }],
  ['content: a//b/./c', { content: 'a/b/c' }],
  ['content: a\\b', { content: 'a/b' }],
  ['content: .', { content: '.' }],
  ['content: ./', { content: '.' }],
  ['content: ..docs', { content: '..docs' }],
  ['content: 2024', { content: '2024' }],
  ['locale: fr', { locale: 'fr' }],
  ['locale: pt-br', { locale: 'pt-BR' }],
  ['locales: folder', { locales: 'folder' }],
  ['region: eu', { region: 'eu' }],
  ['apiVersion: "2.11"', { apiVersion: '2.11' }],
  ['apiVersion: 2.12', { apiVersion: '2.12' }],
  ['helpCentre: 12', { helpCentre: '12' }],
  ['helpCentre: acme', { helpCentre: 'acme' }],
  ['helpCentre: null', { helpCentre: null }],
  ['author: 12345678901234567890', { author: '12345678901234567890' }],
  ['author: a@example.com', { author: 'a@example.com' }],
  ['state: published', { state: 'published' }],
  ['removed: keep', { removed: 'keep' }],
  ['onDrift: overwrite', { onDrift: 'overwrite' }],
  ['maxRemovals: 0%', { maxRemovals: 0 }],
  ['maxRemovals: 12.5 %', { maxRemovals: 0.125 }],
  ['maxRemovals: 100%', { maxRemovals: 1 }],
  ['maxRemovals: 0.5', { maxRemovals: 0.5 }],
  ['images: {host: github}', { images: { host: 'github' } }],
  ['images: {roots: [static]}', { images: { host: 'none', roots: ['static'] } }],
  ['flavour: mkdocs', { flavour: 'mkdocs' }],
  ['components: {Since: drop}', { components: { Since: 'drop' } }],
  ['siteUrl: https://docs.example.com/', { siteUrl: 'https://docs.example.com' }],
  ['base: /docs', { base: '/docs/' }],
  [
    'images: {host: url, template: "https://x.example/{sha}"}',
    { images: { host: 'url', template: 'https://x.example/{sha}' } },
  ],
  [
    'images: {host: url, template: "https://x.example/{commit}/{path}"}',
    { images: { host: 'url', template: 'https://x.example/{commit}/{path}' } },
  ],
  ['images: {check: off}', { images: { host: 'none', check: 'off' } }],
  ['images: {host: github, check: strict}', { images: { host: 'github', check: 'strict' } }],
  [
    'images: {host: s3, bucket: b}',
    { images: { host: 's3', bucket: 'b', region: 'us-east-1', endpoint: null, prefix: '' } },
  ],
  [
    'variables: {version: 2.10, n: 007, constructor: x}',
    { variables: { version: '2.10', n: '007', constructor: 'x' } },
  ],
  ['variables: {a: {fr_FR: b, en: 7}}', { variables: { a: { fr: 'b', en: '7' } } }],
  [
    'variablesFrom: ["i18n/{locale}.json", {file: {en_US: ../a.po}, at: b, as: c, names: {d: E f}}]',
    {
      variablesFrom: [
        { file: 'i18n/{locale}.json', at: '', as: null, names: {}, everyLocale: false },
        { file: { en: '../a.po' }, at: 'b', as: 'c', names: { d: 'E f' }, everyLocale: false },
      ],
    },
  ],
  ['ignore: ["drafts/**"]', { ignore: ['drafts/**'] }],
  ['frontMatter: {ignore: [layout]}', { frontMatter: { ignore: ['layout'], rename: {} } }],
  ['frontMatter: {rename: {heading: title}}', { frontMatter: { ignore: [], rename: { heading: 'title' } } }],
  [
    'problems: {dead-link: warning, html-reduced: off}',
    { problems: { 'dead-link': 'warning', 'html-reduced': 'off' } },
  ],
  [
    'import: {imageHosts: [assets.example.com, "cdn.example.com:8443"]}',
    { import: { imageHosts: ['assets.example.com', 'cdn.example.com:8443'] } },
  ],
  ['threads: 2', { threads: 2 }],
  ['threads: 64', { threads: 64 }],
  ['threads: null', { threads: null }],
  ['moved: {a/b.md: c d.md}', { moved: { 'a/b.md': 'c d.md' } }],
  ['moved: {"cafe\u0301.md": b.md}', { moved: { 'caf\u00e9.md': 'b.md' } }],
])('%s is read', (text, expected) => {
  expect(settingsOf(text)).toEqual({ ...defaults, ...expected });
});

test.each(['0', '-1', '65', '1.5', 'many', '[]', '1e1', '""'])('threads: %s is none', (wrong) => {
  expect(mistakesOf(`threads: ${wrong}`)).toEqual([
    '1:10 "threads" in helpcentre.yml: expected a whole number from 1 to 64',
  ]);
});

const choices: readonly [string, string][] = [
  ['locales', 'suffix, folder, i18n'],
  ['region', 'us, eu, au'],
  ['apiVersion', '2.11, 2.12, 2.13, 2.14, 2.15, 2.16'],
  ['state', 'published, draft'],
  ['removed', 'unpublish, delete, keep'],
  ['onDrift', 'fail, keep, overwrite'],
];

test.each(choices)('%s names its choices', (key, allowed) => {
  for (const wrong of ['other', '', '[]', 'null', 'true', 'constructor'])
    expect(mistakesOf(`# first\n${key}: ${wrong === '' ? '""' : wrong}`)).toEqual([
      `2:${key.length + 3} "${key}" in helpcentre.yml: expected one of: ${allowed}`,
    ]);
});

describe('a content folder that is not inside the repository is refused', () => {
  test.each([
    '..',
    '../x',
    'a/../../x',
    'a/..',
    '/x',
    '//host/x',
    'C:/x',
    'c:x',
    '"C:\\\\x"',
    '"..\\\\x"',
    '"\\\\\\\\host\\\\x"',
    '" ../x"',
    '"a\\0b"',
  ])('%s', (folder) => {
    expect(mistakesOf(`content: ${folder}`)).toEqual([
      '1:10 "content" in helpcentre.yml: expected a folder inside the repository',
    ]);
  });
});

const aPath = 'expected a path inside the content folder, such as billing/refunds.md';
const aHost = 'expected "host:" below it, with one of: none, github, url, s3';
const aShare = 'expected a share such as 30% or 0.3';

test.each<[string, string, readonly string[]]>([
  ['a list', '- a', ['1:1 helpcentre.yml: expected lines of "key: value"']],
  ['a word', 'hello', ['1:1 helpcentre.yml: expected lines of "key: value"']],
  ['an unknown key', 'contents: x', ['1:1 unknown key "contents" in helpcentre.yml → Did you mean "content"?']],
  [
    'a key in American',
    'helpCenter: x',
    ['1:1 unknown key "helpCenter" in helpcentre.yml → Did you mean "helpCentre"?'],
  ],
  ['a key in other case', 'ondrift: keep', ['1:1 unknown key "ondrift" in helpcentre.yml → Did you mean "onDrift"?']],
  ['an unknown key, nothing near', 'theme: x', ['1:1 unknown key "theme" in helpcentre.yml']],
  [
    'a nested unknown key',
    'frontMatter:\n  ignored: [a]',
    ['2:3 unknown key "ignored" in "frontMatter" of helpcentre.yml → Did you mean "ignore"?'],
  ],
  [
    'an unknown key of a host',
    'images:\n  host: s3\n  bucket: b\n  regoin: x',
    ['4:3 unknown key "regoin" in "images" of helpcentre.yml → Did you mean "region"?'],
  ],
  [
    'a key of another host',
    'images:\n  host: none\n  bucket: b',
    ['3:3 unknown key "bucket" in "images" of helpcentre.yml'],
  ],
  [
    'several mistakes',
    'region: uk\nstate: live\nfoo: 1',
    [
      '1:9 "region" in helpcentre.yml: expected one of: us, eu, au',
      '2:8 "state" in helpcentre.yml: expected one of: published, draft',
      '3:1 unknown key "foo" in helpcentre.yml',
    ],
  ],
  ['a key twice', 'content: a\nlocale: en\ncontent: b', ['3:1 "content" appears twice (first on line 1)']],
  ['an empty value', 'content:', ['1:9 "content" in helpcentre.yml: expected text']],
  ['a blank folder', 'content: " "', ['1:10 "content" in helpcentre.yml: expected a folder']],
  ['a list for text', 'content: [a]', ['1:10 "content" in helpcentre.yml: expected text']],
  [
    'a language by name',
    'locale: english',
    [`1:9 "locale" in helpcentre.yml: expected a locale of Intercom's help centres, such as en, fr or pt-BR`],
  ],
  [
    'a locale off the prototype',
    'locale: __proto__',
    [`1:9 "locale" in helpcentre.yml: expected a locale of Intercom's help centres, such as en, fr or pt-BR`],
  ],
  [
    'a blank help centre',
    'helpCentre: ""',
    ['1:13 "helpCentre" in helpcentre.yml: expected the identifier or id of a help centre'],
  ],
  ['a list as author', 'author: [a]', ['1:9 "author" in helpcentre.yml: expected the e-mail or id of a teammate']],
  ['true as author', 'author: true', ['1:9 "author" in helpcentre.yml: expected the e-mail or id of a teammate']],
  ['a share above all', 'maxRemovals: 130%', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}, at most 100%`]],
  ['a share without %', 'maxRemovals: 30', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}, at most 100%`]],
  ['a share below zero', 'maxRemovals: -1', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}, at most 100%`]],
  ['a share in words', 'maxRemovals: few', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}, at most 100%`]],
  ['not a number', 'maxRemovals: .nan', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}, at most 100%`]],
  ['no share', 'maxRemovals: null', [`1:14 "maxRemovals" in helpcentre.yml: ${aShare}`]],
  ['a host alone', 'images: github', [`1:9 "images" in helpcentre.yml: ${aHost}`]],
  ['nothing for images', 'images:', [`1:8 "images" in helpcentre.yml: ${aHost}`]],
  [
    'images without a host, but with a bucket',
    'images: {bucket: b}',
    ['1:10 unknown key "bucket" in "images" of helpcentre.yml'],
  ],
  [
    'a host nobody knows',
    'images:\n  host: ftp',
    ['2:9 "images.host" in helpcentre.yml: expected one of: none, github, url, s3'],
  ],
  [
    'a URL host without a template',
    'images:\n  host: url',
    ['2:3 "images.template" in helpcentre.yml: it is missing; expected text'],
  ],
  [
    'a template that is no URL',
    'images:\n  host: url\n  template: ftp://x',
    ['3:13 "images.template" in helpcentre.yml: expected a URL that starts with https://'],
  ],
  [
    'a template with no hole',
    'images:\n  host: url\n  template: https://x',
    [`3:13 "images.template" in helpcentre.yml: ${addressStays}`],
  ],
  [
    'a template that does not change with the bytes',
    'images:\n  host: url\n  template: https://x/main/{path}',
    [`3:13 "images.template" in helpcentre.yml: ${addressStays}`],
  ],
  [
    'a template that is the same for all images of a commit',
    'images:\n  host: url\n  template: https://x/{commit}',
    [`3:13 "images.template" in helpcentre.yml: ${addressStays}`],
  ],
  [
    'a check of pictures that nobody knows',
    'images:\n  check: never',
    ['2:10 "images.check" in helpcentre.yml: expected one of: on, strict, off'],
  ],
  [
    'a bucket without a name',
    'images:\n  host: s3\n  bucket: ""',
    ['3:11 "images.bucket" in helpcentre.yml: expected the name of a bucket'],
  ],
  [
    'an endpoint that is no URL',
    'images:\n  host: s3\n  bucket: b\n  endpoint: minio',
    ['4:13 "images.endpoint" in helpcentre.yml: expected a URL that starts with https://'],
  ],
  ['variables as text', 'variables: x', ['1:12 "variables" in helpcentre.yml: expected lines of "name: value"']],
  [
    'a variable with a space',
    'variables:\n  a b: x',
    ['2:3 "a b" in "variables" of helpcentre.yml: expected a name of up to 128 letters, digits, _, - and .'],
  ],
  [
    'a variable that is a list',
    'variables:\n  a: [1]',
    ['2:6 "variables.a" in helpcentre.yml: expected text; put it in quotes'],
  ],
  [
    'a variable that is true',
    'variables:\n  a: true',
    ['2:6 "variables.a" in helpcentre.yml: expected text; put it in quotes'],
  ],
  ['ignore as text', 'ignore: x', ['1:9 "ignore" in helpcentre.yml: expected a list of globs']],
  ['an empty glob', 'ignore:\n  - a\n  - ""', ['3:5 "ignore, item 2" in helpcentre.yml: expected a glob']],
  [
    'problems as a list',
    'problems: [dead-link]',
    ['1:11 "problems" in helpcentre.yml: expected problem codes with a severity each'],
  ],
  [
    'a severity nobody knows',
    'problems:\n  dead-link: fatal',
    ['2:14 "problems.dead-link" in helpcentre.yml: expected one of: error, warning, off'],
  ],
  [
    'a problem nobody knows',
    'problems:\n  constructor: error',
    ['2:16 "problems.constructor" in helpcentre.yml: expected the code of a problem, as "helpcentre check" prints it'],
  ],
  [
    'an error switched off',
    'problems:\n  dead-link: off',
    ['2:14 "problems.dead-link" in helpcentre.yml: an error cannot be switched off'],
  ],
  [
    'an error that stays one',
    'problems:\n  yaml-syntax: warning',
    [
      '2:16 "problems.yaml-syntax" in helpcentre.yml: this error cannot be lowered to a warning; "helpcentre schema" lists those that can',
    ],
  ],
  [
    'a glob that leads out',
    'ignore: [../x]',
    ['1:10 "ignore, item 1" in helpcentre.yml: expected a glob inside the content folder'],
  ],
  [
    'front matter as text',
    'frontMatter: x',
    ['1:14 "frontMatter" in helpcentre.yml: expected "ignore:" or "rename:" below it'],
  ],
  [
    'keys to ignore as text',
    'frontMatter:\n  ignore: x',
    ['2:11 "frontMatter.ignore" in helpcentre.yml: expected a list of keys'],
  ],
  [
    'keys to rename as a list',
    'frontMatter:\n  rename: [a]',
    ['2:11 "frontMatter.rename" in helpcentre.yml: expected lines of "their key: our key"'],
  ],
  [
    'a host with a scheme',
    'import:\n  imageHosts:\n    - https://a.example.com',
    [
      '3:7 "import.imageHosts, item 1" in helpcentre.yml: expected the name of a host such as assets.example.com, without https://',
    ],
  ],
  [
    'an import setting that is none',
    'import: yes',
    ['1:9 "import" in helpcentre.yml: expected "imageHosts:" below it'],
  ],
  ['moves as text', 'moved: x', ['1:8 "moved" in helpcentre.yml: expected lines of "old path: new path"']],
  ['a move from outside', 'moved:\n  ../a.md: b.md', [`2:3 "../a.md" in "moved" of helpcentre.yml: ${aPath}`]],
  ['a move to outside', 'moved:\n  a.md: ../b.md', [`2:9 "moved.a.md" in helpcentre.yml: ${aPath}`]],
  ['a move to a drive', 'moved:\n  a.md: C:/b.md', [`2:9 "moved.a.md" in helpcentre.yml: ${aPath}`]],
  ['a move with backslashes', 'moved:\n  a.md: b\\c.md', [`2:9 "moved.a.md" in helpcentre.yml: ${aPath}`]],
  ['a move to the root', 'moved:\n  a.md: /b.md', [`2:9 "moved.a.md" in helpcentre.yml: ${aPath}`]],
  ['__proto__ at the top', '__proto__: {content: x}', ['1:1 unknown key "__proto__" in helpcentre.yml']],
  [
    'languages that there are not, or twice, in a variable',
    'variables:\n  a: { xx: b }\n  c: { pt-BR: d, pt_br: e }\n  f: { en: [x] }',
    [
      '2:8 "xx" in "variables.a" of helpcentre.yml: expected a locale of Intercom\'s help centres, such as en, fr or pt-BR',
      '3:25 "variables.c.pt_br" in helpcentre.yml: "pt-BR" is the same locale',
      '4:12 "variables.f.en" in helpcentre.yml: expected text; put it in quotes',
    ],
  ],
  [
    'files of variables that are none',
    'variablesFrom:\n  - /etc/x.json\n  - x.txt\n  - { file: a.json, att: b }\n  - { as: 7 }\n  - [x]\n  - { file: { en: "C:/x.json" } }',
    [
      `2:5 "variablesFrom, item 1" in helpcentre.yml: ${productFile}`,
      `3:5 "variablesFrom, item 2" in helpcentre.yml: ${productFile}`,
      '4:21 unknown key "att" in "variablesFrom, item 3" of helpcentre.yml → Did you mean "at"?',
      '5:5 "variablesFrom, item 4.file" in helpcentre.yml: it is missing; expected a path such as i18n/{locale}.json',
      '5:11 "variablesFrom, item 4.as" in helpcentre.yml: expected a name of letters, digits, _, . and -',
      '6:5 "variablesFrom, item 5" in helpcentre.yml: expected a path such as i18n/{locale}.json, or "file:" with one',
      `7:19 "variablesFrom, item 6.file.en" in helpcentre.yml: ${productFile}`,
    ],
  ],
  [
    '__proto__ as a variable',
    'variables:\n  __proto__: x',
    ['2:3 unknown key "__proto__" in "variables" of helpcentre.yml'],
  ],
  ['__proto__ as a move', 'moved:\n  __proto__: a', ['2:3 unknown key "__proto__" in "moved" of helpcentre.yml']],
  [
    '__proto__ as a renamed key',
    'frontMatter:\n  rename:\n    __proto__: a',
    ['3:5 unknown key "__proto__" in "frontMatter.rename" of helpcentre.yml'],
  ],
  ['constructor at the top', 'constructor: x', ['1:1 unknown key "constructor" in helpcentre.yml']],
  ['a merge key', '<<: {content: x}', ['1:1 unknown key "<<" in helpcentre.yml']],
  ['CRLF line ends', 'content: docs\r\n\r\nfoo: 1\r\n', ['3:1 unknown key "foo" in helpcentre.yml']],
  ['a byte order mark', '\ufefffoo: 1\n', ['1:1 unknown key "foo" in helpcentre.yml']],
  ['a list that holds itself', 'ignore: &a [*a]', ['1:13 "ignore, item 1" in helpcentre.yml: expected text']],
])('%s is named with its place', (_, text, problems) => {
  expect(mistakesOf(text)).toEqual(problems);
});

test('no message speaks the language of the schema library', () => {
  const keys = Object.keys(defaults);
  const odd = [
    'null',
    '[]',
    '{}',
    'true',
    '""',
    '-1',
    '{a: {b: c}}',
    '[[x]]',
    '{host: 1}',
    '{ignore: 1}',
    '{rename: {a: []}}',
  ];
  for (const key of keys)
    for (const value of odd)
      for (const message of mistakesOf(`${key}: ${value}`))
        expect(message).not.toMatch(/Invalid|Too (big|small)|received|Unrecognized|undefined|object Object/);
});

const settings = fc.record<Partial<Settings>>(
  {
    content: fc.constantFrom('docs', 'a/b', '.'),
    locale: fc.constantFrom('en', 'pt-BR', 'id'),
    region: fc.constantFrom('us', 'eu', 'au'),
    helpCentre: fc.option(fc.constantFrom('12', 'acme')),
    maxRemovals: fc.constantFrom(0, 0.25, 1),
    images: fc.constantFrom<Settings['images']>(
      { host: 'none' },
      { host: 'url', template: 'https://x.example/{path}?{sha}' },
      { host: 's3', bucket: 'b', region: 'r', endpoint: null, prefix: 'p/' },
    ),
    variables: fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), fc.string()),
    moved: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}\.md$/), fc.stringMatching(/^[a-z]{1,5}\.md$/)),
  },
  { requiredKeys: [] },
);

test('settings survive JSON, and are settings again', () => {
  fc.assert(
    fc.property(settings, (given) => {
      const read = settingsOf(stringify(given));
      expect(read).toEqual({ ...defaults, ...given, variables: { ...given.variables }, moved: { ...given.moved } });
      expect(JSON.parse(JSON.stringify(read))).toEqual(read);
      expect(settingsOf(JSON.stringify(read))).toEqual(read);
    }),
  );
});

test('terms that contradict each other, and words below what is no language, are mistakes', () => {
  const said = (terms: string) => {
    const read = parseConfiguration(`terms: ${terms}\n`, 'helpcentre.yml', '/');
    return read.ok ? [] : read.problems.map(({ message }) => message);
  };
  expect(said('{ log in: [sign in], GitHub: [Github], de: { anmelden: [einloggen], log in: [a] } }')).toEqual([]);
  expect(said('{ log in: [sign in], sign in: [sign on] }')).toEqual([
    expect.stringContaining('"sign in" is here a word'),
  ]);
  expect(said('{ de: { a: [b], b: [a] } }')).toHaveLength(2);
  expect(said('{ klingon: { a: [b] } }')).toEqual([expect.stringContaining('the locale of a language')]);
});

describe('on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'settings-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('the file is looked for in the working folder', async () => {
    await writeFile(path.join(folder, 'helpcentre.yml'), 'content: docs\n');
    expect(await readConfiguration(folder)).toEqual({ ok: true, folder, settings: { ...defaults, content: 'docs' } });
  });

  test('paths start from the folder of the file that is named', async () => {
    await mkdir(path.join(folder, 'deep'));
    await writeFile(path.join(folder, 'deep/other.yml'), '');
    expect(await readConfiguration(folder, 'deep/other.yml')).toMatchObject({ folder: path.join(folder, 'deep') });
  });

  test('a file that is not there is said to be missing', async () => {
    expect(await readConfiguration(folder)).toMatchObject({
      ok: false,
      problems: [{ code: 'no-configuration', message: `helpcentre.yml was not found in ${folder}` }],
    });
  });

  test('a folder in its place cannot be read', async () => {
    await mkdir(path.join(folder, 'helpcentre.yml'));
    expect(await readConfiguration(folder)).toMatchObject({ ok: false, problems: [{ code: 'unreadable' }] });
  });

  test('bytes that are no UTF-8 are named with their place', async () => {
    await writeFile(path.join(folder, 'helpcentre.yml'), Buffer.from('locale: en\nauthor: Ren\xe9\n', 'latin1'));
    expect(await readConfiguration(folder)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-utf8', place: { file: 'helpcentre.yml', line: 2, column: 12 } }],
    });
  });
});
