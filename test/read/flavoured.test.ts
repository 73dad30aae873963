import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

/** What `check` prints for a repository of a tool. */
async function checked(configuration: string, files: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const { stdout } = await runIn(dir, ['check', '--all']);
  return { dir, lines: stdout.split('\n').filter((line) => /^\S+:\d+:\d+ |^\d+ sources?/.test(line)) };
}

/** Articles with their titles, collections, states and languages. */
async function planned(configuration: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const parsed = parseConfiguration(configuration, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { repository } = await readRepository(dir, parsed.settings);
  return compile(repository, parsed.settings).desired.articles.map(({ key, parent, locales }) => {
    const { title, state } = locales.en ?? { title: '?', state: '?' };
    const hidden = state === 'draft' ? ', draft' : '';
    return `${key} = ${title} in ${parent ?? 'none'}${hidden} (${Object.keys(locales).join('+')})`;
  });
}

const all = 'frontMatter: { ignore: ["*"] }\nstate: published\n';

describe('a file that the site serves beside its pages', () => {
  const files = {
    'docs/a.md': '# A\n\nSee [page](/pure.html), [film](/film/x.webm), [gone](/gone.html) and [text](/notes/x.txt).\n',
    'docs/public/pure.html': '<p>Pure</p>',
    'docs/public/film/x.webm': 'x',
    'docs/public/notes/x.txt': 'x',
  };

  test('is there: a link to it says that Intercom has no place for it', async () => {
    const configuration = 'flavour: vitepress\ncontent: docs\nimages: { host: none, roots: [docs/public] }\n';
    expect(
      (await checked(configuration, files)).lines.map((line) => line.replace(/:? +(?=link to)/, ' ')),
    ).toMatchObject([
      expect.stringContaining('link to the file "/pure.html"'),
      expect.stringContaining('link to the file "/film/x.webm"'),
      expect.stringContaining('link to "/gone.html", which does not exist'),
      expect.stringContaining('link to the file "/notes/x.txt"'),
      expect.stringContaining('1 source'),
    ]);
  });

  test('is linked to where the site is known', async () => {
    const configuration =
      'flavour: vitepress\ncontent: docs\nsiteUrl: https://x.example.com\nimages: { host: none, roots: [docs/public] }\n';
    expect((await checked(configuration, files)).lines).toEqual([expect.stringContaining('1 source')]);
  });
});

describe('an anchor on a page that its tool makes', () => {
  test('is not judged: nobody here knows its headings', async () => {
    const { lines } = await checked('flavour: mintlify\n', {
      'content/a.mdx': '---\ntitle: A\n---\n\n[x](/api#body-id), [y](/part#z), [own](#w), [gone](/b#v).\n',
      'content/api.mdx': '---\ntitle: B\nopenapi: get /orders\n---\n',
      'content/part.mdx': '---\ntitle: C\n---\n\nText.\n\n<ApiTable />\n',
      'content/b.mdx': '---\ntitle: D\n---\n\nA <Term /> in a sentence.\n',
    });
    expect(lines.filter((line) => line.includes('dead-anchor'))).toEqual([
      expect.stringContaining('#w'),
      expect.stringContaining('#v'),
    ]);
  });
});

describe('the id of a page in Docusaurus', () => {
  const files = {
    'docs/start.md':
      '---\nid: intro\ntitle: Start\n---\n\n[x](guides/set-up), [y](/docs/guides/set-up), [z](./guides/02-install.md).\n',
    'docs/guides/02-install.md':
      '---\nid: set-up\ntitle: Install\n---\n\n[x](../intro) and [y](set-up#there).\n\n## There\n',
    'docs/other.md': '# Other\n',
    'sidebars.js':
      "module.exports = { docs: [{ type: 'category', label: 'First', items: ['intro', 'guides/set-up'] }] };\n",
    'i18n/fr/docusaurus-plugin-content-docs/current/start.md':
      '---\nid: intro\ntitle: Début\n---\n\n[x](guides/set-up) et [y](/docs/guides/set-up).\n',
  };
  const configuration = 'flavour: docusaurus\ncontent: docs\nbase: /docs/\nlocales: i18n\nstate: published\n';

  test('names it in sidebars, in links, and in other languages', async () => {
    expect(await planned(configuration, files)).toEqual([
      'guides/02-install.md = Install in First (en)',
      'other.md = Other in none (en)',
      'start.md = Start in First (en+fr)',
    ]);
    const { lines } = await checked(configuration, files);
    expect(lines).toEqual([expect.stringContaining('4 sources')]);
  });

  test('names it where only pages of the sidebar are published', async () => {
    expect(await planned(`${configuration}pages: navigation\n`, files)).toHaveLength(2);
  });
});

test('a page of VitePress that stands for many is none', async () => {
  expect(
    await planned('flavour: vitepress\nstate: published\n', {
      'content/changes/[tag].md': '<Changes />\n',
      'content/[lang]/a.md': '# A\n',
      'content/b.md': '# B\n',
    }),
  ).toEqual(['b.md = B in none (en)']);
});

describe('code that is in files', () => {
  test('is read where a page shows it, and no hidden file ever', async () => {
    const { lines } = await checked('flavour: vitepress\ncontent: docs\n', {
      'docs/a/b.md':
        '# B\n\n<<< ../code/x.js\n\n<<< @/../lib/y.ts#r{1}\n\n<<< @/.env\n\n<<< ../../../z.js\n\n<<< ./gone.js\n',
      'docs/code/x.js': 'x();\n',
      'lib/y.ts': '// #region r\ny();\n// #endregion r\n',
      'docs/.env': 'SECRET=1\n',
    });
    expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
      expect.stringContaining('"/.env" '),
      expect.stringContaining('"../../../z.js" '),
      expect.stringContaining('"./gone.js"'),
      expect.stringContaining('1 source'),
    ]);
  });
});

