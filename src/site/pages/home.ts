import { html } from 'hono/html';
import { type UnlistedType, unlistedTypes } from '../../model/article-type.ts';
import { byCodeUnit } from '../../model/by-code-unit.ts';
import type { PageParts } from '../layout.ts';
import type { PageContext } from '../page.ts';
import { articleList } from '../parts/article-list.ts';
import { type Card, cards } from '../parts/cards.ts';
import { iconFor } from '../parts/icons.ts';
import { searchBox } from '../parts/search-box.ts';
import { articlesIn, childrenOf, countIn, namesOf, unlistedIn } from '../shelves.ts';
import type { SiteCollection } from '../site.ts';

/** The first page of a locale: the search, the collections as cards, and the articles that are in none. */
export function homePage(context: PageContext): PageParts {
  const { site, locale } = context;
  const collections = childrenOf(site, null).filter(
    ({ key }) => locale === site.locale || countIn(site, key, locale) > 0,
  );
  const loose = articlesIn(site, null, locale);
  const others = unlistedTypes.map((type) => [type, unlistedIn(site, type, locale)] as const);
  const isEmpty = collections.length + loose.length === 0 && others.every(([, articles]) => articles.length === 0);
  const main = html`<div class="hero"><div class="wrap"><h1>${site.name}</h1>${searchBox('hero')}</div></div>
<div class="wrap">
${isEmpty ? html`<p class="lead" lang="en">There are no articles yet. Add a Markdown file to the content folder, and it appears here.</p>` : ''}
${helpCentresOf(collections).map((helpCentre) => {
  const own = collections.filter((collection) => collection.helpCentre === helpCentre);
  const heading = helpCentre === null ? html`<h2 class="sr" lang="en">Collections</h2>` : html`<h2>${helpCentre}</h2>`;
  return html`${heading}${cards(own.map((collection) => cardOf(collection, context)))}`;
})}
${loose.length === 0 ? '' : html`<section class="section"><h2 lang="en">${collections.length === 0 ? 'Articles' : 'Without a collection'}</h2>${articleList(loose, context)}</section>`}
${others.map(([type, articles]) => (articles.length === 0 ? '' : html`<section class="section"><h2 lang="en">${shelfNames[type]}</h2>${articleList(articles, context)}</section>`))}
</div>`;
  return { title: site.name, main, hero: true };
}

/** What stands above the articles that no page of the help centre shows. */
const shelfNames: Readonly<Record<UnlistedType, string>> = {
  internal: 'For teammates and Fin',
  snippet: 'Snippets for Fin',
};

/** The help centres that collections are in, the one of `helpcentre.yml` first. */
function helpCentresOf(collections: readonly SiteCollection[]): readonly (string | null)[] {
  const marks = new Set(collections.map(({ helpCentre }) => helpCentre));
  return [...marks].sort((a, b) => (a === null ? -1 : b === null ? 1 : byCodeUnit(a, b)));
}

function cardOf(collection: SiteCollection, context: PageContext): Card {
  const { site, locale } = context;
  const { name, description } = namesOf(collection, locale);
  return {
    name,
    description,
    href: context.href({ kind: 'collection', locale, slug: collection.slug }),
    icon: iconFor(collection.icon, collection.name),
    count: countIn(site, collection.key, locale),
  };
}
