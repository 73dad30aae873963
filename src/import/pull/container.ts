import type { Piece } from './pieces.ts';

/** An edit of what stands in a block. Places are those before any edit. */
export type ChildEdit =
  | { readonly do: 'put'; readonly at: number; readonly text: string }
  | { readonly do: 'drop'; readonly at: number }
  /** A new one, in front of the one that is there. */
  | { readonly do: 'add'; readonly at: number; readonly text: string };

/** A block of Markdown that others stand in, in any style. */
export interface Container {
  readonly kind: 'blocks' | 'quote' | 'directive' | 'section' | 'list' | 'item' | 'table' | 'row';
  /** What it says besides: `[!TIP]`, the line of a directive, the title of a section. */
  readonly head: string;
  /** What stands in it, as if it stood alone. */
  readonly children: readonly string[];
  /** The same without what does not count: numbers of items, spaces in cells. */
  readonly keys: readonly string[];
  /** Whether a child's lines are whole lines of the block: conflict markers can stand around it. */
  readonly isBare: boolean;
  /** Something to stand in a child's place, written as that is. */
  readonly inStyle: (at: number, text: string) => string;
  /** Takes a child apart in turn; null where nothing stands in it. */
  readonly open: (at: number) => Container | null;
  /**
   * The block with edits, all else as it is written.
   *
   * @param head null: as it is
   * @returns null where that cannot be written
   */
  readonly edited: (edits: readonly ChildEdit[], head: string | null) => string | null;
}

/** How Markdown is taken apart. */
export interface Reader {
  /** Into its outermost blocks. */
  readonly pieces: (text: string) => readonly Piece[];
  /** Whether a block is none for whoever compares: a note of the author's, a definition. */
  readonly isHidden: (piece: Piece) => boolean;
  /** One block; null where it is text, code or anything else that nothing stands in. */
  readonly block: (text: string) => Container | null;
}
