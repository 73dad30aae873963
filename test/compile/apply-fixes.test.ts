import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFixes } from '../../src/compile/apply-fixes.ts';
import type { Edit, Fix, Place } from '../../src/model/place.ts';

const fix = (...edits: readonly Edit[]): Fix => ({ description: 'x', edits });
const at = (line: number, column: number, endLine?: number, endColumn?: number): Place => ({
  file: 'a.md',
  line,
  column,
  ...(endLine === undefined ? {} : { endLine }),
  ...(endColumn === undefined ? {} : { endColumn }),
});
const edit = (place: Place, text: string): Edit => ({ place, text });

test.each<[string, string, Fix[], string]>([
  ['nothing', 'a\n', [], 'a\n'],
  ['a word', 'one two\n', [fix(edit(at(1, 5, 1, 8), '2'))], 'one 2\n'],
  ['several, in any order', 'one two', [fix(edit(at(1, 5, 1, 8), '2')), fix(edit(at(1, 1, 1, 4), '1'))], '1 2'],
  ['whole lines', 'a\nb\nc\n', [fix(edit(at(2, 1, 3, 1), ''))], 'a\nc\n'],
  ['text put in', 'ab', [fix(edit(at(1, 2), '-'))], 'a-b'],
  ['text put in at the end', 'a', [fix(edit(at(1, 2), '\n'))], 'a\n'],
  ['pieces that touch', 'abcd', [fix(edit(at(1, 1, 1, 3), 'x')), fix(edit(at(1, 3, 1, 5), 'y'))], 'xy'],
  ['of two that overlap the first', 'abcd', [fix(edit(at(1, 1, 1, 4), 'x')), fix(edit(at(1, 3, 1, 5), 'y'))], 'xd'],
  ['of two at one place the first', 'ab', [fix(edit(at(1, 2), 'x')), fix(edit(at(1, 2), 'y'))], 'axb'],
  [
    'none of one that overlaps in part',
    'abcd',
    [fix(edit(at(1, 1, 1, 2), 'x')), fix(edit(at(1, 4, 1, 5), 'y'), edit(at(1, 1, 1, 3), 'z'))],
    'xbcd',
  ],
  ['none beyond the end of a line', 'a\nb', [fix(edit(at(1, 9, 1, 10), 'x'))], 'a\nb'],
  ['none beyond the end of the text', 'a\nb', [fix(edit(at(5, 1), 'x'))], 'a\nb'],
  ['none in column 0 of a text without a mark', 'a', [fix(edit(at(1, 0, 1, 1), ''))], 'a'],
  ['none in column 0 of a later line', '\ufeffa\nb', [fix(edit(at(2, 0, 2, 1), ''))], '\ufeffa\nb'],
  ['the byte order mark', '\ufeffa', [fix(edit(at(1, 0, 1, 1), ''))], 'a'],
  ['what stands behind a byte order mark', '\ufeffab', [fix(edit(at(1, 1, 1, 2), 'x'))], '\ufeffxb'],
  ['new lines with the line ends that are there', 'a\r\nb\r\n', [fix(edit(at(2, 1), 'x\ny'))], 'a\r\nx\r\nyb\r\n'],
  ['the last line with the line ends that are there', 'a\r\nb', [fix(edit(at(2, 2), '\n'))], 'a\r\nb\r\n'],
  ['all line ends', 'a\r\nb\rc\n', [{ ...fix(edit(at(2, 1, 2, 2), 'B')), lineEnds: ['a.md'] }], 'a\nB\nc\n'],
  ['no line ends of other files', 'a\r\n', [{ ...fix(), lineEnds: ['b.md'] }], 'a\r\n'],
  ['no edits of other files', 'a', [fix(edit({ ...at(1, 1, 1, 2), file: 'b.md' }, 'x'))], 'a'],
])('%s', (_, text, fixes, expected) => {
  expect(applyFixes(text, fixes, 'a.md')).toBe(expected);
});

test('a piece replaced by itself changes nothing, whatever the line ends', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '日', '👩‍👧', '\n', '\r\n', '\r', ' '), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.boolean(), fc.nat(40), fc.nat(40), (body, hasMark, one, other) => {
      const lines = body.split(/\r\n?|\n/);
      const placeOf = (offset: number) => {
        const line = offset % lines.length;
        return { line: line + 1, column: (offset % ((lines[line] ?? '').length + 1)) + 1 };
      };
      const start = placeOf(one);
      const end = placeOf(other);
      fc.pre(end.line === start.line && end.column > start.column);
      const piece = (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
      const whole = `${hasMark ? '\ufeff' : ''}${body}`;
      const place = at(start.line, start.column, end.line, end.column);
      expect(applyFixes(whole, [fix(edit(place, piece))], 'a.md')).toBe(whole);
    }),
  );
});
