import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { unneededIn } from '../../../src/dialect/syntax/unneeded.ts';
import { wholeSyntax } from '../../../src/dialect/syntax/whole.ts';
import { noValues, type Values } from '../../../src/model/variables.ts';
import { runs } from '../../kit/depth.ts';
import { mixedTexts, outcome, texts } from './pieces.ts';

const start = { line: 1, column: 1, offset: 0 };
const read = (text: string, values: Values, unneeded = unneededIn(text)): Root =>
  wholeSyntax(values, unneeded)(text, start);
const withEverything = (text: string, values: Values): Root => read(text, values, []);

const values: Values = { isOn: true, find: () => ({ value: 'v', finding: null }), owns: () => false };
describe('constructs that a text cannot have', () => {
  test('a text without any mark of theirs is read as with all of them', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(values, noValues), (text, given) => {
        expect(outcome(() => read(text, given))).toEqual(outcome(() => withEverything(text, given)));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('a text with some of the marks is read as with all of them', () => {
    fc.assert(
      fc.property(mixedTexts, fc.constantFrom(values, noValues), (text, given) => {
        expect(outcome(() => read(text, given))).toEqual(outcome(() => withEverything(text, given)));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('every example of the specification is read as with all of them', () => {
    for (const { markdown } of tests) {
      const text = markdown.replace(/→/g, '\t');
      expect(read(text, noValues), text).toEqual(withEverything(text, noValues));
    }
  });

  test('plain prose needs none of them, and each is there where its mark is', () => {
    const all = ['emailAutolink', 'wwwAutolink', 'protocolAutolink', 'table'];
    expect(unneededIn('Open **Settings** and choose _Edit_.\n\n- one\n- two\n')).toEqual(all);
    expect(unneededIn('a@b.co WwW.a.b https://a.b\n\na\n:-\n')).toEqual([]);
    for (const [index, mark] of ['me@a.co', 'www.a.co', 'https://a.co', '| a |\n| - |'].entries()) {
      expect(unneededIn(mark)).not.toContain(all[index]);
      expect(withEverything(mark, noValues)).not.toEqual(read(mark, noValues, all));
    }
  });
});
