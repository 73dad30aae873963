import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/use-cases/adopt/detect.ts';
import { tryOut } from '../../src/use-cases/adopt/try-out.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

/** A repository without a configuration of ours. */
async function repositoryOf(files: Readonly<Record<string, string>>) {
  const repository = await makeRepository(files);
  await repository.remove('helpcentre.yml');
  return repository;
}

describe('the tool that a repository is written for', () => {
  const none = { roots: [], siteUrl: null, base: '/', locales: 'suffix', locale: null, ignored: [] };

  test.each([
    [
      'Docusaurus',
      {
        'site/docusaurus.config.ts': "export default { url: 'https://d.example.com', baseUrl: '/kb/', x: run() };",
        'site/docs/a.md': '# A\n',
        'site/static/a.png': '',
      },
      {
        ...none,
        flavour: 'docusaurus',
        file: 'site/docusaurus.config.ts',
        content: 'site/docs',
        roots: ['site/static'],
        siteUrl: 'https://d.example.com',
        base: '/kb/docs/',
      },
    ],
    [
      'Docusaurus, with translations, older versions and pictures in its program',
      {
        'docusaurus.config.js': "module.exports = { i18n: { defaultLocale: 'de', locales: ['de', 'fr'] } };",
        'docs/a.md': '# A\n',
        'i18n/fr/docusaurus-plugin-content-docs/current/a.md': '# A\n',
        'versioned_docs/version-1.0/a.md': '# A\n',
        'src/img/a.png': '',
        'src/theme/b.png': '',
        'src/pages/index.md': '# P\n',
      },
      {
        ...none,
        flavour: 'docusaurus',
        file: 'docusaurus.config.js',
        content: 'docs',
        roots: ['src/img'],
        base: '/docs/',
        locales: 'i18n',
        locale: 'de',
        left: ['versioned_docs'],
      },
    ],
    [
      'MkDocs',
      {
        'mkdocs.yml':
          'site_url: https://m.example.com/en/\ndocs_dir: text\ntheme: { custom_dir: over }\nx: !!python/name:os.system\n',
        'text/a.md': '# A\n',
        'over/a.png': '',
        'includes/x/b.md': 'B\n',
        'tests/c.md': 'C\n',
      },
      {
        ...none,
        flavour: 'mkdocs',
        file: 'mkdocs.yml',
        content: 'text',
        roots: ['over', 'includes'],
        siteUrl: 'https://m.example.com',
        base: '/en/',
      },
    ],
    [
      'Mintlify, and not the docs.json of somebody else',
      { 'docs.json': '{ "x": 1 }', 'help/docs.json': '{ "navigation": {} }', 'help/a.mdx': 'A\n' },
      { ...none, flavour: 'mintlify', file: 'help/docs.json', content: 'help' },
    ],
    [
      'Starlight, with a folder a language beside the first',
      {
        'astro.config.mjs':
          "import starlight from '@astrojs/starlight';\nexport default { site: 'https://s.example.com' };",
        'src/content/docs/a.mdx': 'A\n',
        'src/content/docs/de/a.mdx': 'A\n',
        'src/content/docs/pt-br/a.mdx': 'A\n',
        'src/content/docs/fa/a.mdx': 'A\n',
        'src/content/docs/index.mdx': 'A\n',
        'src/content/docs/cli/index.mdx': 'A\n',
        'public/x.svg': '',
      },
      {
        ...none,
        flavour: 'starlight',
        file: 'astro.config.mjs',
        content: 'src/content/docs',
        roots: ['public'],
        siteUrl: 'https://s.example.com',
        locales: 'folder',
        ignored: ['fa'],
      },
    ],
    [
      'VitePress',
      { 'docs/.vitepress/config.mts': "export default { base: '/x/' }", 'docs/a.md': '# A\n' },
      { ...none, flavour: 'vitepress', file: 'docs/.vitepress/config.mts', content: 'docs', base: '/x/' },
    ],
    [
      'GitBook, of whose spaces the largest',
      { 'a/SUMMARY.md': '', 'b/SUMMARY.md': '', 'b/x.md': '# X\n', 'b/.gitbook/assets/p.png': '' },
      { ...none, flavour: 'gitbook', file: 'b/SUMMARY.md', content: 'b', roots: ['b/.gitbook/assets'] },
    ],
    [
      'GitBook, with a space for each language',
      {
        'en/SUMMARY.md': '* [X](x.md)\n',
        'en/x.md': '# X\n',
        'fr/SUMMARY.md': '* [X](x.md)\n',
        'fr/x.md': '# X\n',
        'fr/y.md': '# Y\n',
      },
      { ...none, flavour: 'gitbook', file: 'en/SUMMARY.md', content: '.', locales: 'folder', locale: 'en' },
    ],
    [
      'two of a kind side by side, of which the one with more texts',
      {
        'a/mkdocs.yml': '',
        'a/docs/x.md': '# X\n',
        'b/mkdocs.yml': '',
        'b/docs/x.md': '# X\n',
        'b/docs/y.md': '# Y\n',
      },
      { ...none, flavour: 'mkdocs', file: 'b/mkdocs.yml', content: 'b/docs' },
    ],
    [
      'Hugo, with all texts in the folder of one language',
      { 'hugo.toml': 'baseURL = "https://h.example.com/"\n', 'content/en/a.md': '# A\n', 'static/x.png': '' },
      {
        ...none,
        flavour: 'hugo',
        file: 'hugo.toml',
        content: 'content/en',
        roots: ['static'],
        siteUrl: 'https://h.example.com',
        locale: 'en',
      },
    ],
    [
      'Hugo, with one folder mounted in the place of content',
      {
        'hugo.toml':
          'baseURL = "https://h.example.com/"\n[[module.mounts]]\n  source = "content/en"\n  target = "content"\n',
        'content/LICENSE.md': '# Licence\n',
        'content/en/a.md': '# A\n',
      },
      {
        ...none,
        flavour: 'hugo',
        file: 'hugo.toml',
        content: 'content/en',
        siteUrl: 'https://h.example.com',
      },
    ],
    [
      'Jekyll',
      { '_config.yml': 'url: https://j.example.com\nbaseurl: /x\n', 'docs/a.md': '', 'docs/b.md': '', 'docs/c.md': '' },
      {
        ...none,
        flavour: 'jekyll',
        file: '_config.yml',
        content: 'docs',
        roots: ['.'],
        siteUrl: 'https://j.example.com',
        base: '/x/docs/',
      },
    ],
    [
      'Jekyll, with most pages in a collection that is written',
      {
        '_config.yml': 'exclude: [docs]\ncollections: { articles: { output: true }, notes: { output: false } }\n',
        '_articles/a.md': '',
        '_articles/de/a.md': '',
        '_articles/sw/a.md': '',
        '_notes/a.md': '',
        'docs/a.md': '',
        'docs/b.md': '',
        'README.md': '',
      },
      {
        ...none,
        flavour: 'jekyll',
        file: '_config.yml',
        content: '_articles',
        roots: ['.'],
        locales: 'folder',
        ignored: ['sw'],
      },
    ],
    [
      'Jekyll, with pages here and there',
      {
        '_config.yml': 'exclude: [docs, README.md]\n',
        'a.md': '',
        'b/a.md': '',
        '_includes/a.md': '',
        '_tips/a.md': '',
        'docs/a.md': '',
      },
      { ...none, flavour: 'jekyll', file: '_config.yml', content: '.', ignored: ['_tips', 'docs'] },
    ],
    [
      'Hugo, with languages in suffixes, of which no help centre has one',
      {
        'hugo.yaml': 'baseURL: https://h.example.com/\ndefaultContentLanguage: ja\n',
        'content/a.md': '',
        'content/b.md': '',
        'content/a.en.md': '',
        'content/a.fa.md': '',
        'content/b.fa.md': '',
      },
      {
        ...none,
        flavour: 'hugo',
        file: 'hugo.yaml',
        content: 'content',
        siteUrl: 'https://h.example.com',
        locale: 'ja',
        ignored: ['**/*.fa.md'],
      },
    ],
    [
      'MkDocs, with the language that its plug-in begins with',
      {
        'mkdocs.yml':
          'plugins:\n  - search\n  - i18n:\n      languages:\n        - locale: en\n        - locale: de\n          default: true\n',
        'docs/a.de.md': '',
        'docs/a.en.md': '',
      },
      { ...none, flavour: 'mkdocs', file: 'mkdocs.yml', content: 'docs', locale: 'de' },
    ],
    [
      'Obsidian, with folders that it does not publish, and templates',
      {
        '.obsidian/publish.json': '{ "excluded": ["_meta", "drafts/old/"] }',
        '.obsidian/plugins/templater-obsidian/data.json': '{ "templates_folder": "_meta/templates" }',
        '.obsidian/templates.json': '{ "folder": "Templates" }',
        'a.md': '',
        '_meta/templates/new.md': '',
        'Templates/new.md': '',
      },
      { ...none, flavour: 'obsidian', file: '.obsidian/publish.json', content: '.', ignored: ['Templates', '_meta'] },
    ],
    [
      'Obsidian, of whose vaults the largest at the top',
      {
        'a/.obsidian/app.json': '',
        'a/x.md': '',
        'b/.obsidian/app.json': '',
        'b/x.md': '',
        'b/y.md': '',
        'test/vault/.obsidian/app.json': '',
        'test/vault/x.md': '',
        'test/vault/y.md': '',
        'test/vault/z.md': '',
      },
      { ...none, flavour: 'obsidian', file: 'a/.obsidian/app.json', content: 'b' },
    ],
    [
      'Obsidian, of whose vaults the one that is published',
      {
        'a/.obsidian/app.json': '',
        'a/x.md': '',
        'a/y.md': '',
        'docs/.obsidian/publish.json': '{}',
        'docs/x.md': '',
      },
      { ...none, flavour: 'obsidian', file: 'a/.obsidian/app.json', content: 'docs' },
    ],
    [
      'Obsidian, by its links alone',
      { 'docs/a.md': 'See [[B]].\n', 'docs/b.md': '# B\n' },
      { ...none, flavour: 'obsidian', file: null, content: 'docs' },
    ],
    [
      'languages whose files do not pair: the first of them alone',
      {
        'mkdocs.yml': 'site_name: x\n',
        'docs/en/a.md': '!!! note\n',
        'docs/de/b.md': '# B\n',
        'docs/de/c.md': '# C\n',
      },
      { ...none, flavour: 'mkdocs', file: 'mkdocs.yml', content: 'docs/en', base: '/en/', locale: 'en' },
    ],
  ])('is found: %s', async (_, files, found) => {
    const { dir } = await repositoryOf(files as Readonly<Record<string, string>>);
    expect(await detect(dir)).toEqual(found);
  });

  test('is nobody where the texts are plain, or there are none', async () => {
    expect(await detect((await repositoryOf({ 'docs/a.md': '# A\n' })).dir)).toBeNull();
    expect(await detect((await repositoryOf({ 'a.txt': 'A' })).dir)).toBeNull();
  });
});

