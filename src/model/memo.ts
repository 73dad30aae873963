import { createHash } from 'node:crypto';

/** What JSON can hold, as it comes back from it. */
type Facts = object | string;

/** What something came to when it was made before. */
export interface Remembered {
  readonly facts: unknown;
  /** A longer text, read only when it is wanted; null where it is there no more. */
  readonly text: () => string | null;
}

/**
 * What came of things that were made before, by everything that they were made from. What is not in it is made; so a memo
 * may forget anything at any time, and whoever asks gets the same with it and without it.
 */
export interface Memo {
  /** How much is in it, about; nothing, or absent, where all is still to be made. */
  readonly entries?: number;
  /** Part of every key: what another state of the program made is not taken for this one's. */
  readonly maker: string;
  /** @param parts everything that decides what comes out; what JSON tells apart counts as different */
  key(...parts: readonly unknown[]): string;
  /** What was kept under a key. */
  recall(key: string): Remembered | null;
  /** Keeps what something came to. */
  keep(key: string, facts: Facts, text?: string): void;
}

/** Remembers nothing. */
export const noMemo: Memo = { maker: '', key: () => '', recall: () => null, keep: () => undefined };

/** What was kept under a key; else it is made, and kept. */
export function recalledOr<Made extends Facts>(memo: Memo, key: string, make: () => Made): Made {
  const known = memo.recall(key)?.facts as Made | undefined;
  if (known !== undefined) return known;
  const made = make();
  memo.keep(key, made);
  return made;
}

/** The key of something, of one length whatever it was made from. */
export function keyOf(maker: string, parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([maker, ...parts]))
    .digest('base64url');
}
