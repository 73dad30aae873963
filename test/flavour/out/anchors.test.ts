import { slug as slugOf } from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { toolAnchors } from '../../../src/flavour/out/anchors.ts';
import type { FlavourName } from '../../../src/model/flavour-name.ts';

/** Anchors of headings, one a heading: `=x` is written with it, `?x` cannot be led to. */
function anchors(flavour: FlavourName, ...texts: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  const headings = texts.map((text) => {
    const plain = slugOf(text);
    const before = count.get(plain) ?? 0;
    count.set(plain, before + 1);
    return { text, slug: before === 0 ? plain : `${plain}-${before}` };
  });
  const found = toolAnchors(flavour, headings);
  return headings.map(({ slug }) => {
    const one = found.get(slug);
    if (one === undefined) return slug;
    return `${{ 'by-rule': '', written: '=', nowhere: '?' }[one.is]}${one.anchor}`;
  });
}

const headings = ['Where they are', 'Où êtes-vous ?', "What's next: a & b", '2 steps', '中文', 'Steps', 'Steps'];

describe('the anchors of headings', () => {
  it.each<[FlavourName, readonly string[]]>([
    ['mkdocs', ['where-they-are', 'ou-etes-vous', 'whats-next-a-b', '2-steps', '=中文', 'steps', 'steps_1']],
    ['vitepress', ['where-they-are', 'ou-etes-vous', 'what-s-next-a-b', '_2-steps', '中文', 'steps', 'steps-1']],
    ['mintlify', ['where-they-are', '=où-êtes-vous-', '=whats-next-a--b', '2-steps', '中文', 'steps', '=steps-1']],
    ['gitbook', ['where-they-are', '=où-êtes-vous-', '=whats-next-a--b', '=2-steps', '=中文', 'steps', '=steps-1']],
    ['obsidian', ['Where they are', 'Où êtes vous', 'What s next a b', '2 steps', '中文', 'Steps', '?steps-1']],
    ['docusaurus', ['where-they-are', 'où-êtes-vous-', 'whats-next-a--b', '2-steps', '中文', 'steps', 'steps-1']],
    ['jekyll', ['where-they-are', 'où-êtes-vous-', 'whats-next-a--b', '2-steps', '中文', 'steps', 'steps-1']],
  ])('are those of %s', (flavour, expected) => {
    expect(anchors(flavour, ...headings)).toEqual(expected);
  });

  it('are written where the tool’s would lead to another heading', () => {
    expect(anchors('mkdocs', 'Über', 'Uber')).toEqual(['=über', '=uber']);
    expect(anchors('mkdocs', 'Straße', 'Masse')).toEqual(['=straße', 'masse']);
  });
});
