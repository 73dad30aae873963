import { html } from 'hono/html';
import type { CollectionKey } from '../../model/collection.ts';
import type { Html, PageContext } from '../page.ts';
import { namesOf, trailOf } from '../shelves.ts';

/**
 * The way from the home page to a page.
 *
 * @param key collection that the page lies in; null for none
 */
export function crumbs(key: CollectionKey | null, context: PageContext): Html {
  const { site, locale } = context;
  const steps = trailOf(site, key).map((collection) => {
    const href = context.href({ kind: 'collection', locale, slug: collection.slug });
    return html`<li><a href="${href}">${namesOf(collection, locale).name}</a></li>`;
  });
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="${context.href({ kind: 'home', locale })}" lang="en">Home</a></li>${steps}</ol></nav>`;
}