test('components that a page imports are read where they only say what they show', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: docusaurus\ncontent: docs\n',
    'docs/a.mdx':
      '# A\n\nimport { Pod } from "@site/src/terms.jsx";\nimport { Env } from "./.env.js";\nimport { Out } from "../../out.js";\n\nA <Pod />, an <Env /> and an <Out />.\n',
    'src/terms.jsx': 'export const Pod = () => <b>pod</b>;\n',
    'docs/.env.js': 'export const Env = () => <b>secret</b>;\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).not.toContain('<Pod /> is');
  expect(stdout).toContain('<Env />');
  expect(stdout).toContain('<Out />');
});

describe('front matter of other tools', () => {
  test('is read by what its keys mean; all others are left alone', async () => {
    const front = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\nText.\n`;
    expect(
      await planned(`flavour: docusaurus\nstate: published\n`, {
        'content/a.md': front('id: intro', 'title: A', 'sidebar_position: 2', 'tags: [x]', 'authors: [y]'),
        'content/b.md': front('sidebar_label: B', 'draft: true'),
        'content/c.md': front('title: [1]', 'sidebar_label: C'),
      }),
    ).toEqual(['a.md = A in none (en)', 'b.md = B in none, draft (en)', 'c.md = C in none (en)']);
  });

  test('in TOML is read, and told where it is wrong', async () => {
    const { lines } = await checked('flavour: hugo', {
      'content/a.md': '+++\ntitle = "A"\ndate = 2024-01-01\ndraft = true\n+++\n\nText.\n',
      'content/b.md': '+++\ntitle = B\n+++\n\nText.\n',
      'content/c.md': '+++\ntitle = "C"\n\nText.\n',
    });
    expect(lines[0]).toMatch(/^content\/b\.md:2:\d+ error front matter in TOML cannot be read: /);
    expect(lines[1]).toMatch(/^content\/c\.md:1:1 error front matter is opened/);
    expect(lines.at(-1)).toMatch(/^3 sources: 2 errors/);
  });

  test('names the pages above, where the tool has its order from that', async () => {
    const page = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\nText.\n`;
    expect(
      await planned(`flavour: jekyll\n${all}`, {
        'content/a.md': page('title: A', 'has_children: true'),
        'content/b.md': page('title: B', 'parent: A', 'published: false'),
        'content/c.md': page('title: C', 'parent: B', 'grand_parent: A'),
      }),
    ).toEqual(['a.md = A in A (en)', 'b.md = B in A, draft (en)', 'c.md = C in A > B (en)']);
  });

  test('in our own dialect, "*" leaves alone what is not ours', async () => {
    const files = { 'content/a.md': '---\ntitle: A\nweight: 3\n---\n\nText.\n' };
    expect((await checked('ignore: []', files)).lines[0]).toContain('a key in front matter means nothing here: weight');
    expect((await checked('frontMatter: { ignore: ["*"] }', files)).lines).toEqual(['1 source: no problems']);
  });
});

