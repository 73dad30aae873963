import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../src/dialect/syntax/parse.ts';
import { readInPieces } from '../../../../src/dialect/syntax/simple/pieces.ts';
import { countingIn } from '../../../../src/dialect/syntax/steps.ts';
import { unneededIn } from '../../../../src/dialect/syntax/unneeded.ts';
import { wholeSyntax } from '../../../../src/dialect/syntax/whole.ts';
import { noValues, type Values } from '../../../../src/model/variables.ts';
import { runs } from '../../../kit/depth.ts';
import { mixedTexts, outcome } from '../pieces.ts';
import { mixedLines, tidyTexts } from './plain-texts.ts';

const values: Values = { isOn: true, find: () => ({ value: 'v', finding: null }), owns: () => false };
const start = { line: 1, column: 1, offset: 0 };

const whole = (text: string, given = noValues): Root =>
  countingIn({ taken: 0 }, () => wholeSyntax(given, unneededIn(text))(text, start));

function expectTheSame(text: string, given = noValues): void {
  const expected = outcome(() => whole(text, given));
  // What is too much for the parser need not be too much here.
  if (typeof expected !== 'string')
    expect(
      outcome(() => parseMarkdown(text, given)),
      text,
    ).toEqual(expected);
}

/** What is left to the whole syntax. */
function leftIn(text: string): readonly string[] {
  const left: string[] = [];
  readInPieces(text, noValues, (part) => {
    left.push(part);
    return { type: 'root', children: [] };
  });
  return left;
}

describe('a text that is read in pieces', () => {
  test.each([
    ['blocks and lists that are in order', tidyTexts, 1_500],
    ['lines of all kinds', mixedLines, 2_500],
    ['marks of all kinds', mixedTexts, 1_500],
  ] as const)(
    'has the tree of the whole: %s',
    (_, texts, count) => {
      fc.assert(fc.property(texts, fc.constantFrom(values, noValues), expectTheSame), { numRuns: runs(count) });
    },
    600_000,
  );

  test('has the tree of the whole: every example of the specification, alone and between paragraphs', () => {
    for (const { markdown } of tests) {
      const text = markdown.replace(/→/g, '\t');
      for (const around of [text, `a\n\n${text}\n\nb\n`, `- a\n\n${text}\n- b\n\n## c\n${text}`]) expectTheSame(around);
    }
  });

  test.each([
    ['code that begins in an item', '- **a**{x}\n\n  ```\n  b\n\nc\n\n```\nd\n'],
    ['code in what is indented', 'a | b\n    ```\n\nc\n\n    ```\n\nd\n'],
    ['code in a quote', '> ```\n> a\n\nb\n\n> ```\n\nc\n'],
    ['code of more marks', '```{a}\n\n````\n\nb\n\n```\n\nc\n'],
    ['code of the other marks', '~~~\n\na\n\n```\n\n~~~\n\nb\n\n```\n'],
    ['what would be code, in HTML', '</div>a\n```js\n\n```\n\nb\n'],
    ['what would be a callout, in HTML', '<div>\n:::callout\n\n:::\n\n```\n\nb\n'],
    ['code right behind a table', '| a |\n| - |\n```js\n\n```\n\nb\n\n| a |\n| - |\n:::callout\n\n:::\n\nb\n'],
    ['a list behind indented code', '    a\n\n2. ```\n   b\n   ```\n\nc\n'],
    ['a list in a quote behind indented code', '    a\n\n> 2. b\n\n    c\n\n> > 3) d\n'],
    ['a list in a quote behind indented code, by other markers', '    a\n\n> > 2. b\n\nc\n\n    d\n\n>\t-\n> e\n'],
    ['what only looks like the end of code', '~~~\n~~~\u00a0\n\nb\n'],
    ['links with little in them', '[l]( "t") [l](u "") [](u) [l]() [](u "t")\n\n[l](u  "t") [l]( u)'],
    ['a comment over blank lines', '<!-- a\n\nb\n\n-->\n\nc\n'],
    ['a script over blank lines', '<script>\n\nb\n\n</script>\n\nc\n'],
    ['a callout over blank lines', ':::callout{type="note"}\n\nb\n\n:::\n\nc\n'],
    ['a callout in a callout', '::::center\n\n:::callout\n\na\n\n:::\n\nb\n\n::::\n\nc\n'],
    ['a callout that is not closed', ':::callout\n\na\n\n- b\n'],
    ['what is no callout', ':::callout{x\n\n```\n\n:::\n\na\n\n```\n\nb\n'],
    ['an item that goes on behind a blank line', '- <b>a</b> &amp;\n\n  b\n- c\n\nd\n'],
    ['a definition at the end', 'See [a].\n\n## b\n\n[a]: /c\n'],
    ['a footnote at the end', 'See[^1].\n\n- b\n\n[^1]: c\n'],
    ['an item that would interrupt', '*e*\n1. *'],
    ['code at the start of an indented line', '- a\n  `b`\n'],
    [
      'quotes',
      '> a\n> `b`  \n> c\n>\n> - d\n>   e\n>\n>   > f\n>\n> ```\n> g\n>\n>   h\n> ```\n\n- i\n  > [!NOTE]\n  > j\n- k\n',
    ],
    ['a quote that goes on without its marker', '> a\nb\n\n> - c\nd\n\n> e\n- f\n\n- > g\n  h\n- > i\nj\n'],
    ['markers of a quote without text', '>\n> a\n>\n\n>b\n>  c\n\n> d\n>\te\n'],
    [
      'variables',
      '{{a}} b **{{ c }}** [{{d}}](u)\n{{e}}\n\n`{{f}}` {{g h}} {{}} { i }\n\n> {{j}}\n\n[k]({{l}}) {{m}}\n',
    ],
    [
      'brackets around what is no link',
      '[a] b [c d]: [!NOTE]\n\n- [ ] e\n- [x] f\n- [g] h\n\n[i][j] [k] (l) [^m] []\n',
    ],
    ['marks that could open and close', '(*a?*) **b:**, *c*d* **e**f\n\n*g.*h* **i**.**j**\n'],
    ['breaks', 'a  \nb \nc   \n**d**  \n\ne  \n\n**f**\\\ng\\\n\n- h\\\n  i\n'],
    ['tags that close with more than a name', 'a </b c="d"> </b/> </b /> </b> e'],
    ['attributes that no tag has', 'a <b -c="d"> <b c-="d"> e'],
    ['what other syntaxes end lines with', '---\u2028a\n\n```js\u2028b\nc\n```\n\nd\n```js\u2029`e`\n\nf\n'],
    ['what other syntaxes end lines with, in front of code', '~~~a\u2028b\n\n# c\n\n~~~\n\nd\n'],
    ['the end of code with a tab behind it', '```\na\n```\t\n\nb\n\n```\n'],
    ['a callout whose attributes are none', ':::callout{a="b"c="d"}\n\n```\n\n:::\n\nb\n\n```\n'],
  ])('has the tree of the whole: %s', (_, text) => {
    for (let end = 1; end <= text.length; end += 1)
      for (const given of [noValues, values]) expectTheSame(text.slice(0, end), given);
  });
});

