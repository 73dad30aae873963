/** Languages that are written without spaces between words. */
const unspaced = /^(?:ja|zh|th|lo|km)/;

/**
 * Splits a text into the words that it is found by.
 *
 * @param locale decides where words end in languages without spaces
 */
export function wordsOf(text: string, locale: string): readonly string[] {
  if (!unspaced.test(locale)) return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text);
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}

/** A word in the form it is compared in: without accents and capitals. `Übersicht` is found by `ubersicht`. */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l');
}
