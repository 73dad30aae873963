import { describe, expect, test } from 'vitest';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

/** What each tool drops in a line of text, and what a cell shows that has nothing else. */
const dropped: readonly (readonly [FlavourName, string, string | null])[] = [
  ['starlight', '<Icon name="x" />', '✗'],
  ['starlight', '{a.b}', null],
  ['starlight', '{/* c */}', null],
  ['mintlify', '<Icon icon="x" />', '✗'],
  ['docusaurus', '<TOCInline toc={toc} />', null],
  ['vitepress', '{{ a.b }}', null],
  ['mkdocs', ':material-check:', '✓'],
  ['mkdocs', '{{ a.b }}', null],
  ['mkdocs', '{>>c<<}', null],
  ['hugo', '{{< icon x >}}', '✗'],
  ['jekyll', '{% octicon x %}', '✗'],
  ['jekyll', '{{ a.b }}', null],
  ['obsidian', '%%c%%', null],
  ['github', '<i class="fa fa-x"></i>', '✗'],
];

const shown = (
  flavour: FlavourName,
  text: string,
): { readonly html: string; readonly words: string; readonly codes: string } => {
  const path = ['mintlify', 'starlight'].includes(flavour) ? 'a.mdx' : 'a.md';
  const { body, problems } = compileBody(text, repositoryOf({}), settingsOf({ flavour }), path);
  const words = body
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { html: body, words, codes: problems.map(({ code }) => code).join() };
};

describe.each(dropped)('what %s drops (%s)', (flavour, part, inCell) => {
  test.each(['**', '*', '_', '__', '***', '~~'])('leaves no %s behind where nothing else is in it', (mark) => {
    expect(shown(flavour, `a ${mark}${part}${mark} b`).words).toBe('a b');
    expect(shown(flavour, `a\n\n${mark}${part}${mark}\n\nb`)).toMatchObject({
      words: 'a b',
      html: expect.not.stringContaining('<hr'),
    });
    expect(shown(flavour, `| A | B |\n| --- | --- |\n| ${mark}${part}${mark} | b |`).words).toBe(
      inCell === null ? 'A B b' : `A B ${inCell} b`,
    );
    expect(shown(flavour, `- ${mark}${part}${mark}\n- b`).words).toBe('b');
  });

  test('leaves the emphasis of what is beside it', () => {
    for (const text of [`a **${part} b** c`, `a **b ${part}** c`, `**b ${part}**`, `**${part} b**`]) {
      const { html, words } = shown(flavour, text);
      expect(html).toContain('<b>');
      expect(words).not.toContain('*');
    }
  });

  test('leaves no link that nobody sees, and no heading without a word', () => {
    const link = shown(flavour, `a [**${part}**](https://example.com) b`);
    expect(link.words).toBe('a b');
    const heading = shown(flavour, `## T\n\na\n\n### ${part}\n\nb\n\n#### **${part}**\n\nc`);
    expect(heading.words).toBe('T a b c');
    expect(heading.html.match(/<h\d/g)).toHaveLength(1);
  });
});
