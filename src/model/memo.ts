/** What JSON can hold, as it comes back from it. */
type Facts = object | string;

/** What something came to when it was made before. */
export interface Remembered {
  readonly facts: unknown;
  /** A longer text, read only when it is wanted. */
  readonly text: () => string;
}

/**
 * What came of things that were made before, by everything that they were made from. What is not in it is made; so a memo
 * may forget anything at any time, and whoever asks gets the same with it and without it.
 */
export interface Memo {
  /** @param parts everything that decides what comes out; what JSON tells apart counts as different */
  key(...parts: readonly unknown[]): string;
  /** What was kept under a key. */
  recall(key: string): Remembered | null;
  /** Keeps what something came to. */
  keep(key: string, facts: Facts, text?: string): void;
}

/** Remembers nothing. */
export const noMemo: Memo = { key: () => '', recall: () => null, keep: () => undefined };
