import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseWellFormed } from '../../src/body/parse-well-formed.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

/** Nodes without what leads back up, which is held against where they are. */
function seen(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], parent: unknown): unknown {
  return nodes.map((node) => {
    expect(node.parentNode).toBe(parent);
    const { parentNode: _, ...own } = node;
    return 'childNodes' in node ? { ...own, childNodes: seen(node.childNodes, node) } : own;
  });
}

/** @returns whether it was read without parse5, which has read the same then */
function readsTheSame(html: string): boolean {
  const ours = parseWellFormed(html);
  if (ours === null) return false;
  expect(seen(ours, ours[0]?.parentNode)).toEqual(
    (() => {
      const { childNodes } = parseFragment(html);
      return seen(childNodes, childNodes[0]?.parentNode);
    })(),
  );
  return true;
}

const names =
  'a b br code details div em figcaption figure h1 h2 h3 hr i iframe img li ol p pre s section span strong summary table tbody td th thead tr u ul';
const attributes = [
  ...['', '', '', ' class="no-margin"', ' id="h_1" class="x y"', ' href="https://example.com/?a=1&amp;b=2"', ' hidden'],
  ...[' href="/?a=1&b=2"', ' alt="a > b <c>" alt="twice"', ' title="&quot;&#39;&#xe9;&nbsp;"', '\n src="x"\n  alt=""'],
];
const texts = [
  ...[
    'a',
    ' ',
    '\n',
    'b & c',
    '&amp;',
    '&lt;b&gt;',
    '&nbsp;',
    '&#39;',
    '&#x1F600;',
    'é 😀',
    '>',
    '"',
    '&copy;',
    '&#128;',
  ],
  ...['&ampx', '&', 'x=1&y', '\u200b', '\t', '&#xD800;', '&#10;', '\n\n'],
];

/** Well-formed, of the elements that are known, in any of the others. */
const wellFormed = fc.letrec<{ node: string; list: string }>((tie) => ({
  list: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...texts),
    fc
      .tuple(fc.constantFrom(...names.split(' ')), fc.constantFrom(...attributes), tie('list'))
      .map(([name, given, inside]) =>
        ['br', 'hr', 'img'].includes(name) ? `<${name}${given}>` : `<${name}${given}>${inside}</${name}>`,
      ),
  ),
})).list;

it('reads what it reads as parse5 does', () => {
  let read = 0;
  const runs = 3_000;
  fc.assert(
    fc.property(wellFormed, (html) => {
      if (readsTheSame(html)) read += 1;
    }),
    { numRuns: runs },
  );
  // Else nothing would be told by it.
  expect(read).toBeGreaterThan(runs / 5);
});

it('reads what it reads of any text as parse5 does', () => {
  fc.assert(
    fc.property(arbitraryHtml, (html) => void readsTheSame(html)),
    { numRuns: 3_000 },
  );
});

it.each([
  ['a paragraph in a paragraph', '<p>a<p>b</p></p>'],
  ['a block in a paragraph, also further in', '<p><b><div>x</div></b></p>'],
  ['a link in a link', '<a href="x"><b><a href="y">z</a></b></a>'],
  ['a heading in a heading', '<h1><h2>a</h2></h1>'],
  ['a list item in no list', '<li>a</li>'],
  ['text between cells', '<table><tbody><tr>x<td>a</td></tr></tbody></table>'],
  ['a row without a body', '<table><tr><td>a</td></tr></table>'],
  ['code that begins with a newline', '<pre>\na</pre>'],
  ['a frame with something in it', '<iframe src="x"><b>a</b></iframe>'],
  ['an element that is not closed', '<p>a'],
  ['elements that cross', '<b><i>a</b></i>'],
  ['a closing tag too many', 'a</p>'],
  ['a comment', '<p><!-- a --></p>'],
  ['capital letters', '<P>a</P>'],
  ['an element of another name', '<svg></svg>'],
  ['an attribute without quotes', '<img width=1>'],
  ['an attribute twice', '<img alt="a" alt="b">'],
  ['a reference that is not closed', '<p>&copy</p>'],
  ['a number of a control character', '<p>&#128;</p>'],
  ['a carriage return', '<p>a\r</p>'],
])('leaves %s to parse5', (_, html) => {
  expect(parseWellFormed(html)).toBeNull();
});

it('reads what is long and hostile once, not once for each of its pieces', () => {
  const hostile = ['& ', '<b>', '<a href="', ' ', '</', '<p a="b" ', '&#1', '&amp;'];
  const read = hostile.map((piece) => [
    parseWellFormed(piece.repeat(200_000)) !== null,
    parseWellFormed(`<p ${piece.repeat(200_000)}`) !== null,
  ]);
  // Plain text is all that it knows of them. Read once for each piece, this would take minutes.
  expect(read.map(([text]) => text)).toEqual([true, false, false, true, false, false, false, true]);
  expect(read.some(([, inTag]) => inTag)).toBe(false);
});

it('leaves tags with more attributes than anybody writes to parse5, be they thousands or millions', () => {
  const tag = (count: number) => `<p ${Array.from({ length: count }, (_, at) => `a${at}`).join(' ')}>x</p>`;
  expect(readsTheSame(tag(30))).toBe(true);
  // Each would be held against all before it.
  expect(readsTheSame(tag(1000))).toBe(false);
  // So many are too many for a regular expression to find in one go.
  expect(parseWellFormed(`<p ${'a '.repeat(4_000_000)}>x</p>`)).toBeNull();
});

const corpus = new URL('../../../shared/corpus/bodies/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('skipped: bodies of real workspaces are not beside this checkout\n');

describe.skipIf(!present)('bodies of real workspaces', () => {
  const bodies = present ? readdirSync(corpus).filter((name) => name.endsWith('.html')) : [];

  it('are read as parse5 does, most of them without it', () => {
    const read = bodies.filter((name) => readsTheSame(readFileSync(new URL(name, corpus), 'utf8')));
    expect(read.length).toBeGreaterThan(bodies.length * 0.8);
  });
});
