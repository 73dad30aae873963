import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const current = 'docusaurus-plugin-content-docs/current';

/** Articles with their titles in all languages, and what is wrong. */
async function compiled(configuration: string, files: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const parsed = parseConfiguration(configuration, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { repository, problems } = await readRepository(dir, parsed.settings);
  const result = compile(repository, parsed.settings);
  return {
    dir,
    articles: result.desired.articles.map(({ key, locales }) => ({
      key,
      titles: Object.fromEntries(Object.entries(locales).map(([locale, { title }]) => [locale, title])),
    })),
    links: result.desired.articles.flatMap(({ locales }) =>
      Object.entries(locales).flatMap(([locale, { body }]) =>
        [...body.matchAll(/href="([^"]*)"/g)].map(([, to]) => `${locale}: ${to}`),
      ),
    ),
    problems: [...problems, ...result.problems].map(({ code, place }) => `${code} ${place?.file}`),
  };
}

describe('translations that Docusaurus keeps beside its pages', () => {
  const configuration = 'flavour: docusaurus\ncontent: site/docs\nlocales: i18n\nbase: /docs/\nstate: published\n';

  test('are languages of the pages with the same path', async () => {
    const { articles, problems } = await compiled(configuration, {
      'site/docs/guides/a.md': '# A\n',
      'site/docs/b.md': '# B\n',
      [`site/i18n/fr/${current}/guides/a.md`]: '# A en français\n',
      [`site/i18n/zh-CN/${current}/b.md`]: '# B 中文\n',
      'site/i18n/fr/docusaurus-plugin-content-docs/version-1.0/b.md': '# Old\n',
      'site/i18n/fr/docusaurus-plugin-content-blog/b.md': '# Blog\n',
      [`site/i18n/xx/${current}/b.md`]: '# No language\n',
    });
    expect(articles).toEqual([
      { key: 'b.md', titles: { en: 'B', 'zh-CN': 'B 中文' } },
      { key: 'guides/a.md', titles: { en: 'A', fr: 'A en français' } },
    ]);
    expect(problems).toEqual([]);
  });

  test('are those with the same ending, where an older one is beside it', async () => {
    const { articles, problems } = await compiled(configuration, {
      'site/docs/a.mdx': '# A\n',
      [`site/i18n/fr/${current}/a.md`]: '# Old\n',
      [`site/i18n/fr/${current}/a.mdx`]: '# A fr\n',
    });
    expect(articles).toEqual([{ key: 'a.mdx', titles: { en: 'A', fr: 'A fr' } }]);
    expect(problems).toEqual([`lonely-locale site/i18n/fr/${current}/a.md`]);
  });

  test('lead to what is translated, else to the page in the first language', async () => {
    const { links, problems } = await compiled(configuration, {
      'site/docs/guides/a.md': '# A\n',
      'site/docs/guides/b.md': '# B\n',
      'site/docs/c.md': '# C\n',
      [`site/i18n/fr/${current}/guides/a.md`]: '# A fr\n\n[b](./b.md) [c](../c.md) [d](/docs/c)\n',
      [`site/i18n/fr/${current}/guides/b.md`]: '# B fr\n',
    });
    expect(problems).toEqual([]);
    expect(links).toHaveLength(3);
  });

  test('are named by their own files in problems, and mended there', async () => {
    const { dir } = await makeRepository({
      'helpcentre.yml': configuration,
      'site/docs/a.md': '# A\n\nText.\n',
      [`site/i18n/fr/${current}/a.md`]: '# A fr\n\n[x](./nowhere.md)\n\nText.',
    });
    const file = `site/i18n/fr/${current}/a.md`;
    const { stdout } = await runIn(dir, ['check', '--all']);
    expect(stdout).toContain(`${file}:3:`);
    expect(stdout).not.toContain('..');
    const fixed = await runIn(dir, ['check', '--fix', file]);
    expect(fixed.stdout + fixed.stderr).toContain(file);
  });

  test('are published, and found equal afterwards', async () => {
    const { dir } = await makeRepository({
      'helpcentre.yml': configuration,
      'site/docs/a.md': '# A\n\nText.\n',
      [`site/i18n/fr/${current}/a.md`]: '# A fr\n\nTexte.\n',
    });
    const { code, stdout } = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('1 created') });
    expect((await runIn(dir, ['plan', '--sandbox'])).stdout).toContain('No changes');
    expect((await runIn(dir, ['check', `site/i18n/fr/${current}/a.md`])).stdout).toContain('no problems');
  });
});

describe('languages under the names that others give them', () => {
  test.each([
    ['suffix', { 'content/a.zh-hans.md': '# 甲\n', 'content/a.jp.md': '# 乙\n', 'content/a.xx.md': '# X\n' }],
    ['folder', { 'content/zh_CN/a.md': '# 甲\n', 'content/ja_JP/a.md': '# 乙\n', 'content/en_XX/a.md': '# X\n' }],
    ['folder', { 'content/zh/a.md': '# 甲\n', 'content/jp/a.md': '# 乙\n', 'content/xx/a.md': '# X\n' }],
  ])('are read as Intercom has them, by %s', async (locales, files) => {
    const { articles } = await compiled(`flavour: mintlify\nlocales: ${locales}\nstate: published\n`, {
      'content/a.md': '# A\n',
      ...files,
    });
    expect(articles.find(({ key }) => key === 'a.md')?.titles).toEqual({ en: 'A', 'zh-CN': '甲', ja: '乙' });
    expect(articles).toHaveLength(2);
  });
});

describe('translations whose paths are translated too', () => {
  test('are paired by translationOf, from the file or from the content folder on', async () => {
    const { articles, problems } = await compiled('flavour: starlight\nlocales: folder\nstate: published\n', {
      'content/guides/start.md': '---\ntitle: Start\n---\n',
      'content/fr/guides/demarrer.md': '---\ntitle: Démarrer\ntranslationOf: guides/start\n---\n',
      'content/de/guides/anfang.md': '---\ntitle: Anfang\ntranslationOf: "../../guides/start.md"\n---\n',
      'content/es/guides/otro.md': '---\ntitle: Otro\ntranslationOf: guides/other\n---\n',
    });
    expect(articles).toEqual([{ key: 'guides/start.md', titles: { en: 'Start', fr: 'Démarrer', de: 'Anfang' } }]);
    expect(problems).toEqual(['lonely-locale content/es/guides/otro.md']);
  });

  test('are paired by the key that all languages have, in YAML and TOML', async () => {
    const { articles, problems } = await compiled('flavour: hugo\nlocales: folder\nstate: published\n', {
      'content/start.md': '+++\ntitle = "Start"\ntranslationKey = "begin"\n+++\n\nText.\n',
      'content/fr/demarrer.md': '---\ntitle: Démarrer\ntranslationKey: begin\n---\n\nTexte.\n',
      'content/fr/encore.md': '---\ntitle: Encore\ntranslationKey: begin\n---\n\nTexte.\n',
    });
    expect(articles).toEqual([{ key: 'start.md', titles: { en: 'Start', fr: 'Démarrer' } }]);
    expect(problems).toEqual(['path-twice content/fr/encore.md']);
  });
});