describe('pages of other tools', () => {
  test('have the titles that the tools give them', async () => {
    expect(
      await planned(`flavour: mkdocs\n${all}`, {
        'content/getting-started/index.md': 'Text.\n',
        'content/first-steps.md': '## Part\n\nText.\n',
        'content/b.md': '# B\n\n## Part\n',
        'content/c.md': '---\ntitle: C\n---\n\n# C\n\nText.\n',
      }),
    ).toEqual([
      'b.md = B in none (en)',
      'c.md = C in none (en)',
      'first-steps.md = First steps in none (en)',
      'getting-started/index.md = Getting started in Getting started (en)',
    ]);
    expect(await planned(`flavour: obsidian\n${all}`, { 'content/Set it up.md': '# Other\n\nText.\n' })).toEqual([
      'Set it up.md = Set it up in none (en)',
    ]);
  });

  test('are README.md and _index.md where the tool takes them for the page of a folder', async () => {
    const files = {
      'content/a/README.md': '# A\n\nText.\n',
      'content/a/SUMMARY.md': 'x',
      'content/b/_index.md': '---\ntitle: B!\n---\n',
    };
    expect(await planned(`flavour: gitbook\n${all}`, files)).toEqual(['a/README.md = A in A (en)']);
    expect(await planned(`flavour: hugo\n${all}`, { ...files, 'content/b/c.md': '# C\n' })).toEqual([
      'a/SUMMARY.md = SUMMARY in A (en)',
      'b/c.md = C in B! (en)',
    ]);
  });

  test('are .mdx too, and pair with those of other languages', async () => {
    expect(
      await planned(`flavour: starlight\nlocales: folder\n${all}`, {
        'content/a.mdx': '---\ntitle: A\n---\n\nText.\n',
        'content/de/a.md': '---\ntitle: A de\n---\n\nText.\n',
        'content/404.md': '# Gone\n',
        'content/de/404.md': '# Weg\n',
      }),
    ).toEqual(['a.mdx = A in none (en+de)']);
  });
});

test('a page that its tool makes from a description of an API is named', async () => {
  const { lines } = await checked(`flavour: mintlify\n${all}`, {
    'content/a.mdx': '---\ntitle: A\nopenapi: "get /a"\n---\n',
    'content/b.mdx': '---\ntitle: B\n---\n\nopenapi: x\n',
  });
  expect(lines).toEqual([
    expect.stringMatching(/^content\/a\.mdx:3:1 warning "openapi: "get \/a"" makes the tool write this page/),
    '2 sources: 1 warning',
  ]);
});

test('a page whose text is in its front matter is named', async () => {
  const parts = '  - tag: P\n    description: How long the machine waits before it goes on, in milliseconds\n'.repeat(
    5,
  );
  const { lines } = await checked(`flavour: jekyll\n${all}`, {
    'content/a.md': `---\ntitle: A\nparameters:\n${parts}---\n\nPauses.\n`,
    'content/b.md': `---\ntitle: B\nparameters:\n${parts}---\n\n${'A long text about it. '.repeat(40)}\n`,
    'content/c.md': `---\ntitle: C\naliases:\n${'  - /a/long/address/of/the/page/before\n'.repeat(20)}---\n\nText.\n`,
  });
  expect(lines).toEqual([
    expect.stringMatching(/^content\/a\.md:1:1 warning most of this page is in its front matter/),
    '3 sources: 1 warning',
  ]);
});

