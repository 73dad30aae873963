/** Attributes whose values readers see, or are led by. */
const seen = /^:?(?:href|src|srcset|alt|title|aria-label|label|summary|value|poster|content)$/i;

/** An attribute whose value is not over yet, at the end of a text. */
const openValue = /(?:^|\s)([:@A-Za-z][\w:.@-]*)\s?=\s?(?:"([^"]*)|'([^']*))$/;

/** The start of a tag that is not over yet, at the end of a text. */
const openTag = /<[A-Za-z][\w-]*(?:[^<>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)$/;

/** Characters in front of a place that are looked at. */
const mostBefore = 2000;

/**
 * Whether readers lose nothing with what a tool would run at a place in a line: it is in an attribute that none of them
 * sees, in a list of attributes, or it is what an address begins with, the rest of which stays.
 *
 * @param line with code masked
 */
export function isUnseen(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(0, start - mostBefore), start);
  if (/\{:[^{}]*$/.test(before)) return true;
  const isBase = /^\/[^\s"')]/.test(line.slice(end, end + 2));
  if (isBase && /\]\(<?$/.test(before)) return true;
  const found = openValue.exec(before);
  if (found === null) return false;
  const [whole, name = '', double, single] = found;
  // A tag may have begun in a line above.
  const isInTag =
    openTag.test(before) ||
    (!/[<>]/.test(before) && /^\s*(?:[\w:.@-]+=("|')[^"']*\1\s*)*$/.test(before.slice(0, -whole.length)));
  if (!isInTag) return false;
  return !seen.test(name) || (isBase && (double ?? single) === '');
}
