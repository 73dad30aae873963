import { describe, expect, test } from 'vitest';
import { docsJson } from '../../../src/flavour/navigation/docs-json.ts';
import { mkdocsNav } from '../../../src/flavour/navigation/mkdocs-nav.ts';
import type { Navigation } from '../../../src/flavour/navigation/navigation.ts';
import { sidebars, starlightSidebar, vitepressSidebar } from '../../../src/flavour/navigation/sidebars.ts';
import { summary } from '../../../src/flavour/navigation/summary.ts';

const pagesOf = (navigation: Navigation, text: string, locale = 'en'): readonly string[] =>
  navigation.pages(text, locale).map(({ page, trail }) => `${page}: ${trail.join(' > ')}`);

describe("Mintlify's docs.json", () => {
  test('names the tabs and groups around a page; the root of a group is in it', () => {
    const text = JSON.stringify({
      navigation: {
        tabs: [
          {
            tab: 'Guides',
            groups: [{ group: 'Start', pages: ['index', { group: 'CLI', root: 'cli/index', pages: ['cli/install'] }] }],
          },
          { tab: 'API', pages: ['api/all'] },
        ],
      },
    });
    expect(pagesOf(docsJson, text)).toEqual([
      'index: Guides > Start',
      'cli/index: Guides > Start > CLI',
      'cli/install: Guides > Start > CLI',
      'api/all: API',
    ]);
  });

  test('is read in the language of the sources', () => {
    const language = (name: string) => ({ language: name, groups: [{ group: `G ${name}`, pages: [`${name}/a`] }] });
    const text = JSON.stringify({ navigation: { languages: [language('en'), language('fr')] } });
    expect(pagesOf(docsJson, text, 'fr')).toEqual(['fr/a: G fr']);
    expect(pagesOf(docsJson, text, 'de')).toEqual(['en/a: G en']);
    const chinese = JSON.stringify({ navigation: { languages: [language('en'), language('cn')] } });
    expect(pagesOf(docsJson, chinese, 'zh-CN')).toEqual(['cn/a: G cn']);
  });

  test('of the older form is a list of groups', () => {
    const text = JSON.stringify({ navigation: [{ group: 'Start', pages: ['a'] }] });
    expect(pagesOf(docsJson, text)).toEqual(['a: Start']);
  });

  test.each(['', '{', '[]', '{"navigation": 1}', '"a"'])('that is %j has no pages', (text) =>
    expect(pagesOf(docsJson, text)).toEqual([]),
  );

  test('is followed a long way, but not for ever', () => {
    let node: object = { group: 'Last', pages: ['deep'] };
    for (let level = 0; level < 500; level += 1) node = { group: 'G', pages: [node] };
    expect(pagesOf(docsJson, JSON.stringify({ navigation: { groups: [node] } }))).toEqual([]);
  });
});

describe("GitBook's SUMMARY.md", () => {
  test('has addresses with letters of any alphabet, written out or not', () => {
    expect(pagesOf(summary, '## Money\n\n* [Über uns](%C3%BCber-uns.md)\n* [Où](où.md)\n* [100%](100%.md)\n')).toEqual([
      'über-uns.md: Money',
      'où.md: Money',
      '100%.md: Money',
    ]);
  });

  test('has sections by headings and by indentation; a page with others below it is the first of its section', () => {
    const text = [
      '# Table of contents',
      '',
      '* [Welcome](README.md)',
      '',
      '## Use it <a href="#use" id="use"></a>',
      '',
      '* [Blocks](blocks/README.md)',
      '  * [Hints \\& tips](blocks/hint.md "Hints")',
      '    * [Deep](blocks/deep.md#part)',
      '* [Last](last.md)',
      '* [Elsewhere](https://example.com)',
    ].join('\n');
    expect(pagesOf(summary, text)).toEqual([
      'README.md: ',
      'blocks/README.md: Use it > Blocks',
      'blocks/hint.md: Use it > Blocks > Hints & tips',
      'blocks/deep.md: Use it > Blocks > Hints & tips',
      'last.md: Use it',
      'https://example.com: Use it',
    ]);
  });
});

