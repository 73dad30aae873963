import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../kit/depth.ts';
import { blocksOf, merged, normalFormOf } from './merging.ts';

/** Blocks as people write them, hardly one in normal form; each with a word of its own, so that each is another one. */
const styles: readonly ((word: string) => string)[] = [
  (word) => `A line about ${word}`,
  (word) => `A line about ${word}\nthat goes on in the next one,\nand ends.`,
  (word) => `Some __strong ${word}__ and *soft* text of {{product}}.`,
  (word) => `* ${word} one\n* ${word} two\n* ${word} three`,
  (word) => `1) ${word} first\n2) ${word} second`,
  (word) => `+ ${word}\n\n+ loose ${word}`,
  (word) => `Title of ${word}\n-------`,
  (word) => `### ${word} ###`,
  (word) => `~~~\ncode ${word}\n  more\n~~~`,
  (word) => `> [!TIP]\n> Try ${word},\n> twice.`,
  (word) => `|${word}|b|\n|-|-|\n|1|2|`,
  (word) => `See [the ${word}][ref] page.`,
  (word) => `<!-- a note about ${word} -->`,
  (word) => `:::include{file=_note.md}\n:::\n\nAfter ${word}.`,
  (word) => `<details>\n<summary>${word}</summary>\n\nInside ${word}.\n\n</details>`,
  (word) => `***\n\nBelow ${word}.`,
];

const words = 'ash beech cedar elm fir hazel larch maple oak pine rowan spruce willow yew'.split(' ');
const definition = '[ref]: https://example.com/x';

/** A text of some blocks, no two alike. */
const documents = fc
  .array(fc.nat(styles.length - 1), { minLength: 1, maxLength: 9 })
  .map((picks) => picks.map((pick, index) => styles[pick]?.(words[index] ?? '') ?? ''));

const text = (blocks: readonly string[]): string => `${[...blocks, definition].join('\n\n')}\n`;

/** An edit of a list of blocks, with a word that stands nowhere else. */
const edits = fc.record({ at: fc.nat(100), what: fc.constantFrom('replace', 'insert', 'remove', 'append') });

type Edit = { readonly at: number; readonly what: string };

function edited(blocks: readonly string[], { at, what }: Edit, word: string): readonly string[] {
  const place = blocks.length === 0 ? 0 : at % blocks.length;
  const result = [...blocks];
  if (what === 'remove' && blocks.length > 1) result.splice(place, 1);
  else if (what === 'append') result.push(`Appended ${word}.`);
  else if (what === 'insert') result.splice(place, 0, `Inserted ${word}.`);
  else result.splice(place, 1, `Replaced by ${word}.`);
  return result;
}

describe('merging a body', () => {
  it('leaves ours to the byte where nothing was edited in Intercom', () => {
    fc.assert(
      fc.property(documents, edits, (blocks, edit) => {
        const [base, ours] = [text(blocks), text(edited(blocks, edit, 'ours'))];
        expect(merged({ base, ours, theirs: normalFormOf(base) })).toEqual({
          text: ours,
          conflicts: 0,
          changed: [],
          writtenOut: [],
        });
      }),
      { numRuns: runs(25) },
    );
  });

  it('comes to theirs where nothing was edited here, and keeps every block that was not edited there', () => {
    fc.assert(
      fc.property(documents, edits, (blocks, edit) => {
        const base = text(blocks);
        const theirs = normalFormOf(edited(blocksOf(normalFormOf(base)), edit, 'theirs').join('\n\n'));
        const result = merged({ base, ours: base, theirs });
        if (result.writtenOut.length > 0) {
          expect(result.conflicts).toBeGreaterThan(0);
          return;
        }
        expect(result.conflicts).toBe(0);
        expect(normalFormOf(result.text)).toBe(theirs);
        // One edit meets one block; what an include or a section brings is one block as it is written.
        const lost = blocksOf(base).filter((block) => !`\n${result.text}`.includes(`\n${block}\n`));
        expect(lost.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(50) },
    );
  });

  it('has both edits where they do not meet', () => {
    fc.assert(
      fc.property(documents, fc.nat(100), (blocks, at) => {
        const base = text(['First of all.', ...blocks, 'Last of all.']);
        const isOursFirst = at % 2 === 0;
        const [mine, yours] = isOursFirst ? ['First', 'Last'] : ['Last', 'First'];
        const ours = base.replace(`${mine} of all.`, `${mine}, ours.`);
        const theirs = normalFormOf(base).replace(`${yours} of all.`, `${yours}, theirs.`);
        const result = merged({ base, ours, theirs });
        expect(result).toMatchObject({ conflicts: 0, changed: ['body'] });
        expect(result.text).toBe(ours.replace(`${yours} of all.`, `${yours}, theirs.`));
      }),
      { numRuns: runs(25) },
    );
  });

  it('has markers where both edited one paragraph, and nothing of either is lost', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        const base = text([...blocks, 'The end.']);
        const result = merged({
          base,
          ours: base.replace('The end.', 'Our end.'),
          theirs: normalFormOf(base).replace('The end.', 'Their end.'),
        });
        expect(result.conflicts).toBe(1);
        const conflict = '<<<<<<< a.md (yours)\nOur end.\n=======\nTheir end.\n>>>>>>> Intercom (Ana)';
        expect(result.text).toBe(base.replace('The end.', conflict));
      }),
      { numRuns: runs(25) },
    );
  });
});
