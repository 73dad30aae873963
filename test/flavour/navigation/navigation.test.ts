import { describe, expect, test } from 'vitest';
import { docsJson } from '../../../src/flavour/navigation/docs-json.ts';
import { mkdocsNav } from '../../../src/flavour/navigation/mkdocs-nav.ts';
import type { Navigation } from '../../../src/flavour/navigation/navigation.ts';
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