describe('links to the site that a tool builds', () => {
  test('lead to pages only below the path at which they are', async () => {
    const site = 'flavour: docusaurus\nsiteUrl: https://x.example\nbase: /docs/\n';
    const { lines } = await checked(`${site}${all}`, {
      'content/start.md':
        '---\nslug: /\n---\n\n# Start\n\nSee [prices](https://x.example/#prices), [us](https://x.example/start#us) and [home](/#a).\n',
      'content/a.md':
        '# A\n\nSee [one](https://x.example/docs#gone) and [two](https://x.example/docs/start/?x=1#gone).\n',
    });
    expect(lines).toEqual([
      'content/a.md:3:5 warning link to "https://x.example/docs", which has no heading "#gone" (dead-anchor)',
      'content/a.md:3:44 warning link to "https://x.example/docs/start/?x=1", which has no heading "#gone" (dead-anchor)',
      '2 sources: 2 warnings',
    ]);
  });
});

describe('pages that a navigation does not list', () => {
  const files = {
    'content/SUMMARY.md': '# Summary\n\n* [A](a.md)\n',
    'content/a.md': '# A\n\nSee [B](b.md).\n',
    'content/b.md': '# B\n\nText.\n',
    'content/c/d.md': '# D\n\nText.\n',
  };

  test('are no articles where the tool builds none for them, which is said once', async () => {
    expect(await planned(`flavour: gitbook\n${all}`, files)).toEqual(['a.md = A in none (en)']);
    const { lines } = await checked(`flavour: gitbook\n${all}`, files);
    expect(lines).toEqual([
      'content/SUMMARY.md:1:1 warning SUMMARY.md does not list 2 pages, which are not published: b.md, c/d.md (not-in-navigation)',
      'content/a.md:3:5 warning link to "b.md", which is a page that is not published (link-to-file)',
      '1 source: 2 warnings',
    ]);
  });

  test('are no articles in a language with a navigation of its own, whatever that of the first lists', async () => {
    const languages = {
      'content/SUMMARY.md': '* [A](a.md)\n* [B](b.md)\n',
      'content/a.md': '# A\n',
      'content/b.md': '# B\n',
      'content/fr/SUMMARY.md': '* [A](a.md)\n',
      'content/fr/a.md': '# A fr\n',
      'content/fr/b.md': '# B fr\n',
    };
    expect(await planned(`flavour: gitbook\nlocales: folder\n${all}`, languages)).toEqual([
      'a.md = A in none (en+fr)',
      'b.md = B in none (en)',
    ]);
    const { 'content/SUMMARY.md': _, 'content/a.md': a, ...apart } = languages;
    const english = { 'content/en/SUMMARY.md': '* [A](a.md)\n', 'content/en/a.md': a, 'content/en/b.md': '# B\n' };
    expect(await planned(`flavour: gitbook\nlocales: folder\n${all}`, { ...apart, ...english })).toEqual([
      'en/a.md = A in none (en+fr)',
    ]);
  });

  test('are articles where the configuration says so, and where a navigation lists nothing', async () => {
    const every = ['a.md = A in none (en)', 'b.md = B in none (en)', 'c/d.md = D in C (en)'];
    expect(await planned(`flavour: gitbook\npages: all\n${all}`, files)).toEqual(every);
    expect(await planned(`flavour: gitbook\n${all}`, { ...files, 'content/SUMMARY.md': 'x\n' })).toEqual(every);
  });

  test('are articles in other tools, unless the configuration says otherwise', async () => {
    const nav = { ...files, 'mkdocs.yml': 'nav:\n  - a.md\n', 'content/a.fr.md': '# A\n' };
    expect(await planned(`flavour: mkdocs\n${all}`, nav)).toHaveLength(4);
    expect(await planned(`flavour: mkdocs\npages: navigation\n${all}`, nav)).toEqual(['a.md = A in none (fr+en)']);
  });
});

