import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { readSource } from '../../src/read/source.ts';

const home = `---
layout: home
hero:
  name: Mendwick
  text: Repairs, *sorted*
  tagline: Every machine has a page.
  image:
    light: /home/phone.light.png
    alt: A phone
  actions:
    - theme: brand
      text: Get started
      link: /guides/start
    - text: Code
      link: https://example.com/code
features:
  - title: Tracking
    details: Keeps <b>count</b>.
    icon: <svg><path d="M1"/></svg>
    link: /guides/tracking
    linkText: Set it up
  - icon: 🌈
    title: Themes
    details: Yours.
---

Below it.
`;

function read(text: string, flavour: FlavourName) {
  const address = { path: 'index.md', article: 'index.md', locale: 'en' };
  const rules = { ignore: [], rename: {} };
  const result = readSource(address, new TextEncoder().encode(text), 'content/index.md', rules, flavours[flavour]);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result;
}

describe('a home page in front matter', () => {
  it('is a page of text, each piece near the line that says it', () => {
    const { source, problems } = read(home, 'vitepress');
    const lines = source.body.split('\n').map((line, at) => `${at + 1}: ${line}`);
    expect(lines.filter((line) => !/: $/.test(line))).toEqual([
      '4: # Mendwick',
      '5: **Repairs, \\*sorted\\***',
      '7: Every machine has a page.',
      '9: ![A phone](</home/phone.light.png>)',
      '11: [Get started](</guides/start>) · [Code](<https://example.com/code>)',
      '17: ## Tracking',
      '18: Keeps <b>count</b>. [Set it up](</guides/tracking>)',
      '23: ## Themes',
      '24: Yours.',
      '27: Below it.',
    ]);
    expect(lines).toHaveLength(home.split('\n').length);
    expect({ name: source.name, problems }).toEqual({ name: null, problems: [] });
  });

  it('is one by the layout alone, where the tool asks for one', () => {
    expect(read(home.replace('layout: home', 'layout: doc'), 'vitepress').source.body.trim()).toBe('Below it.');
    expect(read(home.replace('layout: home', 'template: splash'), 'starlight').source.body).toContain('# Mendwick');
    expect(read(home, 'mkdocs').source.body.trim()).toBe('Below it.');
  });

  it('says that it is in front matter where there is no room for it', () => {
    const title = 'A title that is long enough to be more than a label in a list of some parts, and goes on';
    const features = Array.from({ length: 5 }, () => `  - { title: "${title}", details: Text, link: /a, linkText: B }`);
    const { source, problems } = read(`---\nlayout: home\nfeatures:\n${features.join('\n')}\n---\n`, 'vitepress');
    expect(source.body.trim()).toBe('');
    expect(problems.map(({ code }) => code)).toEqual(['page-in-front-matter']);
  });
});

describe("what a site's own layout shows of front matter", () => {
  const post = (...front: readonly string[]): string => `---\nlayout: post\n${front.join('\n')}\n---\n\nText.\n`;

  it.each([
    ['vid: AhGJ-zwAlZU', 'https://www.youtube.com/watch?v=AhGJ-zwAlZU'],
    ['video_url: https://youtu.be/AhGJ-zwAlZU', 'https://youtu.be/AhGJ-zwAlZU'],
    ['video: screenshots', ''],
    ['image: AhGJ-zwAlZU', ''],
  ])('is its video, in the line of the key: %s', (key, expected) => {
    const { source } = read(post('title: A', key), 'jekyll');
    expect(source.body.split('\n')).toEqual(['', '', '', expected, '', '', 'Text.', '']);
    expect(read(post('title: A', key), 'mkdocs').source.body.trim()).toBe('Text.');
  });

  it('and lists of things with parts, which are said', () => {
    const lists = ['images:', '- url: /a.png', '  title: A', 'redirect_from:', '  - path: /x', 'tags:', '  - a'];
    const { problems } = read(post(...lists), 'jekyll');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('may show ("images");')]);
    expect(read(post(...lists), 'hugo').problems).toEqual([]);
  });
});
