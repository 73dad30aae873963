/**
 * Whether a title that is shown on hovering says nothing that a reader does not see or hear anyway: it repeats part of the
 * text of the link or image, or of the name of the file, as editors write it in.
 *
 * @param title as written
 * @param shown texts and addresses beside it
 */
export function repeats(title: string, shown: readonly string[]): boolean {
  const said = folded(title);
  return said === '' || shown.some((one) => folded(one).includes(said));
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
