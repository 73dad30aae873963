import { describe, expect, test } from 'vitest';
import { compile, compileSources } from '../../src/compile/compile.ts';
import { placeholderIn } from '../../src/compile/placeholder.ts';
import { valuesIn } from '../../src/compile/values.ts';
import type { Locale } from '../../src/model/article.ts';
import { problem } from '../../src/model/problem.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { VariableTexts } from '../../src/model/variables.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

type Given = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

const entry = (given: Given, more: Partial<VariableTexts> = {}): VariableTexts => ({
  at: '',
  as: null,
  names: {},
  everyLocale: false,
  ...more,
  locales: new Map(
    Object.entries(given).map(([locale, texts]) => {
      const own = new Map(Object.entries(texts).map(([key, text]) => [key, { text }] as const));
      return [locale, { file: `i18n/${locale}.json`, lack: null, isUnreadable: false, texts: own }] as const;
    }),
  ),
});

const file = { file: 'x.json', at: '', as: null, names: {}, everyLocale: false };
const settings = (variables: Settings['variables'] = {}) =>
  settingsOf({ state: 'published', variables, variablesFrom: [file] });

/** What a name comes to: its value, and what is said of it. */
function found(name: string, locale: Locale, entries: readonly VariableTexts[], variables: Settings['variables'] = {}) {
  const { value, finding } = valuesIn(locale, { variables: entries }, settings(variables)).find(name);
  return [value, finding === null ? null : problem(finding.code, finding.args as never).message];
}

const ui = entry(
  { en: { save: 'Save', 'menu.open': 'Open', only: 'Only' }, fr: { save: 'Enregistrer' } },
  { as: 'ui' },
);
const bare = entry({ en: { a: 'A' }, fr: {} }, { names: { go: 'Go on' } });

