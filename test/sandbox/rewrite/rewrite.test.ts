import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { observedQuirks, type Quirks, strictQuirks } from '../../../src/model/quirks.ts';
import { RefusedBody, rewriteBody } from '../../../src/sandbox/rewrite/body.ts';

const fixtures = new URL('fixtures/', import.meta.url);

/** Rewrites a body; heading ids are counted, images stay where they are. */
function rewrite(html: string, quirks: Quirks = observedQuirks): string {
  let ids = 0;
  const headingDigits = () => (ids++).toString(16).padStart(10, '0');
  return rewriteBody(html, { quirks, origin: 'api', headingDigits }).print((image) => image);
}

/** The reason for which a body is refused; null when it is not. */
function refusal(html: string, quirks: Quirks = observedQuirks): string | null {
  try {
    rewrite(html, quirks);
    return null;
  } catch (error) {
    if (error instanceof RefusedBody) return error.message;
    throw error;
  }
}

describe('what is sent, and what is stored', () => {
  test.each(readdirSync(fixtures))('%s', (name) => {
    const file = (part: string) => new URL(`${name}/${part}.html`, fixtures);
    const stored = rewrite(readFileSync(file('sent'), 'utf8'));
    // UPDATE=1 writes the expectations anew.
    if (process.env['UPDATE'] !== undefined || !existsSync(file('stored'))) writeFileSync(file('stored'), stored);
    expect(stored).toBe(readFileSync(file('stored'), 'utf8'));
    expect(rewrite(stored)).toBe(stored);
  });
});

describe('what is refused', () => {
  test.each([
    ['a definition list', '<dl><dt>a</dt></dl>', 'definition lists are not supported'],
    [
      'a frame of another site',
      '<iframe src="https://example.com/"></iframe>',
      'the iframe source is not a supported video host',
    ],
    [
      'a frame of a site that only ends like one',
      '<iframe src="https://notyoutube.com/embed/a"></iframe>',
      'the iframe source is not a supported video host',
    ],
    [
      'a Loom page that is no embed',
      '<iframe src="https://www.loom.com/share/a"></iframe>',
      'the iframe source is not a supported video host',
    ],
    ['an empty list', '<ol></ol>', 'lists must have at least one item that is not empty'],
    ['an empty item', '<ul><li>a</li><li> </li></ul>', 'list items must not be empty'],
    [
      'a table in a list',
      '<ul><li><table><tr><td>a</td></tr></table></li></ul>',
      'tables are not supported inside list items',
    ],
    [
      'a table in a table',
      '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
      'nested tables are not supported',
    ],
    ['a table without a cell', '<table><tr></tr></table>', 'tables must have at least one cell'],
  ])('%s', (_, html, reason) => {
    expect(refusal(html)).toBe(reason);
    expect(refusal(html, strictQuirks)).toBe(reason === 'list items must not be empty' ? null : reason);
  });

  test('and what is not: an item with an empty line, videos of every kind', () => {
    expect(refusal('<ul><li><p></p></li></ul>')).toBeNull();
    const hosts = [
      'www.youtube.com',
      'fast.wistia.net',
      'player.vimeo.com',
      'www.loom.com',
      'play.vidyard.com',
      'streamio.com',
    ];
    for (const host of hosts) expect(refusal(`<iframe src="https://${host}/embed/a"></iframe>`)).toBeNull();
  });
});

const words = fc.constantFrom('a', 'b c', ' ', '\n', '  ', '&lt;x&gt;', '&amp;', '\u00a0', '\u200b', 'é', '"');
const tags = [
  ...[
    'p',
    'div',
    'span',
    'b',
    'strong',
    'i',
    'em',
    'code',
    'u',
    'h1',
    'h2',
    'h3',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'ul',
    'ol',
    'li',
  ],
  ...[
    'section',
    'details',
    'summary',
    'figure',
    'a href="https://example.com/"',
    'a class="intercom-h2b-button" href="#a"',
  ],
  ...[
    'div class="intercom-container"',
    'div class="intercom-interblocks-callout"',
    'p class="intercom-align-center"',
    'script',
    'td',
    'tr',
  ],
];
const voids = [
  '<br>',
  '<hr>',
  '<img src="https://example.com/a.png">',
  '<table><tr><td>x</td></tr></table>',
  '<!-- x -->',
];

/** HTML as nobody would write it on purpose: any element in any other. */
const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.constantFrom(...voids),
    fc.tuple(fc.constantFrom(...tags), tie('nodes')).map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
})).nodes;

const KNOWN = new Set(
  'p b i a br hr h1 h2 h3 h4 ul ol li img div pre code table tbody tr td iframe details summary'.split(' '),
);

describe('whatever is sent', () => {
  test.each([
    ['observed', observedQuirks],
    ['strict', strictQuirks],
  ])('is refused, or stays as it is when it is sent again (%s)', (_, quirks) => {
    fc.assert(
      fc.property(html, (sent) => {
        if (refusal(sent, quirks) !== null) return;
        const stored = rewrite(sent, quirks);
        fc.pre(refusal(stored, quirks) === null);
        const again = rewrite(stored, quirks);
        const nameless = (text: string) => text.replace(/ id="[^"]*"/g, '');
        expect(quirks.headingIds === 'kept' ? again : nameless(again)).toBe(
          quirks.headingIds === 'kept' ? stored : nameless(stored),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('is stored in Intercom’s own vocabulary, with no newline but after an empty paragraph', () => {
    fc.assert(
      fc.property(html, (sent) => {
        if (refusal(sent) !== null) return;
        const stored = rewrite(sent);
        visit(fromHtml(stored, { fragment: true }), 'element', (node) => {
          expect(KNOWN).toContain(node.tagName);
          expect(Object.keys(node.properties).filter((name) => /^on/i.test(name))).toEqual([]);
        });
        expect(stored.replaceAll('<p class="no-margin"></p>\n', '')).not.toContain('\n');
        expect(stored).not.toMatch(/\n$/);
      }),
      { numRuns: 1500 },
    );
  });
});
