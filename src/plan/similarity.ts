import { commonWords, counted, type Words } from '../text/likeness.ts';

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
  const text = `${title} ${html.replace(/<[^>]*>/g, ' ')}`;
  return counted(text.split(/\s+/).filter((word) => word !== ''));
}

/**
 * How much of two texts is common: common words ÷ words of the longer text, 0 to 1. An empty text is
 * similar to nothing.
 */
export function similarity(a: Words, b: Words): number {
  const longer = Math.max(a.size, b.size);
  return longer === 0 ? 0 : commonWords(a, b) / longer;
}
