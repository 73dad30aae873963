import type { Locale } from '../model/article.ts';
import { withCommas } from '../model/with-commas.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The name of a language in English: `Brazilian Portuguese`. What is no language's code is its own name. */
export function languageName(locale: Locale): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** Words from Intercom as a part of a sentence: at most sixty characters of them. */
export function quoted(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ').trim()];
  return `"${characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('').trimEnd()}…`}"`;
}

/** `1 article`, `2 articles`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${withCommas(number)} ${number === 1 ? one : many}`;
}

/** How a sentence names a link by its words: `The link "Prices"`. */
export function linkWords({ words }: { readonly words: string }): string {
  return words === '' ? 'A link without words' : `The link ${quoted(words)}`;
}