describe('collections of other tools', () => {
  test("are the sections of the tool's navigation; what it does not have is where its folder is", async () => {
    const files = { 'content/a.md': '# A\n', 'content/use/b.md': '# B\n', 'content/use/c.md': '# C\n' };
    const nav = 'nav:\n  - First: a.md\n  - Working with it:\n      - use/b.md\n';
    expect(await planned(`flavour: mkdocs\n${all}`, { ...files, 'mkdocs.yml': nav })).toEqual([
      'a.md = A in none (en)',
      'use/b.md = B in Working with it (en)',
      'use/c.md = C in Use (en)',
    ]);
  });

  test('are those of a sidebar that is data, wherever the program lies around the texts', async () => {
    const page = (title: string): string => `---\ntitle: ${title}\n---\n\nText.\n`;
    const sidebar =
      "module.exports = { docs: ['intro', { type: 'category', label: 'Use', items: ['guides/first'] }] };";
    expect(
      await planned(`flavour: docusaurus\ncontent: site/docs\n${all}`, {
        'site/sidebars.js': sidebar,
        'site/docs/intro.md': page('A'),
        'site/docs/01-guides/02-first.md': page('B'),
        'site/docs/rest/c.md': page('C'),
      }),
    ).toEqual(['01-guides/02-first.md = B in Use (en)', 'intro.md = A in none (en)', 'rest/c.md = C in Rest (en)']);
    expect(
      await planned(`flavour: starlight\ncontent: src/content/docs\nlocales: folder\n${all}`, {
        'astro.config.mjs':
          "export default { x: [starlight({ sidebar: [{ label: 'All', items: [{ label: 'Refs', autogenerate: { directory: 'ref' } }] }] })] }",
        'src/content/docs/ref/deep/a.md': page('A'),
        'src/content/docs/de/ref/deep/a.md': page('A de'),
        'src/content/docs/b.md': page('B'),
      }),
    ).toEqual(['b.md = B in none (en)', 'ref/deep/a.md = A in All > Refs (de+en)']);
  });

  test("are called as the tool's file in the folder says, and as ours says before it", async () => {
    const files = {
      'content/a/_category_.json': '{ "label": "Tool\'s name", "position": 2 }',
      'content/a/x.md': '# X\n',
      'content/b/_category_.yml': 'label: Theirs',
      'content/b/_collection.yml': 'name: Ours',
      'content/b/y.md': '# Y\n',
      'content/c/_category_.json': 'no: [json',
      'content/c/z.md': '# Z\n',
    };
    expect(await planned(`flavour: docusaurus\n${all}`, files)).toEqual([
      "a/x.md = X in Tool's name (en)",
      'b/y.md = Y in Ours (en)',
      'c/z.md = Z in C (en)',
    ]);
  });

  test('are three levels deep at most: what is deeper is in the third, once said for each folder', async () => {
    const files = { 'content/a/b/c/d/x.md': '# X\n', 'content/a/b/c/d/e/y.md': '# Y\n', 'content/a/b/c/z.md': '# Z\n' };
    expect(await planned(`flavour: docusaurus\n${all}`, files)).toEqual([
      'a/b/c/d/e/y.md = Y in A > B > C (en)',
      'a/b/c/d/x.md = X in A > B > C (en)',
      'a/b/c/z.md = Z in A > B > C (en)',
    ]);
    const { lines } = await checked(`flavour: docusaurus\n${all}`, files);
    expect(lines).toEqual([
      expect.stringMatching(
        /^content\/a\/b\/c\/d\/e\/y\.md:1:1 warning "a\/b\/c\/d" is deeper than the 3 levels .* its 2 articles are/,
      ),
      '3 sources: 1 warning',
    ]);
    const raised = { ...files, 'content/a/b/_collection.yml': 'inParent: true' };
    expect(await planned(`flavour: docusaurus\n${all}`, raised)).toEqual([
      'a/b/c/d/e/y.md = Y in A > C > D (en)',
      'a/b/c/d/x.md = X in A > C > D (en)',
      'a/b/c/z.md = Z in A > C (en)',
    ]);
    const own = await checked(`ignore: ["a/b/c/d/e/**"]\n${all}`, {
      ...files,
      'content/a/_collection.yml': 'inParent: true',
    });
    expect(own.lines).toEqual(['2 sources: no problems']);
  });
});

