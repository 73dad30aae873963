import { html } from 'hono/html';
import type { PageParts } from '../layout.ts';
import type { Html, PageContext } from '../page.ts';
import { articleList } from '../parts/article-list.ts';
import { countText } from '../parts/cards.ts';
import { crumbs } from '../parts/crumbs.ts';
import { articlesIn, childrenOf, countIn, namesOf } from '../shelves.ts';
import type { SiteCollection } from '../site.ts';

/** A collection: its articles, and its sections with theirs. */
export function collectionPage(slug: string, context: PageContext): PageParts | null {
  const { site, locale } = context;
  const collection = site.collections.find((one) => one.slug === slug);
  if (collection === undefined) return null;
  const { name, description } = namesOf(collection, locale);
  const count = countIn(site, collection.key, locale);
  const main = html`<div class="wrap">${crumbs(collection.parent, context)}
<h1>${name}</h1>
${description === '' ? '' : html`<p class="lead">${description}</p>`}
<p class="count-line" lang="en">${countText(count)}</p>
${content(collection, 2, context)}</div>`;
  return { title: name, main };
}

function content(collection: SiteCollection, level: 2 | 3, context: PageContext): Html {
  const { site, locale } = context;
  const articles = articlesIn(site, collection.key, locale);
  const sections = childrenOf(site, collection.key).filter(
    ({ key }) => locale === site.locale || countIn(site, key, locale) > 0,
  );
  const isEmpty = articles.length === 0 && sections.length === 0;
  return html`${isEmpty ? html`<p class="hint" lang="en">No articles yet.</p>` : ''}
${articles.length === 0 ? '' : articleList(articles, context)}
${sections.map((section) => html`<section class="section">${heading(section, level, context)}${content(section, 3, context)}</section>`)}`;
}

function heading(section: SiteCollection, level: 2 | 3, context: PageContext): Html {
  const { locale } = context;
  const { name, description } = namesOf(section, locale);
  const link = html`<a href="${context.href({ kind: 'collection', locale, slug: section.slug })}">${name}</a>`;
  return html`${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}${
    description === '' ? '' : html`<p class="hint">${description}</p>`
  }`;
}
