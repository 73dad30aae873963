import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { translate } from '../../src/flavour/translate.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';
import { oneIn } from '../kit/depth.ts';

const inside = (open: string, levels: number): string =>
  Array.from({ length: levels }, (_, level) => ' '.repeat(4 * level) + open).join('\n\n');

/** Texts that took the square of their length, or more: each of them is read in a moment, or is not read at all. */
const hostile: Readonly<Record<string, string>> = {
  'tags that nothing ends': '{% hint %}\n'.repeat(9_999),
  'tags that one thing ends': `${'{% hint %}\n'.repeat(9_990)}{% endhint %}`,
  'tags that nothing ends in a line': '{% hint %} '.repeat(30_000),
  'shortcodes that nothing ends': '{{< alert >}}\n'.repeat(9_999),
  'starts of tags': '{% '.repeat(100_000),
  'starts of tags in lines': '{% a\n'.repeat(9_999),
  'callouts inside each other': inside('!!! note', 300),
  'quotes inside each other': Array.from({ length: 300 }, (_, level) => `${'> '.repeat(level)}> [!note] x`).join('\n'),
  definitions: 'a\n: b\n'.repeat(4_900),
  'terms of one definition': `${'a\n'.repeat(9_000)}: b\n`,
  'open elements with Markdown': '<div markdown>\n'.repeat(9_999),
  'lists of attributes below each other': `${'x\n'.repeat(5_000)}${'{: .note }\n'.repeat(4_999)}`,
  'a list of attributes of blanks': `{:${' '.repeat(390_000)}`,
  'a heading of blanks': `# ${' '.repeat(390_000)}{`,
  'starts of links': '[a](b'.repeat(70_000),
  'starts of links of a wiki': '[['.repeat(190_000),
  'starts of comments': '%%'.repeat(190_000),
  'starts of marks': '==a '.repeat(90_000),
  'blocks between slashes': '/// note\n'.repeat(9_999),
  'a table of cards': `<table data-view="cards">${'<tr><td>a'.repeat(40_000)}</table>`,
};

const tools = ['mkdocs', 'gitbook', 'hugo', 'jekyll', 'obsidian'] as const;

describe.each(tools)('hostile texts of %s', (flavour) => {
  const turn = tools.indexOf(flavour) % 2;
  it.each(oneIn(2, Object.entries(hostile), turn))('are read, and lose no line: %s', (_, text) => {
    const { text: done, sourceOf } = translate(text, flavours[flavour], {}, 'a.md');
    const last = sourceOf({ line: done.split('\n').length, column: 1 });
    expect(last.line).toBeLessThanOrEqual(text.split('\n').length);
    expect(last.line).toBeGreaterThan(0);
  });
});

it('100,000 tags that nothing ends are one error, as in any text of so many lines', () => {
  const settings = settingsOf({ flavour: 'gitbook' });
  const { body, problems } = compileBody('{% hint %}\n'.repeat(30_000), repositoryOf({}), settings);
  expect(body).toBe('');
  expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
});