describe('pictures of other tools', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('are found in the folders that the configuration names, and published from there', async () => {
    const { dir, write } = await makeRepository({
      'helpcentre.yml': `flavour: docusaurus\ncontent: docs\nimages: { roots: [static] }\n${all}`,
      'docs/a.md': '# A\n\n![One](/img/one.png)\n\n![Two](../static/img/one.png)\n',
    });
    await write({ 'static/img/one.png': png });
    const { code, stdout, stderr } = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('error') });
    expect(stdout).toContain('1 created');
    expect((await runIn(dir, ['plan', '--sandbox'])).stdout).toContain('No changes');
  });

  test.skipIf(isWindows)('are not looked for through a link out of the repository', async () => {
    const outside = await makeRepository({ 'x.md': '' });
    await outside.write({ 'img/one.png': png });
    const { dir } = await makeRepository({
      'helpcentre.yml': `flavour: docusaurus\ncontent: docs\nimages: { roots: [static] }\n${all}`,
      'docs/a.md': '# A\n\n![One](/img/one.png)\n',
    });
    await symlink(outside.dir, path.join(dir, 'static'));
    expect((await runIn(dir, ['check'])).stdout).toContain('image "/img/one.png" does not exist');
  });
});

describe('languages of other tools', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('are in suffixes, which links, pictures and the navigation leave out', async () => {
    const { dir, write } = await makeRepository({
      'helpcentre.yml': `flavour: mkdocs\ncontent: docs\n${all}`,
      'mkdocs.yml': 'nav:\n  - Start:\n      - a.md\n      - b.md\n',
      'docs/a.en.md': '# A\n\nSee [B](b.md) and [below](b.md#one).\n\n![Picture](p.png)\n\n![Other](q.png)\n',
      'docs/a.de.md': '# A\n\nSiehe [B](b.md).\n\n![Bild](p.png)\n\n![Anderes](q.png)\n',
      'docs/b.en.md': '# B\n\n## One\n\nText.\n',
      'docs/b.de.md': '# B\n\n## Eins\n\nText.\n',
    });
    await write({ 'docs/p.en.png': png, 'docs/p.de.png': png, 'docs/q.en.png': png });
    expect((await runIn(dir, ['check', '--errors-only'])).stdout).toContain('4 sources: ');
    const { stdout } = await runIn(dir, ['check', '--all', '--sandbox']);
    expect(stdout).not.toMatch(/ error |dead-link|image-missing/);
    const parsed = parseConfiguration(`flavour: mkdocs\ncontent: docs\n${all}`, 'helpcentre.yml', dir);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const { repository } = await readRepository(dir, parsed.settings);
    const { articles } = compile(repository, parsed.settings).desired;
    expect(articles.map(({ key, parent, locales }) => [key, parent, Object.keys(locales)])).toEqual([
      ['a.en.md', 'Start', ['de', 'en']],
      ['b.en.md', 'Start', ['de', 'en']],
    ]);
  });

  test('are in folders: what a language has no picture of is that of the first', async () => {
    const { dir, write } = await makeRepository({
      'helpcentre.yml': `flavour: mkdocs\ncontent: docs\nlocales: folder\n${all}`,
      'docs/en/a.md': '# A\n\n![Picture](img/p.png)\n',
      'docs/de/a.md': '# A\n\n![Bild](img/p.png)\n\n![Bild](img/q.png)\n',
    });
    await write({ 'docs/en/img/p.png': png, 'docs/img/q.png': png });
    expect((await runIn(dir, ['check', '--all'])).stdout).not.toMatch(/ error /);
  });
});

