import { blockKey } from './cells.ts';
import type { Piece } from './pieces.ts';

/** Pieces that always come to a block with their own words in it: no definition, no include, no comment. */
const plain: readonly string[] = ['paragraph', 'heading', 'list', 'blockquote', 'table', 'code'];

/**
 * Finds the pieces of which it can be told without compiling them what they come to: the only one and the only block
 * with these words.
 *
 * @param pieces of a source
 * @param blocks its normal form
 * @returns the block by the piece's text
 */
export function recognised(pieces: readonly Piece[], blocks: readonly string[]): ReadonlyMap<string, string> {
  const same = new Map(blocks.map((block) => [blockKey(block), block] as const));
  const byWords = once(blocks, (block) => wordsOf(block, /^#{1,6} /.test(block)));
  const onlyOnes = once(pieces, ({ text, type }) => wordsOf(text, type === 'heading'));
  const found = new Map<string, string>();
  for (const [words, piece] of onlyOnes) {
    const block = byWords.get(words);
    if (block !== undefined && plain.includes(piece.type)) found.set(piece.text, block);
  }
  for (const { text } of pieces) {
    const block = same.get(blockKey(text));
    if (block !== undefined) found.set(text, block);
  }
  return found;
}

/** What there is one of, by its key; without what has no key. */
function once<T>(all: readonly T[], keyOf: (one: T) => string | null): ReadonlyMap<string, T> {
  const found = new Map<string, T | null>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

/** Letters and digits, without the numbers of lists; null for a text without any. */
function wordsOf(text: string, isHeading: boolean): string | null {
  const words = text.replace(/^([\s>]*)\d+[.)](?=\s)/gm, '$1').match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? null : `${isHeading ? '#' : ''}${words.join(' ')}`;
}