describe('adopt', () => {
  const files = {
    'mkdocs.yml': 'site_name: x\nnav:\n  - Start here:\n      - a.md\n',
    'docs/a.md': '# A\n\n!!! warning "Mind"\n    See [b](b.md) and [gone](gone.md).\n',
    'docs/b.md': '---\nhide: [toc]\n---\n\n# B\n\n=== "One"\n\n    Text.\n',
  };

  test('shows what would be published, and writes nothing where nobody agrees', async () => {
    const { dir } = await repositoryOf(files);
    const { code, stdout } = await runIn(dir, ['adopt'], { answer: false });
    expect(code).toBe(0);
    expect(stdout).toContain('MkDocs, told by mkdocs.yml\n\n  articles     2 would be published\n');
    expect(stdout).toContain('dead-link: an error by default, set to "warning" below so that no article is\nkept out.');
    expect(stdout).toContain(
      'Published, but shown in another way\n      1  dead-link  link to "gone.md", which does not exist\n         docs/a.md:4\n',
    );
    expect(stdout).toContain('\nNothing was written.\n');
    await expect(readFile(path.join(dir, 'helpcentre.yml'))).rejects.toThrow();
  });

  test("takes Markdown that is no tool's as GitHub shows it, and says where there is none", async () => {
    const { dir } = await repositoryOf({
      'docs/a.md': '# A\n\n[B](b.md#gone)\n',
      'docs/b.md': '# B\n',
      'README.md': '# R\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "Markdown as GitHub shows it: no other tool's signs were found\n\n  articles     2 would be published\n",
    );
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toBe(
      'flavour: github\ncontent: docs\nproblems: { dead-anchor: warning }\nstate: draft\n',
    );
    const { code: none, stderr } = await runIn((await repositoryOf({ 'a.txt': 'A' })).dir, ['adopt', '--yes']);
    expect({ none, stderr }).toEqual({ none: 64, stderr: expect.stringContaining('no Markdown was found here') });
  });

  test('finds the site by the addresses in the texts, or by the file that names its domain', async () => {
    const texts = {
      'hugo.yaml': 'baseURL: /\n',
      'content/a.md':
        '# A\n\n[B](https://h.example.com/b/) [C](http://h.example.com/c) [A](https://h.example.com/a/#x) [made](/made/)\n',
      'content/b.md': '# B\n\n[other](https://other.example.com/b/) [made](https://h.example.com/made/)\n',
      'content/c.md': '# C\n',
    };
    const { dir } = await repositoryOf(texts);
    await runIn(dir, ['adopt', '--yes']);
    const written = await readFile(path.join(dir, 'helpcentre.yml'), 'utf8');
    expect(written).toBe('flavour: hugo\ncontent: content\nsiteUrl: https://h.example.com\nstate: draft\n');
    const named = await repositoryOf({ ...texts, 'static/CNAME': 'docs.example.com\n' });
    expect((await detect(named.dir))?.siteUrl).toBe('https://docs.example.com');
  });

  test('takes no other site for its own, to one page of which many links lead', async () => {
    const anchors = ['x', 'y', 'z', 'u'].map((id) => `[${id}](https://other.example.com/docs/#${id})`).join(' ');
    const { dir } = await repositoryOf({
      '.obsidian/app.json': '{}',
      'docs/README.md': '# Start\n',
      'docs/a.md': `# A\n\n${anchors}\n`,
    });
    const { stdout } = await runIn(dir, ['adopt'], { answer: false });
    expect(stdout).not.toContain('siteUrl');
  });

  const site = {
    'README.md': '# Read me\n',
    'a/b/c/d/deep.md': '# Deep\n\n[A](/kb/a/one) and [team](/team).\n',
    'a/one.md': '# One\n\n[Two](/kb/a/two#x) and [deep](/kb/a/b/c/d/deep).\n',
    'a/two.md': '# Two\n\n## X\n\n[One](/kb/a/one), [gone](/kb/gone).\n',
  };

  test('finds the path at which a site has the pages in the links to them, and lifts what is too deep', async () => {
    const { dir } = await repositoryOf(site);
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('  articles     3 would be published\n');
    expect(stdout).toContain('  site         at /kb/, as 4 of 6 links have it\n');
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toBe(
      'flavour: github\ncontent: .\nbase: /kb/\nproblems: { dead-link: warning, link-outside: warning, collection-depth: warning }\nstate: draft\n',
    );
    expect((await runIn(dir, ['plan', '--sandbox'])).stdout).toContain('No changes');
  });

  test('finds the address of that site where links name it', async () => {
    const whole = '[One](https://example.com/kb/a/one) and [two](https://example.com/kb/a/two)';
    const { dir } = await repositoryOf({
      ...site,
      'a/three.md': `# Three\n\n${whole}, not [a](https://example.org/kb/a/one).\n`,
    });
    const { stdout } = await runIn(dir, ['adopt'], { answer: false });
    expect(stdout).toContain('  siteUrl: https://example.com\n  base: /kb/\n');
    expect(stdout).not.toContain('link-outside');
  });

  test('finds a path with a version in braces, which Markdown encodes', async () => {
    const { dir } = await repositoryOf({
      'a.md': '# A\n\n[B](/docs/{{version}}/b), [C](/docs/{{version}}/c#x), [B](/docs/{{version}}/b).\n',
      'b.md': '# B\n',
      'c.md': '# C\n\n<a name="x"></a>\n## X y\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('  site         at /docs/{{version}}/, as 3 of 3 links have it\n');
    expect(stdout).not.toContain('another way');
  });

  test('publishes pages without a title, with addresses that no browser opens, and with files, and says so', async () => {
    const { dir } = await repositoryOf({
      'docs/how-to_pay.md': 'See [the form](form.pdf), or [open it](app:start).\n',
      'docs/form.pdf': '%PDF',
      'docs/b.md': '# B\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('problems: { link-to-file: warning, bad-address: warning, title-missing: warning }\n');
    expect((await runIn(dir, ['plan', '--sandbox', '--all'])).stdout).toContain('No changes');
  });

  test("leaves keys alone that our own front matter has too, and that were somebody else's", async () => {
    const { dir } = await repositoryOf({
      'docs/a.md': '---\ntitle: A\nauthor: ann\nid: start\nauthors: [x]\n---\n\nText.\n',
      'docs/b.md': '# B\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('  frontMatter: { ignore: ["*", author, id] }\n');
    expect(stdout).toContain('articles     2 would be published\n');
  });

  test('takes the README.md of a folder for its page, and none that is about the repository', async () => {
    const { dir } = await repositoryOf({
      'README.md': '# The repository\n',
      'CONTRIBUTING.md': '# Help us\n',
      'guides/README.md': 'All guides: [one](one.md).\n',
      'guides/one.md': '# One\n\nBack to [all](../guides/), or [all](../guides).\n',
      'two.md': '# Two\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('articles     3 would be published\n');
    expect(stdout).toContain('               not CONTRIBUTING.md, README.md, which are about the repository\n');
    expect(stdout).toContain('  readmes: articles\n  ignore: [/CONTRIBUTING.md, /README.md]\n');
    expect(stdout).not.toContain('dead-link');
    expect(stdout).not.toContain('link-to-folder');
  });

  test('leaves out what tells programs how to work here, which a tool would make a page of', async () => {
    const { dir } = await repositoryOf({
      'docs.json': '{ "name": "A", "navigation": { "pages": ["a"] } }',
      'a.mdx': '---\ntitle: A\n---\n\nText.\n',
      'CLAUDE.md': '# How to work here\n\nSee [the style](.claude/style.md).\n',
      'guides/AGENTS.md': '# Agents\n',
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('articles     2 would be published\n');
    expect(stdout).toContain('not CLAUDE.md, which is about the repository\n');
    expect(stdout).toContain('  ignore: [/CLAUDE.md]\n');
  });

  test('finds no such path where most links say another, or few say any', async () => {
    const few = await repositoryOf({ 'a/one.md': '# One\n\n[Two](/kb/a/two).\n', 'a/two.md': '# Two\n' });
    expect((await runIn(few.dir, ['adopt'], { answer: false })).stdout).not.toContain('base:');
    const most = await repositoryOf({
      ...site,
      'a/three.md': `# Three\n\n${'[x](/x) '.repeat(9)}\n`,
    });
    expect((await runIn(most.dir, ['adopt'], { answer: false })).stdout).not.toContain('base:');
  });

  test('says which pages are left out, and not that they are shown in another way', async () => {
    const { dir } = await repositoryOf({
      'SUMMARY.md': '* [A](a.md)\n',
      'a.md': '# A\n\nText.\n',
      'b.md': '# B\n',
    });
    const { stdout } = await runIn(dir, ['adopt'], { answer: false });
    expect(stdout).toContain('1 would be published\n               1 would not, as SUMMARY.md does not list it\n');
    expect(stdout).not.toContain('another way');
    expect(JSON.parse((await runIn(dir, ['adopt', '--json'])).stdout)).toMatchObject({
      unlisted: { navigation: 'SUMMARY.md', pages: 1 },
    });
    const other = await repositoryOf({
      'astro.config.mjs': 'starlight()',
      'src/content/docs/a.md': '# A\n',
      'src/content/docs/fr/a.md': '# A\n',
      'src/content/docs/fr/old.md': '# B\n',
    });
    const said = (await runIn(other.dir, ['adopt'], { answer: false })).stdout;
    expect(said).toContain(
      '1 would be published\n               1 translation would not: no page in the first language is its own\n',
    );
    expect(said).not.toContain('another way');
    const site = await repositoryOf({
      '_config.yml': 'title: x\n',
      'a.md': '# A\n',
      '_tmp/b.md': '# B\n',
    });
    const table = (await runIn(site.dir, ['adopt'], { answer: false })).stdout;
    expect(table).toContain('languages    en\n               not _tmp, which is not built by Jekyll\n');
  });

  test('writes the configuration that gets furthest, and publishes all of it to a sandbox', async () => {
    const { dir } = await repositoryOf(files);
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('2 created');
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toBe(
      'flavour: mkdocs\ncontent: docs\nproblems: { dead-link: warning }\nstate: draft\n',
    );
    expect((await runIn(dir, ['plan', '--sandbox'])).stdout).toContain('No changes');
    expect(await readFile(path.join(dir, 'docs/a.md'), 'utf8')).toBe(files['docs/a.md']);
    const again = await runIn(dir, ['adopt', '--yes']);
    expect({ code: again.code, stderr: again.stderr }).toEqual({
      code: 64,
      stderr: expect.stringContaining('there is a helpcentre.yml already'),
    });
  });

  test('says what would not be published, and why', async () => {
    const { dir } = await repositoryOf({
      ...files,
      'docs/c.md': '---\ntitle: [\n---\n\nText.\n',
      'docs/d.md': '---\nsync: false\n---\n# D\n',
    });
    const { stdout } = await runIn(dir, ['adopt'], { answer: false });
    expect(stdout).toMatch(
      / {2}articles {5}2 would be published\n {15}1 would not, for errors\n {15}1 would not, as their front matter asks/,
    );
    expect(stdout).toMatch(/Why not\n {6}1 {2}yaml-syntax\n {9}not valid YAML: .*\n {9}docs\/c\.md:2\n/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('ends with the address of the pages, and serves them until Ctrl-C; in a pipe with the command', async () => {
    const { dir } = await repositoryOf(files);
    const stop = new AbortController();
    const seen: string[] = [];
    const onStdout = (text: string): void => {
      seen.push(text);
      if (text.includes('The help centre is at http://')) stop.abort();
    };
    expect((await runIn(dir, ['adopt'], { answer: true, signal: stop.signal, onStdout })).code).toBe(0);
    expect(seen.at(-1)).toMatch(/^The help centre is at http:\/\/127\.0\.0\.1:\d+/);
    const other = await repositoryOf(files);
    const { stdout } = await runIn(other.dir, ['adopt', '--yes']);
    expect(stdout).toMatch(/\nLook at every page beside its source: npx helpcentre preview\n$/);
  });

  test('reads and compiles once, whatever it lowers', async () => {
    const { dir, remove } = await repositoryOf(files);
    const { host } = inventHost(dir);
    const context = makeContext(host, {});
    const first = await tryOut(context, 'flavour: mkdocs\ncontent: docs\n');
    await remove('docs');
    const second = await tryOut(context, 'flavour: mkdocs\ncontent: docs\nproblems: { dead-link: warning }\n', first);
    expect([first.ready, second.ready]).toEqual([1, 2]);
    expect(second.kept).toEqual(first.kept);
  });

  test('publishes every language to a sandbox that has them all', async () => {
    const page = (title: string): string => `---\ntitle: ${title}\n---\n\nText.\n`;
    const { dir } = await repositoryOf({
      'astro.config.mjs': 'starlight()',
      'src/content/docs/a.md': page('A'),
      'src/content/docs/ja/a.md': page('A ja'),
      'src/content/docs/pt-br/a.md': page('A pt'),
      'src/content/docs/fa/a.md': page('A fa'),
    });
    const { code, stdout } = await runIn(dir, ['adopt', '--yes']);
    expect(stdout).toContain('  languages    en, ja, pt-BR\n');
    expect(stdout).toContain('  ignore: [fa]\n');
    expect(code).toBe(0);
  });

  test('says the same as one JSON document', async () => {
    const { dir } = await repositoryOf(files);
    const { stdout } = await runIn(dir, ['adopt', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      flavour: 'mkdocs',
      content: 'docs',
      ready: 2,
      failed: 0,
      lowered: ['dead-link'],
    });
  });

  test('takes the word of a person for the tool and the folder', async () => {
    const { dir } = await repositoryOf({ 'texts/a.md': '# A\n\n{% hint style="info" %}\nText.\n{% endhint %}\n' });
    const { stdout } = await runIn(dir, ['adopt', '--flavour', 'gitbook', '--content', 'texts', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      configuration: expect.stringMatching(/^flavour: gitbook\ncontent: texts\n/),
      ready: 1,
    });
    const nothing = await repositoryOf({ 'a.txt': 'A' });
    expect(await runIn(nothing.dir, ['adopt'])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('helpcentre init'),
    });
  });
});
