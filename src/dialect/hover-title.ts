/** Words that say of a picture that it is one. */
const itself = /^(?:fig|figure|graphic|icon|image|img|logo|photo|picture|screen|screenshot|shot)$/;

/** Letters of a word below which it alone says nothing. */
const fewest = 3;

/**
 * Whether a title that is shown on hovering says nothing that a reader does not see or hear anyway: it repeats words of the
 * text of the link or image, or of its address, as editors write it in.
 *
 * @param title as written
 * @param shown texts and addresses beside it
 */
export function repeats(title: string, shown: readonly string[]): boolean {
  const said = folded(title);
  const seen = shown.map(folded);
  if (said === '' || seen.some((one) => one.includes(said))) return true;
  const words = decoded(title)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(folded)
    .filter(({ length }) => length >= fewest);
  return words.length > 0 && words.every((word) => itself.test(word) || seen.some((one) => one.includes(word)));
}

/** Letters and digits alone, without case. */
const folded = (text: string): string =>
  decoded(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
