import { type Values, variableName } from '../../model/variables.ts';
import { blockKey } from './cells.ts';
import { mentionedDefinitions } from './definitions.ts';
import { type Readers, readersWith } from './open-block.ts';
import type { Piece } from './pieces.ts';
import { recognised } from './recognise.ts';

/** How one source's text is brought into normal form. */
export interface Normal {
  /** Outermost blocks of a text that is in normal form. */
  readonly blocksOf: (text: string) => readonly string[];
  /** Blocks of the normal form of any text that stands by itself in the source. */
  readonly normalOf: (text: string) => readonly string[];
  /** What takes its text apart. */
  readonly readers: Readers;
  /** Blocks of the normal form of a piece of the source. */
  readonly blocksOfPiece: (piece: Piece) => readonly string[];
  /** Blocks of a normal form as the source's tool writes them; they are read as the same. */
  readonly spell: (blocks: readonly string[]) => string;
  /** Whether the source is in our own dialect, in which a normal form can stand as it is. */
  readonly isOurs: boolean;
  /** What a text has that another one lost: `an include`, `a variable`. */
  readonly loses: (before: string, after: string) => readonly string[];
  /** Whether a text by itself has these blocks as its normal form; the levels of headings do not count. */
  readonly comesTo: (text: string, blocks: readonly string[]) => boolean;
}

/**
 * Makes the functions that tell what a source's text comes to.
 *
 * @param normalOf text that stands by itself in the source → blocks of its normal form
 * @param pieces of the source: a piece is read with the definitions that it names, as it is there
 * @param blocks of the normal form of the source
 * @param values as for compiling
 * @param spell how blocks are written in the Markdown of another tool; null for our dialect
 */
export function makeNormal(
  normalOf: (text: string) => readonly string[],
  pieces: readonly Piece[],
  blocks: readonly string[],
  values: Values,
  spell: Normal['spell'] | null = null,
): Normal {
  const readers = readersWith(values);
  const mentioned = mentionedDefinitions(pieces);
  const ready = recognised(pieces, blocks);
  const known = new Map<string, readonly string[]>();
  const alone = (text: string): readonly string[] => {
    const found = known.get(text) ?? normalOf([text, ...mentioned(text)].join('\n\n'));
    known.set(text, found);
    return found;
  };
  return {
    readers,
    normalOf: alone,
    spell: spell ?? ((own) => own.join('\n\n')),
    isOurs: spell === null,
    loses: (before, after) => lost(spell === null ? marks : [...marks, ...toolMarks], before, after),
    blocksOf: (text) => readers.normal.pieces(text).map((piece) => piece.text),
    blocksOfPiece({ text, type }) {
      if (type === 'definition' || type === 'footnoteDefinition' || type === 'title') return [];
      const block = ready.get(text);
      return block === undefined ? alone(text) : [block];
    },
    comesTo: (text, blocks) => {
      const found = alone(text);
      return found.length === blocks.length && found.every((own, at) => blockKey(own) === blockKey(blocks[at] ?? ''));
    },
  };
}

/** What only a source has, and its normal form has not. */
const marks: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an include', /^[ \t>]*:{2,}include\b/gm],
  ['a variable', new RegExp(`(?<!\\\\)\\{\\{ *${variableName} *\\}\\}`, 'g')],
  ['a comment', /<!--/g],
  ['a footnote', /\[\^[^\]\s]+\]/g],
];

/** What only a source in another tool's Markdown has. */
const toolMarks: typeof marks = [
  ['an include', /^[ \t>]*(?:-+8<-|\{%-? *include|\{\{[<%] *(?:include|readfile)|<!-- *@include)/gm],
  ['a comment', /\{\/\*|%%|\{% *comment/g],
  [
    'a component of its tool',
    /<[A-Z][\w.]*|\{%-? *(?!end)\w+|\{\{[<%] *(?!\/)\w+|^[ \t>]*(?:={3}[!+]? "|[?!]{3}\+? ?\w|:{3,} ?\w|\/{3,} ?\w|\{:)/gm,
  ],
];

function lost(of: typeof marks, before: string, after: string): readonly string[] {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return of.filter(([, pattern]) => count(before, pattern) > count(after, pattern)).map(([what]) => what);
}
