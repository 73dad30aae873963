import type { Locale } from '../../model/article.ts';
import type { VariableText } from '../../model/variables.ts';

/** Texts by key. */
export type Texts = ReadonlyMap<string, VariableText>;

/** What one file of the product says. */
export interface ProductTexts {
  /** What it says in a language; what has one language only does not ask which. */
  readonly textsIn: (locale: Locale) => Texts;
  /** The texts that were translated, where the file has those too; null where it has not. */
  readonly originals: Texts | null;
  /** Whether it has several languages. */
  readonly hasSeveral: boolean;
}

/** What a file cannot be read for, at its place. */
export class UnreadableTexts extends Error {
  readonly line: number;
  readonly column: number;

  /** @param reason a clause */
  constructor(reason: string, line = 1, column = 1) {
    super(reason);
    this.line = line;
    this.column = column;
  }
}

/** Characters of a text that an article may name. */
const longest = 10_000;

/** Keys of one file. The largest products that were seen have a tenth of that. */
const mostKeys = 200_000;

/** Collects the texts of a file. */
export interface Collecting {
  /** Notes a text. One without a character is none: so programs write what is not translated. */
  readonly text: (key: string, written: string, everyLocale?: boolean) => void;
  /** Notes why what a key has cannot be shown. */
  readonly no: (key: string, reason: string) => void;
  readonly texts: Texts;
}

/**
 * Starts with no texts. What a key has twice, with different words, is no text.
 *
 * @throws UnreadableTexts with more keys than any product has
 */
export function collecting(): Collecting {
  const texts = new Map<string, VariableText>();
  const put = (key: string, text: VariableText): void => {
    const before = texts.get(key);
    const isSame = before === undefined || JSON.stringify(before) === JSON.stringify(text);
    texts.set(key, isSame ? text : { reason: `it has "${key}" twice` });
    if (texts.size > mostKeys) throw new UnreadableTexts(`it has more than ${mostKeys} keys`);
  };
  return {
    texts,
    text(key, written, everyLocale = false) {
      const text = onOneLine(written);
      if (text === '') return;
      if (text.length > longest) put(key, { reason: `it has more than ${longest} characters` });
      else put(key, everyLocale ? { text, everyLocale } : { text });
    },
    no: (key, reason) => put(key, { reason }),
  };
}

/** Line ends and the like are of the screen that the product shows it on. */
function onOneLine(text: string): string {
  // Most are in order: a product has a hundred thousand.
  if (!/[^!-~\u00a1-\u167f\u2010-\u2027 ]| {2}|^ | $/.test(text)) return text;
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/** A file with one language. */
export function inOneLanguage(texts: Texts): ProductTexts {
  return { textsIn: () => texts, originals: null, hasSeveral: false };
}
