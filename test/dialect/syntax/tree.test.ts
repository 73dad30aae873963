import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, postprocess, preprocess } from 'micromark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/dialect/syntax/parse.ts';
import { treeMaker } from '../../../src/dialect/syntax/tree.ts';
import { noValues, type Values } from '../../../src/model/variables.ts';
import { runs } from '../../kit/depth.ts';
import { mixedTexts, outcome } from './pieces.ts';

const data = unified().use(remarkGfm).use(remarkDirective).freeze().data();
const extensions = [...(data.micromarkExtensions ?? [])];
const mdastExtensions = (data.fromMarkdownExtensions ?? []).flat().map(({ transforms: _, ...rest }) => rest);
const treeOf = treeMaker(mdastExtensions);

const ours = (text: string): Root =>
  treeOf(
    postprocess(
      parse({ extensions })
        .document()
        .write(preprocess()(text, undefined, true)),
    ),
  );
const theirs = (text: string): Root => fromMarkdown(text, { extensions, mdastExtensions });

/** Of a language of its own, so that its parser has read nothing before. */
const alone = (): Values => ({ ...noValues });

describe('trees of Markdown', () => {
  test('are those that mdast-util-from-markdown makes', () => {
    fc.assert(
      fc.property(mixedTexts, (text) => {
        expect(outcome(() => ours(text))).toEqual(outcome(() => theirs(text)));
      }),
      { numRuns: runs(3_000) },
    );
  });

  test('are those that it makes of every example of the specification', () => {
    for (const { markdown } of tests) {
      const text = markdown.replace(/→/g, '\t');
      expect(ours(text), text).toEqual(theirs(text));
    }
  });

  test.each([
    ['a loose list', '- a\n- b\n\n  c\n- d\n'],
    ['blank lines at the end of an item', '- a\n\n\n- b\n\n\nc\n'],
    ['a list in a quote in a list', '1. a\n   > - b\n   >\n   > - c\n\n2. d\n'],
    ['empty items', '-\n-\n\n-\n- a\n'],
  ])('tell the items of %s apart as it does', (_, text) => {
    expect(ours(text)).toEqual(theirs(text));
    expect(ours(text).children[0]?.type).toBe('list');
  });
});

describe('a parser that read another text before', () => {
  test.each([
    ['a definition', '[ref]: /a\n', 'See [ref].\n'],
    ['a footnote', 'a[^1]\n\n[^1]: b\n', 'c[^1]\n'],
    ['a lazy line', '> a\nb\n', 'c\n===\n'],
    ['what is too much', `${'*a '.repeat(2_000)}\n`, '[ref]\n\n*b*\n'],
  ])('knows nothing of %s in it', (_, before, text) => {
    const values = alone();
    outcome(() => parseMarkdown(before, values));
    expect(parseMarkdown(text, values)).toEqual(parseMarkdown(text, alone()));
  });

  test('reads every text as one that read none', () => {
    const values = alone();
    fc.assert(
      fc.property(mixedTexts, (text) => {
        expect(outcome(() => parseMarkdown(text, values))).toEqual(outcome(() => parseMarkdown(text, alone())));
      }),
      { numRuns: runs(1_000) },
    );
  });
});
