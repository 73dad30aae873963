import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { icon } from './icons.ts';

/** Where a search box stands. */
export type SearchPlace = 'top' | 'hero';

/** The search field and the list its findings go into. Without scripts it is not shown. */
export function searchBox(place: SearchPlace): Html {
  return html`<div class="search in-${place}" data-search data-keep hidden lang="en" dir="ltr">
<div class="field">${icon('search')}
<input type="search" id="search-${place}" role="combobox" aria-expanded="false" aria-controls="found-${place}" aria-autocomplete="list" aria-label="Search all articles" placeholder="${place === 'hero' ? 'Search for answers' : 'Search'}" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto">
<kbd aria-hidden="true">/</kbd></div>
<ul class="found" id="found-${place}" role="listbox" aria-label="Articles found" hidden></ul>
<p class="found none" data-none hidden></p>
</div>`;
}
