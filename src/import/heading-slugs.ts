import GithubSlugger from 'github-slugger';
import { elementsIn } from '../html/elements-in.ts';
import { attributeOf, type HtmlElement } from '../html/parse.ts';
import { plainTextOf } from '../html/plain-text.ts';

/**
 * The slugs that the headings of a body get once it is Markdown, by the ids they have in Intercom. Titles of
 * collapsible sections are no headings to link to. An id that stands twice leads to its first heading.
 *
 * @param body as Intercom has it
 * @param ownId the id that the Markdown writes on a heading (`{#id}`); null where its slug is GitHub's
 */
export function headingSlugs(
  body: string,
  ownId: (id: string, slug: string) => string | null = () => null,
): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger();
  const slugs = new Map<string, string>();
  for (const heading of elementsIn(body, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])) {
    if (isInSummary(heading)) continue;
    const id = attributeOf(heading, 'id');
    const slug = slugger.slug(plainTextOf(heading.childNodes));
    if (id !== null && slug !== '' && !slugs.has(id)) slugs.set(id, ownId(id, slug) ?? slug);
  }
  return slugs;
}

function isInSummary(element: HtmlElement): boolean {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at.tagName === 'summary') return true;
  }
  return false;
}
