import { pairedIds } from '../../body/heading-ids.ts';
import { headings } from '../../body/headings.ts';
import { anchorsOf } from '../../dialect/decompile.ts';

/**
 * The slugs of the headings of a body in Intercom, by the ids that they have there: those that were sent, where
 * headings can be paired by their order or by their text, else those that they get as Markdown.
 *
 * @param sent the body as it was compiled; null where nobody knows
 * @param stored the body as Intercom answered it
 */
export function sentSlugs(sent: string | null, stored: string): ReadonlyMap<string, string> {
  if (sent === null) return anchorsOf(stored, 'left-out');
  const paired = [...pairedIds(sent, stored)].map(([slug, id]) => [id, slug] as const);
  const byText = new Map(headings(sent).map(({ text, id }) => [text, id]));
  const found = headings(stored);
  const sameText = found.flatMap(({ text, id }) => {
    const slug = byText.get(text);
    return id === null || slug === null || slug === undefined ? [] : [[id, slug] as const];
  });
  const known = new Map([...sameText, ...paired]);
  if (found.every(({ id }) => id === null || known.has(id))) return known;
  return new Map([...anchorsOf(stored), ...known]);
}
