import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../src/config/settings.ts';
import { readRepository } from '../../../src/read/repository.ts';
import { makeRepository } from '../../kit/repository.ts';
import { isWindows } from '../../kit/system.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const sources: Files = { 'content/a.md': '# A\n', 'content/a.fr.md': '# A\n', 'content/a.pt-BR.md': '# A\n' };

/** What each entry says in each language, and what is wrong. */
async function read(files: Files, from: string, change: (dir: string) => Promise<unknown> = async () => undefined) {
  const { dir } = await makeRepository({ ...sources, ...files });
  await mkdir(path.join(dir, '.git'));
  await change(dir);
  return readIn(dir, from);
}

async function readIn(folder: string, from: string, shown = '') {
  const parsed = parseConfiguration(`variablesFrom:\n${from}\n`, 'helpcentre.yml', folder);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const { settings, variablePlaces } = parsed;
  const { repository, problems } = await readRepository(folder, settings, shown, undefined, undefined, variablePlaces);
  return {
    texts: (repository.variables ?? []).map(({ locales }) =>
      Object.fromEntries(
        [...locales].map(([locale, { texts, lack }]) => [
          locale,
          lack ?? [...texts].map(([key, one]) => `${key}=${'text' in one ? one.text : '-'}`).join(' '),
        ]),
      ),
    ),
    problems: problems.map(({ place, message }) => `${place?.file}:${place?.line}:${place?.column} ${message}`),
  };
}

const said = (reason: string, file = '../secret.json', at = 'helpcentre.yml:2:5') =>
  `${at} no variables can be read from ${file}: ${reason}`;

test.each<[string, Files, string, readonly object[]]>([
  [
    'are found by their languages, however these are spelled',
    {
      'i18n/en-US.json': '{"a":"en-US"}',
      'i18n/en.json': '{"a":"en"}',
      'i18n/pt_BR.json': '{"a":"pt"}',
      'i18n/xx.json': '{',
    },
    '  - i18n/{locale}.json',
    [{ en: 'a=en', fr: 'i18n/fr.json does not exist', 'pt-BR': 'a=pt' }],
  ],
  [
    'may have the language in a folder, or more than once',
    {
      'app/en/en.json': '{"a":"1"}',
      'app/fr/fr.json': '{"a":"2"}',
      'app/pt-rBR/pt-rBR.json': '{"a":"3"}',
      'app/fr/en.json': '{',
    },
    '  - app/{locale}/{locale}.json',
    [{ en: 'a=1', fr: 'a=2', 'pt-BR': 'a=3' }],
  ],
  [
    'may have all languages in one',
    { 'all.yml': 'en: { a: { b: x } }\nfr_FR: { a: { b: y } }\n' },
    '  - { file: all.yml, at: "{locale}.a" }',
    [{ en: 'b=x', fr: 'b=y', 'pt-BR': '' }],
  ],
  [
    'may be named one by one',
    { 'values/strings.xml': '<resources><string name="a">x</string></resources>', 'fr.json': '{"a":"y"}' },
    '  - { file: { en: values/strings.xml, fr_FR: fr.json } }',
    [{ en: 'a=x', fr: 'a=y', 'pt-BR': 'values/strings.xml is for en alone' }],
  ],
  [
    'hold for the default language where they name none',
    { 'one.json': '{"a":"x"}', 'every.json': '{"v":"2"}' },
    '  - one.json\n  - { file: every.json, everyLocale: true }',
    [
      { en: 'a=x', fr: 'one.json is for en alone', 'pt-BR': 'one.json is for en alone' },
      { en: 'v=2', fr: 'v=2', 'pt-BR': 'v=2' },
    ],
  ],
  [
    'of gettext say in the default language what was translated',
    { 'po/de.po': 'msgid "Save"\nmsgstr "Sichern"\n' },
    '  - po/{locale}.po',
    [{ en: 'Save=Save', fr: 'po/fr.po does not exist', 'pt-BR': 'po/pt-BR.po does not exist' }],
  ],
  [
    'of Apple may be UTF-16',
    { 'en.lproj/L.strings': Buffer.from('\ufeff"a" = "é";', 'utf16le'), 'fr.lproj/L.strings': '"a" = "è";' },
    '  - "{locale}.lproj/L.strings"',
    [{ en: 'a=é', fr: 'a=è', 'pt-BR': 'pt-BR.lproj/L.strings does not exist' }],
  ],
])('files %s', async (_, files, from, texts) => {
  expect(await read(files, from)).toEqual({ texts, problems: [] });
});

test('files of a product beside the help centre are read, and no others', async () => {
  const { dir } = await makeRepository({
    ...Object.fromEntries(Object.entries(sources).map(([file, text]) => [`help/${file}`, text])),
    'app/en.json': '{"a":"x"}',
    '.env/en.json': '{"a":"secret"}',
  });
  await mkdir(path.join(dir, '.git'));
  const help = path.join(dir, 'help');
  expect(await readIn(help, '  - ../app/{locale}.json', 'help')).toMatchObject({
    texts: [{ en: 'a=x' }],
    problems: [],
  });
  await writeFile(path.join(dir, '../secret.json'), '{"a":"secret"}');
  expect((await readIn(help, '  - ../../secret.json', 'help')).problems).toEqual([
    said('it is outside of the repository'),
  ]);
  const hidden = 'it is in a hidden folder, or in one that is never read';
  expect((await readIn(help, '  - ../.env/{locale}.json', 'help')).problems).toEqual([said(hidden, '.env/en.json')]);
});

test.skipIf(isWindows)('a link out of the repository, or to something hidden, is not read', async () => {
  const found = await read({ '.git2/en.json': '{"a":"secret"}' }, '  - out.json\n  - hidden.json', async (dir) => {
    await writeFile(path.join(dir, '../secret.json'), '{"a":"secret"}');
    await symlink('../secret.json', path.join(dir, 'out.json'));
    await symlink('.git2/en.json', path.join(dir, 'hidden.json'));
  });
  expect(found.problems).toEqual([
    said('it is a link that leads out of the repository', 'out.json'),
    said('it is in a hidden folder, or in one that is never read', 'hidden.json', 'helpcentre.yml:3:5'),
  ]);
  expect(JSON.stringify(found.texts)).not.toContain('secret');
});

test('what cannot be read is said once, where it is', async () => {
  const files = { 'i18n/en.json': '{\n"a" "b"}', 'i18n/fr.json': Buffer.from([0x7b, 0xff]), 'large.yml': '' };
  const from = [
    'i18n/{locale}.json',
    '{ file: "i18n/{locale}.json", as: x }',
    'large.yml',
    'content.json',
    'gone/{locale}.json',
  ]
    .map((one) => `  - ${one}`)
    .join('\n');
  const found = await read(files, from, async (dir) => {
    await truncate(path.join(dir, 'large.yml'), 2_000_001);
    await mkdir(path.join(dir, 'content.json'));
  });
  expect(found.problems).toEqual([
    said('it is not valid JSON', 'i18n/en.json', 'i18n/en.json:2:5'),
    said('it is not valid UTF-8', 'i18n/fr.json', 'i18n/fr.json:1:2'),
    said('it is larger than 2 MB', 'large.yml', 'helpcentre.yml:4:5'),
    said('it is not a file', 'content.json', 'helpcentre.yml:5:5'),
    said('there is no such file', 'gone/en.json', 'helpcentre.yml:6:5'),
  ]);
});
