import type { TextFlavour } from './flavour-name.ts';

/** A kind of syntax that other tools have, and our dialect has not. */
export interface Kind {
  /** As a sentence goes on with it: `"!!! note" is an admonition of MkDocs`. */
  readonly what: string;
  /** Whose it is, as people write it. */
  readonly tool: string;
  /** The flavours that read it, the likeliest first. */
  readonly flavours: readonly TextFlavour[];
  /** How it looks, for a count. */
  readonly mark: string;
  /** What to write in our dialect. */
  readonly instead: string;
  /** Too many tools have it to tell one by it. */
  readonly isCommon?: true;
  /** What readers see, where it is not shown as it is written. */
  readonly shown?: string;
}