describe('a variable', () => {
  test.each<[string, string, Locale, ReturnType<typeof found>]>([
    ['has the value of its language', 'ui.save', 'fr', ['Enregistrer', null]],
    [
      'has the default one where that has none, which is said',
      'ui.only',
      'fr',
      ['Only', 'variable "ui.only" has no value in fr: i18n/fr.json has no text for "only"'],
    ],
    [
      'that is in no file is missing in that of its language',
      'ui.gone',
      'fr',
      [null, 'variable "ui.gone" has no value: i18n/fr.json has no text for "gone"'],
    ],
    ['of the configuration has one for all languages', 'product', 'fr', ['Acme', null]],
    ['of the configuration may have one for each', 'both', 'fr', ['deux', null]],
    [
      'of the configuration that lacks the language has the default one',
      'both',
      'de',
      ['two', 'variable "both" has no value in de: "variables.both" of helpcentre.yml has none'],
    ],
    [
      'of the configuration may have none in the default one',
      'french',
      'en',
      [null, 'variable "french" has no value: "variables.french" of helpcentre.yml has none in en'],
    ],
    ['of nobody is none', 'gone', 'en', [null, 'variable "gone" has no value']],
    ['with a dot that no entry can have is a text', 'user.name', 'en', [null, null]],
    ['with a name of every object is one like any', 'constructor', 'en', [null, 'variable "constructor" has no value']],
    [
      'that every object has is in no entry either',
      'ui.toString',
      'en',
      [null, 'variable "ui.toString" has no value: i18n/en.json has no text for "toString"'],
    ],
  ])('%s', (_, name, locale, expected) => {
    const variables = { product: 'Acme', both: { en: 'two', fr: 'deux' }, french: { fr: 'x' } };
    expect(found(name, locale, [ui], variables)).toEqual(expected);
  });

  test('is of the first that has it in any language: what another says of that key is never shown', () => {
    const other = entry({ en: { only: 'Other' }, fr: { only: 'Autre' } }, { as: 'ui' });
    expect(found('ui.only', 'fr', [ui, other])[0]).toBe('Only');
    expect(found('ui.save', 'fr', [ui], { save: 'x' })[0]).toBe('Enregistrer');
  });

  test('with a dot is missed where an entry may have any name', () => {
    expect(found('user.name', 'en', [bare])[1]).toBe(
      'variable "user.name" has no value: i18n/en.json has no text for "user.name"',
    );
    expect(found('go', 'en', [bare])[1]).toBe('variable "go" has no value: i18n/en.json has no text for "Go on"');
    expect(found('x', 'en', [bare, bare])[1]).toBe(
      'variable "x" has no value: none of i18n/en.json, i18n/en.json has it',
    );
  });

  test('that was moved or misspelt is found again', () => {
    const nearest = (name: string, more: readonly VariableTexts[] = []) => {
      const { finding } = valuesIn('en', { variables: [ui, ...more] }, settings()).find(name);
      return finding?.code === 'unknown-variable' ? finding.args.nearest : undefined;
    };
    expect(nearest('ui.open')).toBe('ui.menu.open');
    expect(nearest('ui.sav')).toBe('ui.save');
    const many = entry(
      { en: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}.x`, 'x'])) },
      { as: 'm' },
    );
    expect(nearest('ui.sav', [many])).toBe('ui.save');
    expect(nearest('m.k19999.y', [many])).not.toBe(undefined);
  });
});

const article = (text: string, entries: readonly VariableTexts[], change: Partial<Settings> = {}) => {
  const repository: Repository = { ...repositoryOf({ 'a.md': text }), variables: entries };
  const { desired, problems } = compile(repository, { ...settings(), ...change });
  return {
    ...desired.articles[0]?.locales.en,
    codes: problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`),
  };
};

describe('a value in an article', () => {
  const odd = entry({ en: { save: '# *Save* [x](y) <b onclick="a()">&amp;</b> {{ui.save}}\n---' } }, { as: 'ui' });
  const asText = '# *Save* [x](y) &lt;b onclick=&quot;a()&quot;&gt;&amp;amp;&lt;/b&gt; {{ui.save}}';

  test('is text, and neither markup, front matter nor another variable', () => {
    const { title, body } = article('---\ntitle: "{{ui.save}}"\n---\n\n{{ui.save}} <sup>{{ui.save}}</sup>\n', [odd]);
    expect(title).toContain('# *Save* [x](y) <b onclick="a()">&amp;</b> {{ui.save}}');
    expect(body?.split(asText.replaceAll('&quot;', '"').slice(0, 40)).length).toBe(3);
    expect(body).not.toMatch(/<b|<a|<h1|<em/);
  });

  test('in the attribute of a tag ends neither that nor the tag', () => {
    const quotes = entry({ en: { q: `"' onload='a()' x="><b>` } });
    const { body } = article(
      '# A\n\n<a href="https://a.example/?{{q}}">x</a> <a href=\'https://a.example/?{{q}}\'>y</a>\n',
      [quotes],
    );
    expect(body).not.toContain('<b>');
    expect(body?.match(/<a /g)).toHaveLength(2);
    expect(body).not.toMatch(/" onload/);
  });

  test('that is missing is found at its place, in a title, a text and an address', () => {
    expect(
      article('---\ntitle: "{{ui.x}}"\n---\n\nSay {{ui.y}}, `{{ui.z}}`.\n\n[a](https://{{ui.z}}/)\n', [ui]).codes,
    ).toEqual(['2:1 unknown-variable', '5:5 unknown-variable', '7:13 unknown-variable']);
  });

  test('of another language keeps an article back, or is shown and said', () => {
    const files = { 'a.md': '# A\n\n{{ui.only}}\n', 'a.fr.md': '# A\n\n{{ui.only}}\n' };
    const repository = { ...repositoryOf(files), variables: [ui] };
    expect(compile(repository, settings()).desired.articles).toEqual([]);
    const { desired, problems } = compile(repository, {
      ...settings(),
      problems: { 'variable-untranslated': 'warning' },
    });
    expect(desired.articles[0]?.locales.fr?.body).toContain('Only');
    expect(problems).toMatchObject([
      { code: 'variable-untranslated', severity: 'warning', place: { file: 'content/a.fr.md', line: 3 } },
    ]);
  });

  test('comes into a snippet in the language of the article', () => {
    const files = {
      'a.md': '# A\n\n:::include{file=_s.md}\n',
      'a.fr.md': '# A\n\n:::include{file=_s.md}\n',
      '_s.md': 'Click {{ui.save}} {{ui.x}}.\n',
    };
    const { attempted, problems } = compile({ ...repositoryOf(files), variables: [ui] }, settings());
    expect(attempted.articles[0]?.locales.fr?.body).toContain('Click Enregistrer');
    expect(problems.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`)).toEqual([
      'content/_s.md:1:19 unknown-variable',
      'content/_s.md:1:19 unknown-variable',
    ]);
  });

  test('of another tool is a variable where it has, or had, a value', () => {
    const { body, codes } = article('# A\n\n{{ ui.save }} {{ ui.gone }} {{ page.title }}\n', [ui], {
      flavour: 'jekyll',
    });
    expect(codes).toEqual(['3:15 unknown-variable', '3:29 expression-lost']);
    expect(body).toBe(undefined);
    expect(article('# A\n\n{{ ui.save }}\n', [ui], { flavour: 'vitepress' }).body).toContain('Save');
  });
});

test('a source is compiled again when a variable that it names has changed, and for no other', () => {
  const files = { 'a.md': '# A\n\n{{ui.save}}\n', 'b.md': '# B\n\nText.\n', 'c.md': '---\ntitle: "{{ui.x}}"\n---\n' };
  const given = settings();
  const units = (texts: Readonly<Record<string, string>>, before?: ReturnType<typeof compileSources>) =>
    compileSources({ ...repositoryOf(files), variables: [entry({ en: texts }, { as: 'ui' })] }, given, before);
  const before = units({ save: 'Save', other: 'x' });
  const same = (after: ReturnType<typeof units>) =>
    [...after].filter(([path, { body }]) => body === before.get(path)?.body).map(([path]) => path);
  expect(same(units({ save: 'Save', other: 'y' }, before))).toEqual(['a.md', 'b.md', 'c.md']);
  expect(same(units({ save: 'Keep', other: 'x' }, before))).toEqual(['b.md', 'c.md']);
  expect(same(units({ save: 'Save', other: 'x', x: 'X' }, before))).toEqual(['a.md', 'b.md']);
  expect(compileSources(repositoryOf(files), settingsOf({ state: 'published' }), before).get('b.md')?.body).not.toBe(
    before.get('b.md')?.body,
  );
});

test.each([
  ['Hello %@', '%@'],
  ['%1$s of %2$d', '%1$s'],
  ['Hi {name}', '{name}'],
  ['Hi {{ name }}', '{{ name }}'],
  ['{count, plural, one {#}}', '{count, plural, one {'],
  ['%(name)s left', '%(name)s'],
  ['$t(common.save) now', '$t(common.save)'],
  ['See @:common.save', '@:common.save'],
  ['<1>Save</1>', '</1>'],
  ['100 % sure, 50%', null],
  ['50%off {} a@b.example: {', null],
  ['Press <Enter> @ 10:30', null],
])('the placeholder in "%s" is %s', (text, placeholder) => {
  expect(placeholderIn(text)).toBe(placeholder);
});