describe("MkDocs' nav", () => {
  test('has titles for pages and sections; tags of Python are not looked at', () => {
    const text = [
      'site_name: X',
      'markdown_extensions:',
      '  - pymdownx.emoji:',
      '      emoji_index: !!python/name:material.extensions.emoji.twemoji',
      'nav:',
      '  - index.md',
      '  - Use it:',
      '      - use/index.md',
      '      - First steps: use/first.md',
      '      - More:',
      '          - use/more.md',
      '  - Site: https://example.com',
    ].join('\n');
    expect(pagesOf(mkdocsNav, text)).toEqual([
      'index.md: ',
      'use/index.md: Use it',
      'use/first.md: Use it',
      'use/more.md: Use it > More',
    ]);
  });

  test.each(['', 'nav: x', 'nav: [', 'a: &a [*a]', 'nav: {a: b}'])('that is %j does no harm', (text) => {
    expect(() => pagesOf(mkdocsNav, text)).not.toThrow();
  });
});

test("MkDocs' names are HTML, of which the text is taken", () => {
  const text = 'nav:\n  - "Ways &amp; means":\n      - "The &nbsp<samp>x</samp>&nbsp command": a.md\n';
  expect(mkdocsNav.pages(text, 'en')).toEqual([{ page: 'a.md', trail: ['Ways & means'], title: 'The x command' }]);
});

describe("Docusaurus' sidebars", () => {
  const written = [
    '// The order of our pages',
    "import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';",
    "const guides = [{ type: 'doc', id: 'guides/a', label: \"A's\" }, 'guides/b',] as const;",
    'const sidebars: SidebarsConfig = {',
    "  docs: ['intro', /* more */ {",
    "    type: 'category', label: 'Guides', link: { type: 'doc', id: 'guides/index' }, collapsed: !0,",
    "    items: [...guides, { Deeper: [`c`] }, ...read('x'), make({ a: [1] }), { type: 'link', label: 'L', href: 'https://x' }],",
    "  }, { type: 'autogenerated', dirName: 'rest' }],",
    "  api: { 'Use it': ['api/one'] },",
    '};',
    '',
    'export default sidebars;',
  ].join('\n');

  test('are data, of which what is computed is left out', () => {
    expect(pagesOf(sidebars, written)).toEqual([
      'intro: ',
      'guides/index: Guides',
      'guides/a: Guides',
      'guides/b: Guides',
      'c: Guides > Deeper',
      'api/one: Use it',
    ]);
    expect(
      pagesOf(sidebars, `${written.replace('export default sidebars;', 'module.exports = sidebars\nrun()')}`),
    ).toHaveLength(6);
    expect(pagesOf(sidebars, '{ "docs": [{ "type": "category", "label": "A", "items": ["b"] }] }')).toEqual(['b: A']);
  });

  test.each([
    '',
    'module.exports = make();',
    'export default [',
    'module.exports = {a: {b: {',
    ['export default `$', '{x}`'].join(''),
  ])('that are %j have no pages', (text) => expect(pagesOf(sidebars, text)).toEqual([]));

  test('that multiply are not followed for ever', () => {
    const names = Array.from({ length: 30 }, (_, index) => `const a${index} = [a${index + 1}, a${index + 1}];`);
    expect(
      pagesOf(sidebars, `${names.join('\n')}\nconst a30 = ['x'];\nmodule.exports = { docs: a0 };`).length,
    ).toBeLessThan(100_000);
  });
});

test("Starlight's sidebar is read from Astro's configuration", () => {
  const text = `export default defineConfig({ integrations: [starlight({
    title: 'X', plugins: [run({ a: 1 })],
    sidebar: [
      { label: 'Start', translations: { fr: 'Début' }, items: ['intro', { label: 'Why', slug: 'start/why' }, { label: 'W', link: '/w/' }] },
      { label: 'Reference', collapsed: true, autogenerate: { directory: 'reference' } },
      { label: 'Site', link: 'https://x.example' },
    ],
  })] });`;
  expect(pagesOf(starlightSidebar, text)).toEqual([
    'intro: Start',
    'intro/index: Start',
    'start/why: Start',
    'start/why/index: Start',
    'w: Start',
    'w/index: Start',
    'reference/**: Reference',
  ]);
});

test("VitePress' sidebar is read from its configuration, also out of a function that only returns it", () => {
  const text = `export default defineConfig({ themeConfig: { nav: [], sidebar: { '/guide/': { base: '/guide/', items: guide() }, '/x/': [{ text: 'X', items: [{ text: 'One', link: '/x/one' }] }] } } })
function guide(): DefaultTheme.SidebarItem[] {
  return [{ text: 'Start', collapsed: false, items: [{ text: 'What', link: '/guide/what#top' }] }]
}`;
  expect(pagesOf(vitepressSidebar, text).filter((one) => !one.includes('/index'))).toEqual([
    'guide/what: Start',
    'x/one: X',
  ]);
});
