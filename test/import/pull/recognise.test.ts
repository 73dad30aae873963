import { describe, expect, it } from 'vitest';
import { mentionedDefinitions } from '../../../src/import/pull/definitions.ts';
import { piecesOf } from '../../../src/import/pull/pieces.ts';
import { recognised } from '../../../src/import/pull/recognise.ts';
import { noValues } from '../../../src/model/variables.ts';

describe('a piece is recognised by its words', () => {
  const found = (text: string, blocks: readonly string[]) => [...recognised(piecesOf(text, noValues), blocks)];

  it('in another style, with other levels and numbers', () => {
    const text = 'Old way\n=====\n\n1) one\n1) two\n\nSo __very__\ngood.\n';
    expect(found(text, ['## Old way', '1. one\n2. two', 'So **very** good.'])).toEqual([
      ['Old way\n=====', '## Old way'],
      ['1) one\n1) two', '1. one\n2. two'],
      ['So __very__\ngood.', 'So **very** good.'],
    ]);
  });

  it.each([
    ['another piece has the same ones', 'a __b__\n\na *b*\n', ['a **b**', 'a *b* c']],
    ['another block has the same ones', 'a __b__\n', ['a **b**', 'a *b*']],
    ['it is a comment', '<!-- a b -->\n', ['a b']],
    ['it is a definition', '[a]: b\n', ['a *b*']],
    ['one of the two is a heading', 'a *b*\n=====\n', ['a b']],
    ['there are none', '***\n', ['---']],
  ])('but not where %s', (_, text, blocks) => {
    expect(found(text, blocks)).toEqual([]);
  });
});

describe('definitions that a text names', () => {
  const pieces = piecesOf('[a b]: x\n\n[c]: y\n\n[^1]: See [c].\n\n[d\\]]: z\n', noValues);
  const named = mentionedDefinitions(pieces);

  it.each([
    ['none', 'Text (a b).', []],
    ['in any case, across lines of a quote', '> [A\n> B][]', ['[a b]: x']],
    ['those that a note names too', 'Text[^1].', ['[c]: y', '[^1]: See [c].']],
    ['with a bracket in its name', '[d\\]]', ['[d\\]]: z']],
  ])('%s', (_, text, definitions) => {
    expect(named(text)).toEqual(definitions);
  });
});
