import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { resolveReferences } from '../../src/body/references.ts';
import { modes } from '../../src/sandbox/quirks.ts';
import { rewriteBody } from '../../src/sandbox/rewrite/body.ts';
import { runs } from '../kit/depth.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const repository = repositoryOf({ 'b.md': '# B\n', 'i.png': 'i', '_s/x.md': 'wsnippet and {{product}}\n' });
const settings = settingsOf({ variables: { product: 'wproduct' } });
const everything = ['nested-lists', 'callouts', 'sections', 'headings', 'merged-cells'] as const;

/** A word that is found again: no other text holds it. */
const word = fc.nat({ max: 99_999 }).map((number) => `W${number}X`);

const { inline } = fc.letrec<{ inline: string; piece: string }>((tie) => ({
  inline: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
  piece: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    tie('inline').map((text) => `*${text}*`),
    tie('inline').map((text) => `**${text}**`),
    tie('inline').map((text) => `x ~~${text}~~`),
    tie('inline').map((text) => `[${text}](b.md)`),
    fc.tuple(tie('inline'), word).map(([text, title]) => `[${text}](https://example.com "${title}")`),
    fc.tuple(word, word).map(([alt, title]) => `![${alt}](i.png "${title}")`),
    word.map((text) => `\`${text}\``),
    word.map((text) => `<${text}>`),
    word.map((text) => `</${text}>`),
    tie('inline').map((text) => `:button[${text}]{href=b.md}`),
    fc
      .tuple(
        fc.constantFrom(
          'sup',
          'sub',
          'kbd',
          'u',
          'mark',
          'span',
          'q',
          'small',
          'cite',
          'label',
          'font',
          'ins',
          's',
          'a',
          'button',
        ),
        tie('inline'),
      )
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    fc.tuple(word, word).map(([text, title]) => `<abbr title="${title}">${text}</abbr>`),
    word.map((text) => `<br>${text}\\\n${text}`),
    word.map((text) => `[${text}]`),
    word.map((text) => `{{${text}}}`),
    fc.constant('{{product}}'),
  ),
}));

const indented = (text: string, by: string): string => text.split('\n').join(`\n${by}`);

const { document } = fc.letrec<{ document: string; block: string }>((tie) => ({
  document: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    inline,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inline)
      .map(([level, text]) => `${'#'.repeat(level)} ${indented(text, '')}`.replace(/\n/g, ' ')),
    fc
      .array(tie('document'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${indented(item, '  ')}`).join('\n')),
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), tie('document'), tie('document'))
      .map(([start, a, b]) => `${start}. ${indented(a, '   ')}\n${start + 1}. ${indented(b, '   ')}`),
    fc
      .tuple(fc.constantFrom('', '[!NOTE]\n', '[!tip] ', '[!OTHER]\n'), tie('document'))
      .map(([mark, text]) => `> ${indented(mark + text, '> ')}`),
    fc
      .tuple(fc.constantFrom('callout{color=red}', 'callout', 'center', 'right', 'note'), tie('document'))
      .map(([name, text]) => `::::::${name}\n${text}\n::::::`),
    word.map((text) => `\`\`\`js\n${text}\n\n  ${text}\n\`\`\``),
    word.map((text) => `    ${text}`),
    fc
      .tuple(word, word, word, word)
      .map(
        (cells) =>
          `| ${cells[0]} | ${cells[1]} |\n| :-: | - |\n| ${cells[2]} |\n| ${cells[0]} | ${cells[1]} | ${cells[3]} |`,
      ),
    fc.tuple(word, inline).map(([text, note]) => `${text}[^${text}]\n\n[^${text}]: ${indented(note, '    ')}`),
    fc.tuple(word, inline).map(([text, note]) => `[^${text}]: ${indented(note, '    ')}`),
    fc
      .tuple(word, tie('document'))
      .map(([title, text]) => `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`),
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'section',
          'center',
          'form',
          'fieldset',
          'figure',
          'blockquote',
          'ul',
          'p',
          'address',
          'dl',
          'select',
          'table',
          'li',
          'td',
          'dd',
        ),
        word,
        word,
      )
      .map(([tag, a, b]) => `<${tag}>${a} <b>${b}</b></${tag}>`),
    fc
      .tuple(word, word, word)
      .map(
        ([a, b, c]) =>
          `<table><caption>${a}</caption><tr><th>${b}</th><td>${c}<table><tr><td>${a}</td></tr></table></td></tr></table>`,
      ),
    fc.tuple(word, word).map(([a, b]) => `<dl><dt>${a}</dt><dd>${b}</dd></dl>`),
    word.map(
      (text) =>
        `<form><input value="${text}"><textarea>${text}</textarea><select><option>${text}</option></select></form>`,
    ),
    word.map((text) => `<div>\n<${text}>`),
    fc.constant('::include{file=_s/x.md}'),
    fc.constant('---'),
    tie('document').map((text) => `<div align="right">\n\n${text}\n\n</div>`),
  ),
}));

describe('nothing is dropped in silence', () => {
  it.each([
    ['as usual', settings, runs(250)],
    ['flattened', { ...settings, flatten: everything }, runs(120)],
  ] as const)('every word of a source is in the body, or in a problem, %s', (_name, chosen, numRuns) => {
    fc.assert(
      fc.property(document, (markdown) => {
        const { body, problems } = compileBody(markdown, repository, chosen);
        const said = body + problems.map(({ message }) => message).join(' ');
        const words = new Set([...markdown.matchAll(/W\d+X/g)].map(([found]) => found));
        if (markdown.includes('{{product}}') && !said.includes('{{product}}')) words.add('wproduct');
        // In a line of text or HTML an include is text like any other, and shows as what was written.
        if (markdown.includes('::include') && !said.includes('::include')) words.add('wsnippet');
        expect([...words].filter((one) => !said.includes(one))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('what Intercom makes of it', () => {
  it.each([
    ['observed', settings],
    ['strict', { ...settings, flatten: everything }],
  ] as const)('in the mode %s is what was sent', (mode, chosen) => {
    fc.assert(
      fc.property(document, (markdown) => {
        const { body } = compileBody(markdown, repository, chosen);
        const sent = resolveReferences(body, () => 'https://example.com/');
        const rewriting = { quirks: modes[mode], origin: 'api', headingDigits: () => '0123456789' } as const;
        expect(canonical(rewriteBody(sent, rewriting).print((image) => image))).toBe(canonical(sent));
      }),
      { numRuns: runs(120) },
    );
  });
});
