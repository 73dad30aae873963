import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineRange } from '../../src/text/line-range.ts';

it('gives a text in parts that are the text', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '😀'), maxLength: 40 });
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 5 }), (text, count) => {
      let whole = '';
      for (let from = 1; ; ) {
        const part = lineRange(text, from, count, 100);
        whole += part.text;
        if (part.to >= part.total) break;
        from = part.to + 1;
      }
      expect(whole).toBe(text);
    }),
  );
});

it('cuts a line that is too long by itself, and never half a character', () => {
  expect(lineRange('aaa\nb', 1, 9, 3)).toEqual({ text: 'aaa', from: 1, to: 1, total: 2, isCut: true });
  expect(lineRange('a\nbb\nc\n', 1, 9, 5)).toEqual({ text: 'a\nbb\n', from: 1, to: 2, total: 3, isCut: false });
  expect(lineRange('aa😀', 1, 1, 3)).toMatchObject({ text: 'aa', isCut: true });
  expect(lineRange('a\n', 2, 1, 9)).toMatchObject({ text: '', from: 2, to: 1, total: 1 });
});
