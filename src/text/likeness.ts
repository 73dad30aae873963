/** Words of a text, and how often each stands in it. */
export interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The words of a text; of one without any, its signs. A character of Chinese is a word. */
export function wordsOf(text: string): Words {
  return counted(wordsInOrder(text));
}

/** The same words as they follow each other. */
export function wordsInOrder(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? text.match(/\S/gu) ?? [];
}

/** Counts words that were found in another way. */
export function counted(words: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How many words two texts have in common, each as often as both have it. */
export function commonWords(a: Words, b: Words): number {
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return common;
}

/** Share of all words that two texts have in common: 1 all, 0 none. */
export function likenessOf(a: Words, b: Words): number {
  return (2 * commonWords(a, b)) / Math.max(1, a.size + b.size);
}
