import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/import/pull/cells.ts';
import { depthBetween, levelOf, sameUpToDepth, shifted } from '../../../src/import/pull/levels.ts';
import { piecesOf } from '../../../src/import/pull/pieces.ts';
import { restyle } from '../../../src/import/pull/restyle.ts';
import { noValues } from '../../../src/model/variables.ts';
import { regionsOf } from '../../../src/text/regions.ts';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

describe('regions', () => {
  it('hold all that differs: what is between them is the same on all sides', () => {
    fc.assert(
      fc.property(letters, letters, letters, (ours, base, theirs) => {
        const between = { ours: [] as string[], base: [] as string[], theirs: [] as string[] };
        const at = { ours: 0, base: 0, theirs: 0 };
        const whole = {
          ours: [ours.length, ours.length],
          base: [base.length, base.length],
          theirs: [theirs.length, theirs.length],
          isTheirs: false,
        } as const;
        for (const region of [...regionsOf(ours, base, theirs), whole]) {
          for (const [side, list] of [
            ['ours', ours],
            ['base', base],
            ['theirs', theirs],
          ] as const) {
            expect(region[side][0]).toBeGreaterThanOrEqual(at[side]);
            between[side].push(...list.slice(at[side], region[side][0]), '|');
            at[side] = region[side][1];
          }
        }
        expect(between.ours).toEqual(between.base);
        expect(between.theirs).toEqual(between.base);
      }),
    );
  });
});

describe('cells', () => {
  it('hold every piece and every block once, in order', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), letters, (alone, blocks) => {
        const cells = cellsOf(alone, blocks);
        expect(cells.flatMap(({ pieces: [from, to] }) => alone.slice(from, to))).toEqual(alone);
        expect(cells.flatMap(({ blocks: [from, to] }) => blocks.slice(from, to))).toEqual(blocks);
      }),
    );
  });

  it('are one a piece where every piece comes to its blocks', () => {
    expect(cellsOf([['a'], [], ['b', 'c'], ['## d {#own}']], ['a', 'b', 'c', '### d'])).toEqual([
      { pieces: [0, 1], blocks: [0, 1] },
      { pieces: [1, 2], blocks: [1, 1] },
      { pieces: [2, 3], blocks: [1, 3] },
      { pieces: [3, 4], blocks: [3, 4] },
    ]);
  });
});

describe('pieces', () => {
  it.each([
    ['blocks', 'a\nb\n\n- c\n\n# d\n', ['a\nb', '- c', '# d']],
    [
      'a section that HTML opens and closes',
      '<details>\n<summary>s</summary>\n\na\n\n</details>\n\nb\n',
      ['<details>\n<summary>s</summary>\n\na\n\n</details>', 'b'],
    ],
    ['an include with the line that closes it', '::include{file=x.md}\n:::\n\na\n', ['::include{file=x.md}\n:::', 'a']],
    ['HTML that is never closed', '<div>\n\na\n\nb\n', ['<div>\n\na\n\nb']],
    ['elements without an end', '<hr>\n\na<br>b\n', ['<hr>', 'a<br>b']],
    ['nothing', '\n\n', []],
  ])('of %s', (_, text, expected) => {
    const pieces = piecesOf(text, noValues);
    expect(pieces.map((piece) => piece.text)).toEqual(expected);
    for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  });
});

describe('restyling', () => {
  it.each([
    ['keeps line ends', 'a\nb c', 'a b c', 'a b d', 'a\nb d'],
    ['keeps a variable beside the edit', 'By {{p}} now', 'By Acme now', 'By Acme then', 'By {{p}} then'],
    ['keeps a variable right behind what is new', 'By {{p}}', 'By Acme', 'By all of Acme', 'By all of {{p}}'],
    ['keeps a link by reference', '[a][r] b', '[a](u) b', '[a](u) c', '[a][r] c'],
    ['keeps bullets', '* a\n* b', '- a\n- b', '- a\n- x\n- b', '* a\n* x\n* b'],
    ['takes an edit that already exists', '__a__', '**a**', '__a__', '__a__'],
  ])('%s', (_, written, normal, edited, result) => {
    expect(restyle(written, normal, edited)).toBe(result);
  });

  it('gives up where the edit meets what is written in another way', () => {
    expect(restyle('By {{p}}', 'By Acme', 'By Apex')).toBeNull();
  });
});

describe('levels', () => {
  it('are told from both ways to write a heading', () => {
    expect(['# a', '###### a', '####### a', 'a\n===', 'a\nb\n--', '#a', 'a'].map(levelOf)).toEqual([
      1,
      6,
      null,
      1,
      2,
      null,
      null,
    ]);
  });

  it('are made alike where all headings moved by the same', () => {
    expect(depthBetween(['## a', 'x', '### b'], ['# a', '## b'])).toBe(-1);
    expect(depthBetween(['## a', '### b'], ['# a', '### b'])).toBe(0);
    expect(shifted(['## a', 'x', '### b'], -1)).toEqual(['# a', 'x', '## b']);
    expect(shifted(['# a'], -1)).toEqual(['# a']);
    expect(sameUpToDepth(['## a', 'x', '### b'], ['# a', 'x', '## b'])).toBe(true);
    expect(sameUpToDepth(['## a', '### b'], ['# a', '### b'])).toBe(false);
    expect(sameUpToDepth(['x'], ['y'])).toBe(false);
  });
});