describe('the whole syntax', () => {
  test('has nothing to read in a plain article', () => {
    const text = [
      '# Set up\n\nOpen **Settings** → *Team*, then [choose](a.md "A") `Edit`:\n\n![A screen](a.png)\n',
      '1. One\n2. Two:\n\n   ```sh\n   npm ci\n\n   npm test\n   ```\n\n   - a\n   - b  \n     c\n3. Three\n\n***\n',
    ].join('\n');
    expect(leftIn(text)).toEqual([]);
    expect(parseMarkdown(text, noValues)).toEqual(whole(text));
  });

  test('has to read no more than what is not plain', () => {
    const text =
      'One.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nTwo.\n\n> A quote\n\n:::callout\n\nA\n\n:::\n\nThree\n\nA &amp; b\n';
    expect(leftIn(text)).toEqual(['| a | b |\n| - | - |\n| 1 | 2 |\n\n', ':::callout\n\nA\n\n:::\n\n', 'A &amp; b\n']);
  });

  test('may find more blocks than a call takes arguments', () => {
    const found: RootContent[] = Array.from({ length: 200_000 }, () => ({ type: 'thematicBreak' }));
    const tree = readInPieces('a\n\n&\n', noValues, () => ({ type: 'root', children: found }));
    expect(tree.children).toHaveLength(found.length + 1);
  });

  test('has to read all where one part may depend on any other', () => {
    const text = 'One.\n\nTwo.\n\n[a]: b\n';
    expect(leftIn(text)).toEqual([text]);
  });
});
