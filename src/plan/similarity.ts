/** Words of a text with how often each occurs. */
export type Words = ReadonlyMap<string, number>;

/** A source as a person wrote it, without its front matter. */
export interface MarkdownText {
  /** Of its front matter; `''` where the first heading is the title. */
  readonly title: string;
  readonly markdown: string;
}

/** Texts of articles in the default locale, by their keys. */
export interface MarkdownTexts {
  /** Of files that are gone, as they were last published. */
  readonly before: ReadonlyMap<string, MarkdownText>;
  readonly now: ReadonlyMap<string, MarkdownText>;
}

/** From this share of common words on, two texts are the same one, edited. git's own rule for renames. */
export const similarEnough = 0.5;

/**
 * Counts the words of a body (HTML or text) and a title.
 *
 * @param title counts like any other words
 * @param html tags do not count, only the text between them
 */
export function wordsOf(title: string, html: string): Words {
  const words = new Map<string, number>();
  const text = `${title} ${html.replace(/<[^>]*>/g, ' ')}`;
  for (const word of text.split(/[\s ]+/)) {
    if (word !== '') words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/**
 * How much of two texts is common: common words ÷ words of the longer text, 0 to 1. An empty text is
 * similar to nothing.
 */
export function similarity(a: Words, b: Words): number {
  const longer = Math.max(total(a), total(b));
  if (longer === 0) return 0;
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return common / longer;
}

function total(words: Words): number {
  let sum = 0;
  for (const count of words.values()) sum += count;
  return sum;
}
