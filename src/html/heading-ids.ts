import { escapeValue, unescapeValue } from './escape.ts';
import { headings } from './headings.ts';

/**
 * Which id each of our headings has in Intercom. Our own slugs are sent as ids; they were seen to be kept, and seen
 * to be replaced by ids of Intercom's own, so what came back is looked at.
 *
 * @param ours the body as it was compiled, slugs as ids
 * @param stored the body as Intercom answered it
 * @returns slug → id; slugs that stand where no heading came back are left out. Headings are paired by their order
 *   where ids were replaced; with another number of headings than ours nothing can be paired
 */
export function headingIds(ours: string, stored: string): ReadonlyMap<string, string> {
  const sent = headings(ours);
  const found = headings(stored);
  const kept = new Set(found.flatMap((heading) => heading.id ?? []));
  const ids = new Map<string, string>();
  sent.forEach(({ id: slug }, index) => {
    if (slug === null || ids.has(slug)) return;
    const id = kept.has(slug) ? slug : sent.length === found.length ? found[index]?.id : undefined;
    if (id !== null && id !== undefined) ids.set(slug, id);
  });
  return ids;
}

/** A heading's tag in the stable serialisation, up to the value of its id. */
const headingId = /(<h[1-6](?: [a-z-]+="[^"]*")*? id=")([^"]*)(")/g;

/**
 * Gives headings other ids: those that Intercom gave them, so that it keeps them.
 *
 * @param html in the stable serialisation, slugs as ids
 * @param idOf id for a slug; null leaves the slug
 */
export function withHeadingIds(html: string, idOf: (slug: string) => string | null): string {
  return html.replace(headingId, (whole, before: string, value: string, after: string) => {
    const id = idOf(unescapeValue(value));
    return id === null ? whole : `${before}${escapeValue(id)}${after}`;
  });
}
