import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedBlocks } from '../../src/text/changed-blocks.ts';
import { runs } from '../kit/depth.ts';

it.each([
  ['nothing', 'A.\n\nB.\n', 'A.\n\nB.\n', 0],
  ['white space and line ends alone', 'A  word.\r\n\r\nB.\n', 'A word.\n\n\nB.', 0],
  ['a changed block', 'A.\n\nB.\n\nC.\n', 'A.\n\nBee.\n\nC.\n', 1],
  ['a changed block beside a new one', 'A.\n\nB.\n', 'A.\n\nBee.\n\nC.\n', 2],
  ['a block that goes', 'A.\n\nB.\n\nC.\n', 'A.\n\nC.\n', 1],
  ['changes in two places', 'A.\n\nB.\n\nC.\n', 'Ah.\n\nB.\n\nSee.\n', 2],
  ['a line in a fence, empty lines and all', '```\na\n\nb\n\nc\n```\n', '```\na\n\nx\n\ny\n```\n', 1],
  ['a fence with a shorter one in it', '````\n```\n\na\n````\n\nB.\n', '````\n```\n\nb\n````\n\nB.\n', 1],
  ['all of an empty text', '', 'A.\n\nB.\n', 2],
])('counts %s', (_, before, after, expected) => {
  expect(changedBlocks(before, after)).toBe(expected);
});

it('is none exactly when the blocks are the same, and the same both ways', () => {
  const text = fc.array(fc.constantFrom('A.', 'B.', '', '```', '- c')).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(changedBlocks(a, a)).toBe(0);
      expect(changedBlocks(a, b)).toBe(changedBlocks(b, a));
    }),
    { numRuns: runs(200) },
  );
});
