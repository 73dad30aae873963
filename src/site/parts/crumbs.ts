import { html } from 'hono/html';
import type { CollectionKey } from '../../model/collection.ts';
import type { Html, PageContext } from '../page.ts';
import { namesOf, trailOf } from '../shelves.ts';

/** A page on the way to another. */
export interface Crumb {
  readonly name: string;
  readonly href: string;
}

/** The way from the first page to a page. @param home address of the first page */
export function crumbTrail(home: string, steps: readonly Crumb[]): Html {
  const items = steps.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="${home}" lang="en">Home</a></li>${items}</ol></nav>`;
}

/**
 * The same in the preview.
 *
 * @param key collection that the page lies in; null for none
 */
export function crumbs(key: CollectionKey | null, context: PageContext): Html {
  const { site, locale } = context;
  const steps = trailOf(site, key).map((collection) => ({
    name: namesOf(collection, locale).name,
    href: context.href({ kind: 'collection', locale, slug: collection.slug }),
  }));
  return crumbTrail(context.href({ kind: 'home', locale }), steps);
}
