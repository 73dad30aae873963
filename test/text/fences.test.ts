import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fencesOf, splitSource, withoutFrontMatter } from '../../src/text/fences.ts';

describe('front matter', () => {
  test.each([
    ['text\n', { is: 'none' }],
    ['----\na: 1\n---\n', { is: 'none' }],
    ['', { is: 'none' }],
    ['--- js\nx\n---\n', { is: 'other-language', language: 'js' }],
    ['---json\n{}\n---\n', { is: 'other-language', language: 'json' }],
    ['---\na: 1\n', { is: 'not-closed' }],
    ['---\na: 1\n--- b\n', { is: 'not-closed' }],
    ['---\na: 1\n----\n', { is: 'not-closed' }],
    ['---', { is: 'not-closed' }],
    ['---\n---', { is: 'closed', block: '', end: 1 }],
    ['---\n---\nBody\n', { is: 'closed', block: '', end: 1 }],
    ['---\n# Only a comment.\n---\n', { is: 'closed', block: '\n# Only a comment.', end: 2 }],
    ['--- YML \na: 1\n---\nBody\n', { is: 'closed', block: '\na: 1', end: 2 }],
    ['---yaml\na: 1\n---\nBody\n', { is: 'closed', block: '\na: 1', end: 2 }],
    ['--- \na: 1\n--- \t\nBody\n', { is: 'closed', block: '\na: 1', end: 2 }],
    ['---\na: |\n  ---x\n ---\n---\nBody\n---\n', { is: 'closed', block: '\na: |\n  ---x\n ---', end: 4 }],
  ])('of %j is %j', (text, found) => {
    expect(fencesOf(text)).toEqual(found);
  });

  const line = fc.constantFrom('---', '--- ', '---\t', '----', '--- b', '', 'a: 1', '  ---', 'text', '---yaml', '# x');
  const texts = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

  test('is taken off without losing a byte, and blanked out without moving a line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { front, body } = splitSource(text);
        expect(front + body).toBe(text);
        expect(withoutFrontMatter(text).split('\n')).toHaveLength(text.split('\n').length);
        expect(withoutFrontMatter(text).endsWith(body)).toBe(true);
      }),
    );
  });

  test('ends at the first line that is a fence, and at no other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const fences = fencesOf(text);
        const first = text.split('\n').findIndex((one, at) => at > 0 && /^---[ \t]*$/.test(one));
        if (fences.is === 'closed') expect(fences.end).toBe(first);
        if (fences.is === 'not-closed') expect(first).toBe(-1);
      }),
    );
  });
});
