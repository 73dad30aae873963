import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignLines } from '../../src/text/align-lines.ts';
import { diffLines, type Hunk, type Segment, wordDiff, wordSegments } from '../../src/text/diff.ts';

/** Hunks as git's `--word-diff=plain` writes them. */
function plain(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ line, lines }) => `@${line}\n${lines.map(({ segments }) => marked(segments)).join('\n')}`)
    .join('\n');
}

function marked(segments: readonly Segment[]): string {
  return segments
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
}

function side(segments: readonly Segment[], not: Segment['kind']): string {
  return segments.map(({ kind, text }) => (kind === not ? '' : text)).join('');
}

describe('the words in which two texts differ', () => {
  test.each<[string, string, string, string]>([
    ['a word', 'One two three', 'One 2 three', '@1\nOne [-two-]{+2+} three'],
    [
      'words in a row, as one',
      'The quick brown fox jumps',
      'The slow red fox jumps',
      '@1\nThe [-quick brown-]{+slow red+} fox jumps',
    ],
    ['a paragraph that came', 'a\n\nb', 'a\n\nnew\n\nb', '@1\na\n\n{+new+}\n\nb'],
    ['a paragraph that went', 'a\n\nold\n\nb', 'a\n\nb', '@1\na\n\n[-old-]\n\nb'],
    [
      'a changed paragraph behind a new one',
      'The fox jumps over',
      'Something new\n\nThe cat jumps over',
      '@1\n{+Something new+}\n\nThe [-fox-]{+cat+} jumps over',
    ],
    ['a paragraph in the place of another', 'Hello.\n\nb', 'Bye.\n\nb', '@1\n[-Hello.-]\n{+Bye.+}\n\nb'],
    ['a link that went', 'See [two](a/two.md#b).', 'See two.', '@1\nSee [-[-]two[-](a/two.md#b)-].'],
    ['lines with nothing in common', 'Hello.', 'Goodbye.', '@1\n[-Hello.-]\n{+Goodbye.+}'],
    ['Cyrillic, by words', 'Привет мир и все', 'Привет всем и все', '@1\nПривет [-мир-]{+всем+} и все'],
    ['Chinese, by characters', '我喜欢猫', '我喜欢狗', '@1\n我喜欢[-猫-]{+狗+}'],
    ['everything', 'a', '', '@1\n[-a-]'],
    ['the first text', '', 'a\n\nb', '@1\n{+a+}\n\n{+b+}'],
  ])('%s', (_, before, after, text) => {
    expect(plain(wordDiff(before, after))).toBe(text);
  });

  test('equal texts have none', () => {
    expect(wordDiff('a\n\nb', 'a\n\nb')).toEqual([]);
  });

  test('come with two lines around them, and with where they are', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line${index + 1}`);
    const after = before.map((line, index) => (index === 4 || index === 15 ? 'x' : line));
    expect(plain(wordDiff(before.join('\n'), after.join('\n')))).toBe(
      '@3\nline3\nline4\n[-line5-]\n{+x+}\nline6\nline7\n@14\nline14\nline15\n[-line16-]\n{+x+}\nline17\nline18',
    );
  });

  test('an empty line that came is a line that was added', () => {
    expect(wordDiff('a\nb', 'a\n\nb')).toEqual([
      {
        line: 1,
        lines: [
          { kind: 'same', segments: [{ kind: 'same', text: 'a' }] },
          { kind: 'added', segments: [] },
          { kind: 'same', segments: [{ kind: 'same', text: 'b' }] },
        ],
      },
    ]);
  });

  test('huge texts with nothing in common are one that went and one that came', () => {
    const words = (name: string): string => Array.from({ length: 5000 }, (_, index) => `${name}${index}`).join(' ');
    expect(wordSegments(words('a'), words('b'))).toHaveLength(2);
    const lines = (name: string): string => words(name).replaceAll(' ', '\n');
    const found = diffLines(lines('a'), lines('b'));
    expect(found.map(({ kind }) => kind)).toEqual([...Array(5000).fill('removed'), ...Array(5000).fill('added')]);
  });
});

const word = fc.constantFrom('a', 'b', 'the', ' ', '  ', '.', 'é', '猫', '\u00a0', '😀', '\ud800', '\t', '\r');
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const text = fc.oneof(
  fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary' }),
);

test('the lines of a difference are both texts, to the character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const textOf = (not: 'added' | 'removed'): string =>
        lines
          .filter(({ kind }) => kind !== not)
          .map(({ segments }) => side(segments, not))
          .join('\n');
      expect(textOf('added')).toBe(before);
      expect(textOf('removed')).toBe(after);
      for (const { kind, segments } of lines) {
        if (kind === 'same') expect(segments.every((segment) => segment.kind === 'same')).toBe(true);
      }
      const shown = wordDiff(before, after, Number.POSITIVE_INFINITY).flatMap((hunk) => hunk.lines);
      expect(shown).toEqual(before === after ? [] : lines);
    }),
  );
});

test('every line is paired once, in order', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (before, after) => {
      const pairs = alignLines(before, after);
      const places = (list: readonly unknown[]): number[] => list.map((_, index) => index);
      expect(pairs.flatMap(([a]) => (a === null ? [] : [a]))).toEqual(places(before));
      expect(pairs.flatMap(([, b]) => (b === null ? [] : [b]))).toEqual(places(after));
    }),
  );
});

test('two texts of a hundred thousand lines that have nothing in common are told apart', () => {
  const lines = diffLines('a\n\n'.repeat(50_000), 'b\n\n'.repeat(50_000));
  expect(lines.filter(({ kind }) => kind === 'removed').length).toBeGreaterThan(49_000);
});