test.each([
  ['mkdocs', ['_archive/a.md', '_b.md', 'c.md']],
  ['obsidian', ['_archive/a.md', '_b.md', 'c.md']],
  ['jekyll', ['_archive/a.md', 'c.md']],
  ['hugo', ['c.md']],
])('folders that begin with an underscore hold pages where the tool has it so: %s', async (flavour, expected) => {
  const files = { 'content/_archive/a.md': '# A\n', 'content/_b.md': '# B\n', 'content/c.md': '# C\n' };
  const found = await planned(`flavour: ${flavour}\n${all}`, { ...files, 'content/_includes/x.md': '# X\n' });
  expect(found.map((line) => line.slice(0, line.indexOf(' ='))).filter((path) => !path.includes('_includes'))).toEqual(
    expected,
  );
});

/** Collections with their places and names in other languages. */
async function shelves(configuration: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const parsed = parseConfiguration(configuration, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { repository } = await readRepository(dir, parsed.settings);
  return repository.collections.map(({ folder, name, order, description, translations }) => {
    const others = Object.entries(translations).map(([locale, { name: theirs }]) => `${locale} ${theirs}`);
    return [folder, name, order ?? '-', description ?? '-', ...others].join(' | ');
  });
}

describe('names of folders', () => {
  test("are those of MkDocs' .pages, and so is their order", async () => {
    const files = {
      'content/.pages': 'nav:\n  - index.md\n  - b\n  - Named above: a\n  - ...\n',
      'content/a/x.md': '# X\n',
      'content/b/.pages': 'title: Called B\narrange:\n  - c\n',
      'content/b/c/.pages': 'nope: [',
      'content/b/c/y.md': '# Y\n',
    };
    expect(await shelves(`flavour: mkdocs\n${all}`, files)).toEqual([
      'a | Named above | 3 | -',
      'b | Called B | 2 | -',
      'b/c | C | 1 | -',
    ]);
  });

  test.each([
    ['folder', 'content/en/a', 'content/de/a', 'md', 'md'],
    ['suffix', 'content/a', 'content/a', 'md', 'de.md'],
  ])("are those of Hugo's _index.md in every language, with languages by %s", async (layout, en, de, one, two) => {
    const files = {
      [`${en}/_index.${one}`]: '---\ntitle: Guide\ndescription: How to.\nweight: 20\n---\n{{% children %}}\n',
      [`${de}/_index.${two}`]: '---\ntitle: Anleitung\n---\n',
      [`${en}/x.${one}`]: '# X\n',
      [`${de}/x.${two}`]: '# X\n',
    };
    const configuration = `flavour: hugo\nlocales: ${layout}\n${all}`;
    expect(await shelves(configuration, files)).toEqual(['a | Guide | 20 | How to. | de Anleitung']);
    expect((await planned(configuration, files)).map((line) => line.replace(/^\S+ = /, ''))).toEqual([
      'X in Guide (de+en)',
    ]);
  });
});

test('a page without a title is called what the navigation calls it, in its language', async () => {
  const nav =
    'nav:\n  - Start:\n      - Two factors: b_tfa.md\n      - Own: c.md\nplugins:\n  - search\n  - i18n:\n' +
    '      languages:\n        - locale: de\n          nav_translations: { Two factors: Zwei Faktoren }\n';
  const files = {
    'mkdocs.yml': nav,
    'content/b_tfa.en.md': 'Text.\n',
    'content/b_tfa.de.md': 'Text.\n',
    'content/c.en.md': '# Heading\n\nText.\n',
    'content/d_e.en.md': 'Text.\n',
  };
  const { dir } = await makeRepository({ 'helpcentre.yml': `flavour: mkdocs\n${all}`, ...files });
  const parsed = parseConfiguration(`flavour: mkdocs\n${all}`, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { repository } = await readRepository(dir, parsed.settings);
  const { articles } = compile(repository, parsed.settings).desired;
  expect(articles.map(({ locales }) => Object.values(locales).map(({ title }) => title))).toEqual([
    ['Zwei Faktoren', 'Two factors'],
    ['Heading'],
    ['D e'],
  ]);
});

test('links to addresses that lead elsewhere now lead there', async () => {
  const redirects = [
    { source: '/old', destination: '/older' },
    { source: '/older/', destination: '/guides/b#part' },
    { source: '/any/:slug*', destination: '/guides/b' },
  ];
  const { lines } = await checked(`flavour: mintlify\n${all}`, {
    'content/docs.json': JSON.stringify({ navigation: { pages: ['a', 'guides/b'] }, redirects }),
    'content/a.mdx': '---\ntitle: A\n---\n\n[Old](/old) [Older](/older) [Gone](/any/x)\n',
    'content/guides/b.mdx': '---\ntitle: B\n---\n\nText.\n',
  });
  expect(lines).toEqual([expect.stringMatching(/^content\/a\.mdx:5:29 error .*"\/any\/x"/), '2 sources: 1 error']);
});

describe('texts that pages of other tools share', () => {
  test('are pages too, and found behind an alias where only one file ends so', async () => {
    const { lines } = await checked(
      `flavour: docusaurus\ncontent: docs\nimages: { roots: [src/parts] }\nproblems: { snippet-missing: warning }\n${all}`,
      {
        'docs/a.mdx':
          "import B from './b.mdx';\nimport C from '@parts/c.mdx';\nimport D from '@/gone/d.mdx';\n\n# A\n\n<B />\n\n<C />\n\n<D />\n",
        'docs/b.mdx': '---\ntitle: B\n---\n\nShared.\n',
        'src/parts/c.mdx': 'Shared.\n',
        'src/parts/other/d.mdx': 'Another.\n',
      },
    );
    expect(lines).toEqual([
      expect.stringMatching(/^docs\/a\.mdx:11:1 warning snippet "@\/gone\/d\.mdx" does not exist/),
      '2 sources: 1 warning',
    ]);
  });

  test('may lie beside the content folder', async () => {
    const page = [
      '# A',
      '',
      '--8<-- "includes/b.md"',
      '',
      '??? note',
      '',
      '    {! include-markdown "../../includes/more/c.md" !}',
      '',
      '{! "../../includes/d.md" start="x" !}',
      '',
    ].join('\n');
    const { lines } = await checked(`flavour: mkdocs\ncontent: docs\nimages: { roots: [includes] }\n${all}`, {
      'docs/use/a.md': page,
      'includes/b.md': 'One.\n',
      'includes/more/c.md': 'Two.\n',
    });
    expect(lines).toEqual([
      expect.stringMatching(/^docs\/use\/a\.md:9:1 warning snippet "\.\.\/\.\.\/includes\/d\.md" does not exist/),
      '1 source: 1 warning',
    ]);
  });

  test('may be pictures behind an alias', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { dir, write } = await makeRepository({
      'helpcentre.yml': `flavour: starlight\ncontent: src/content/docs\nimages: { host: github, roots: [src/assets] }\n${all}`,
      'src/content/docs/a.mdx':
        "---\ntitle: A\n---\n\nimport one from '@assets/blog/one.png';\n\n<img src={one} />\n\n![Two](~/assets/blog/one.png)\n\n![Three](../../assets/blog/one.png)\n",
    });
    await write({ 'src/assets/blog/one.png': png });
    expect((await runIn(dir, ['check', '--all'])).stdout).toContain('1 source: no problems');
  });

  test('that cannot be had keep no page out where the configuration says so', async () => {
    const { lines } = await checked(
      `flavour: vitepress\nproblems: { image-type: warning, lonely-locale: warning, link-outside: warning }\nlocales: folder\n${all}`,
      {
        'content/a.md': '# A\n\n![One](one.webp)\n\n![Two](../../two.png)\n',
        'content/one.webp': 'RIFF0000WEBPVP8 ',
        'content/fr/b.md': '# B\n',
      },
    );
    expect(lines).toEqual([
      expect.stringMatching(/^content\/a\.md:3:1 warning .*not an image that Intercom accepts/),
      expect.stringMatching(/^content\/a\.md:5:1 warning /),
      expect.stringMatching(/^content\/fr\/b\.md:1:1 warning /),
      expect.stringMatching(/^\d sources?: 3 warnings/),
    ]);
  });
});
