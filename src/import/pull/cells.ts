import { samePlaces } from '../../text/same-places.ts';

/** Pieces of a text as it is written, and the blocks of its normal form that they come to. */
export interface Cell {
  /** First piece, and the one behind the last. */
  readonly pieces: readonly [number, number];
  /** First block, and the one behind the last; none for what readers do not see: a comment, a definition. */
  readonly blocks: readonly [number, number];
}

/**
 * What a block is known by wherever it stands: without the level of a heading, which depends on the others, and
 * without an id of its own.
 */
export function blockKey(block: string): string {
  return block.replace(/^#{1,6} /, '# ').replace(/^(# .*?)[ \t]*\{#[^{}\s]*\}[ \t]*$/, '$1');
}

/**
 * Finds which piece of a text came to which blocks of its normal form. Pieces that cannot be told apart share a cell
 * with what is between the ones that can.
 *
 * @param alone for each piece, the blocks that it comes to by itself
 * @param blocks the normal form of the whole
 * @returns cells in order that hold every piece and every block once
 */
export function cellsOf(alone: readonly (readonly string[])[], blocks: readonly string[]): readonly Cell[] {
  const flat = alone.flatMap((own) => own.map(blockKey));
  const places = new Map(samePlaces(flat, blocks.map(blockKey)));
  const cells: Cell[] = [];
  let [piece, block, at] = [0, 0, 0];
  for (const [index, own] of alone.entries()) {
    const found = own.map((_, offset) => places.get(at + offset));
    at += own.length;
    const first = found[0];
    const isWhole = first !== undefined && found.every((place, offset) => place === first + offset);
    if (!isWhole) continue;
    if (piece < index || block < first) cells.push(...gap([piece, index], [block, first], alone));
    cells.push({ pieces: [index, index + 1], blocks: [first, first + own.length] });
    [piece, block] = [index + 1, first + own.length];
  }
  if (piece < alone.length || block < blocks.length) {
    cells.push(...gap([piece, alone.length], [block, blocks.length], alone));
  }
  return cells;
}

/** What is between two cells. Where no block is left over, every piece is by itself: nothing of it is to be seen. */
function gap(pieces: Cell['pieces'], blocks: Cell['blocks'], alone: readonly (readonly string[])[]): readonly Cell[] {
  const [from, to] = pieces;
  const single = (index: number): Cell => ({ pieces: [index, index + 1], blocks: [blocks[0], blocks[0]] });
  if (blocks[0] === blocks[1]) return Array.from({ length: to - from }, (_, offset) => single(from + offset));
  // Invisible pieces at either end stay out of what will be replaced.
  let [start, end] = [from, to];
  while (start < end && alone[start]?.length === 0) start += 1;
  while (end > start && alone[end - 1]?.length === 0) end -= 1;
  // Notes at the end of a text, for one, are written in pieces that come to nothing by themselves.
  if (start === end) return [{ pieces, blocks }];
  const before = Array.from({ length: start - from }, (_, offset) => single(from + offset));
  const after = Array.from({ length: to - end }, (_, offset): Cell => {
    const index = end + offset;
    return { pieces: [index, index + 1], blocks: [blocks[1], blocks[1]] };
  });
  return [...before, { pieces: [start, end], blocks }, ...after];
}
