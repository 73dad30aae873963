import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flavourNames } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';
import { runs } from '../kit/depth.ts';

/** What the tools and we read outside code, none of it with white space at an end, or with a bar. */
const signs = [
  ...['{{#if', '{{/if}}', '{{ page.id }}', '{{name}}', '{{< fig >}}', '{{% note %}}', '{% if x %}', '{% endif %}'],
  ...['{x}', '{a.b}', "{'t'}", '{/* c */}', '{#id}', '{.x}', '{: .note }', '{ width=3 }', '{>>c<<}', '{--x--}'],
  ...['<Foo/>', '<Note>', '</Note>', '<b>', '<br>', '<div>', '<!-- c -->', '<Foo a={1}', '<>', '<img src="a.png">'],
  ...[':tada:', ':material-x:', '==m==', '++ctrl+c++', '^^i^^', '^a^', '~b~', '$x$', '%%c%%', '[[w]]', '![[p.png]]'],
  ...['[a](b.md)', '![a](b.svg)', '[x]{.y}', '*[A]:', '[^1]', '**b**', '_i_', '#tag', '^id', '\\', '\\{'],
  ...[
    '&amp;',
    '&lt;',
    '--8<--',
    '///',
    '(1)!',
    'https://example.com',
    'a@b.cd',
    'import',
    'export const x = {',
    'word',
    'é',
  ],
];

/** What may begin a line in a paragraph. */
const atStart = ['{{#if', '{% if x %}', '{x}', '<Foo/>', '<b>', ':tada:', '*[A]:', '^id', 'export const x = {', 'word'];

const words = (one: readonly string[]) => fc.array(fc.constantFrom(...one), { minLength: 1, maxLength: 3 });
const line = words(signs).map((parts) => parts.join(' '));
const lineBelow = fc.tuple(fc.constantFrom(...atStart), line).map((parts) => parts.join(' '));
const lines = fc
  .tuple(line, fc.array(lineBelow, { maxLength: 2 }))
  .map(([first, more]) => [first, ...more] as readonly string[]);

/** How the lines of a paragraph stand in a text. */
const places: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'a paragraph': (all) => all.join('\n'),
  'a list': (all) => `- One\n- ${all.join('\n  ')}\n- Three`,
  'a numbered list in a list': (all) => `- One\n\n  1. ${all.join('\n     ')}\n  2. Two`,
  'a quote': (all) => `> ${all.join('\n> ')}`,
  'a list in a quote': (all) => `> - ${all.join('\n>   ')}`,
  'a callout': (all) => `:::callout{color=blue}\n${all.join('\n')}\n:::`,
  'a table': (all) => `| A | B |\n| --- | --- |\n| ${all.join(' ')} | b |`,
  'a heading': (all) => `## ${all.join(' ')}`,
};

const white = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The texts of code in HTML. */
function codeIn(html: string): readonly string[] {
  return [...html.matchAll(/<code[^<>]*>([\s\S]*?)<\/code>/g)].map(([, text = '']) =>
    white(
      text
        .replace(/<[^<>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    ),
  );
}

const repository = repositoryOf({});

describe.each(flavourNames)('in %s', (flavour) => {
  const settings = settingsOf({ flavour, variables: { name: 'Value' } });
  const path = ['mintlify', 'starlight'].includes(flavour) ? 'a.mdx' : 'a.md';
  // Intercom has no code in headings: what is left there is text.
  test.each(Object.keys(places).filter((place) => place !== 'a heading'))(
    'code in %s has the text that it holds',
    (place) => {
      fc.assert(
        fc.property(lines, fc.constantFrom('`', '``'), (inside, ticks) => {
          const [first = '', ...more] = inside;
          const written = [`See ${ticks}${first}`, ...more];
          written.push(`${written.pop()}${ticks} and <em>more</em>.`);
          const { body } = compileBody(`Text.\n\n${places[place]?.(written)}\n\nEnd.\n`, repository, settings, path);
          expect(codeIn(body)).toEqual([white(inside.join(' '))]);
        }),
        { numRuns: runs(60) },
      );
    },
  );
});
