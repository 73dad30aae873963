import { html, raw } from 'hono/html';
import { presentBody } from '../../site/body/present.ts';
import type { Html } from '../../site/page.ts';
import { articleRows } from '../../site/parts/article-list.ts';
import { type Card, cards, countText } from '../../site/parts/cards.ts';
import { crumbTrail } from '../../site/parts/crumbs.ts';
import { iconFor } from '../../site/parts/icons.ts';
import { readableBody } from '../addresses.ts';
import { childrenOf } from '../collections/tree.ts';
import type { Engine } from '../engine.ts';
import type { LocaleCode } from '../locales.ts';
import { articlePath, centrePath, collectionPath } from '../paths.ts';
import type { ArticleRecord, CollectionRecord, HelpCentreRecord } from '../state/records.ts';
import { layout } from './layout.ts';

/** What a reader looks at: a help centre in one of its languages. */
export interface Reading {
  readonly engine: Engine;
  readonly centre: HelpCentreRecord;
  readonly locale: LocaleCode;
}

const ownLink =
  /href="http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/([^"/]+)\/(?=[^"/]+\/(?:articles|collections)\/)/g;

/** Links to pages of this help centre stay in the window, whichever port it had when they were written. */
function withOwnLinks(body: string, { centre, engine }: Reading): string {
  return body
    .replaceAll(`href="${engine.listens}/`, 'href="/')
    .replace(ownLink, (link, identifier: string) =>
      identifier === centre.identifier ? `href="/${identifier}/` : link,
    );
}

/** The help centre's first page: its collections, and the articles that are in none. */
export function homePage(reading: Reading): Html {
  const { engine, centre } = reading;
  const collections = childrenOf(engine, null, centre.id);
  const loose = articlesIn(reading, null);
  const isEmpty = collections.length === 0 && loose.length === 0;
  const main = html`<div class="hero"><div class="wrap"><h1>${centre.name}</h1><p class="hint" lang="en">What readers of this help centre see.</p></div></div>
<div class="wrap">
${isEmpty ? html`<p class="lead" lang="en">Nothing is published yet.</p>` : ''}
${collections.length === 0 ? '' : html`<h2 class="sr" lang="en">Collections</h2>${cards(collections.map((collection) => cardOf(reading, collection)))}`}
${loose.length === 0 ? '' : html`<section class="section"><h2 lang="en">Without a collection</h2>${rowsOf(reading, loose)}</section>`}
</div>`;
  return page(reading, centre.name, main, (locale) => centrePath(centre, locale));
}

/** A collection: its articles, and its sections with theirs. */
export function collectionPage(reading: Reading, collection: CollectionRecord): Html {
  const { name, description } = textOf(reading, collection);
  const main = html`<div class="wrap">${crumbs(reading, collection.parentId)}
<h1>${name}</h1>
${description === null ? '' : html`<p class="lead">${description}</p>`}
<p class="count-line" lang="en">${countText(countIn(reading, collection))}</p>
${sectionContent(reading, collection, 2)}</div>`;
  return page(reading, name, main, (locale) => collectionPath(reading.centre, collection, locale));
}

/** An article. */
export function articlePage(reading: Reading, article: ArticleRecord): Html {
  const { engine, locale } = reading;
  const content = article.contents[locale];
  const author = engine.world.teammates.get(content?.authorId ?? '')?.name ?? 'Somebody';
  const day = new Date((content?.updatedAt ?? 0) * 1000).toISOString().slice(0, 10);
  const body = withOwnLinks(readableBody(engine, content?.body ?? '', ''), reading);
  const main = html`<div class="wrap article-page"><div class="head">${crumbs(reading, article.parentIds[0] ?? null)}
<h1>${content?.title ?? ''}</h1>
${content?.description ? html`<p class="lead">${content.description}</p>` : ''}
<div class="meta" lang="en"><span>Written by <b>${author}</b>, last changed on <time datetime="${day}">${day}</time></span></div></div>
<div class="column"><article class="body" aria-label="${content?.title ?? ''}">${raw(presentBody(body).html)}</article></div>
</div>`;
  return page(reading, content?.title ?? '', main, (other) =>
    article.contents[other]?.state === 'published' ? articlePath(reading.centre, article, other) : null,
  );
}

/** What is shown where nothing is, or nothing that readers may see. */
export function missingPage(reading: Reading): Html {
  const main = html`<div class="wrap" lang="en"><h1>There is nothing here</h1>
<p class="lead">This page does not exist, is not published, or is not available in this language. <a href="/workspace">The workspace</a> lists everything.</p></div>`;
  return page(reading, 'Not found', main, (locale) => centrePath(reading.centre, locale));
}

function page(reading: Reading, title: string, main: Html, pathIn: (locale: LocaleCode) => string | null): Html {
  const { engine, centre, locale } = reading;
  const locales = engine.world.workspace.multilingual ? centre.locales : [];
  const languages = locales.flatMap((other) => {
    const href = pathIn(other);
    return href === null ? [] : [{ name: other, href, lang: other, current: other === locale }];
  });
  const links = [...languages, { name: 'Workspace', href: '/workspace' }];
  const home = { name: centre.name, href: centrePath(centre, locale) };
  return layout({ title, lang: locale, home, links, main });
}

function sectionContent(reading: Reading, collection: CollectionRecord, level: 2 | 3): Html {
  const articles = articlesIn(reading, collection.id);
  const sections = childrenOf(reading.engine, collection.id);
  const isEmpty = articles.length === 0 && sections.length === 0;
  return html`${isEmpty ? html`<p class="hint" lang="en">No published articles.</p>` : ''}
${articles.length === 0 ? '' : rowsOf(reading, articles)}
${sections.map((section) => html`<section class="section">${heading(reading, section, level)}${sectionContent(reading, section, 3)}</section>`)}`;
}

function heading(reading: Reading, section: CollectionRecord, level: 2 | 3): Html {
  const { name } = textOf(reading, section);
  const linked = html`<a href="${collectionPath(reading.centre, section, reading.locale)}">${name}</a>`;
  return level === 2 ? html`<h2>${linked}</h2>` : html`<h3>${linked}</h3>`;
}

function cardOf(reading: Reading, collection: CollectionRecord): Card {
  const { name, description } = textOf(reading, collection);
  return {
    name,
    description: description ?? '',
    href: collectionPath(reading.centre, collection, reading.locale),
    icon: iconFor(null, name),
    count: countIn(reading, collection),
  };
}

/** How many articles readers find in a collection and its sections. */
function countIn(reading: Reading, collection: CollectionRecord): number {
  const inside = childrenOf(reading.engine, collection.id).map((section) => countIn(reading, section));
  return inside.reduce((sum, count) => sum + count, articlesIn(reading, collection.id).length);
}

function rowsOf({ centre, locale }: Reading, articles: readonly ArticleRecord[]): Html {
  return articleRows(
    articles.map((article) => {
      const { title = '', description = '' } = article.contents[locale] ?? {};
      return { href: articlePath(centre, article, locale), title, description };
    }),
  );
}

function crumbs(reading: Reading, parentId: string | null): Html {
  const { centre, locale, engine } = reading;
  const trail: CollectionRecord[] = [];
  for (let id = parentId; id !== null; ) {
    const collection = engine.world.collections.get(id);
    if (collection === undefined) break;
    trail.unshift(collection);
    id = collection.parentId;
  }
  const steps = trail.map((collection) => ({
    name: textOf(reading, collection).name,
    href: collectionPath(centre, collection, locale),
  }));
  return crumbTrail(centrePath(centre, locale), steps);
}

/** Published articles of a collection in the language that is read, in no collection for null. */
function articlesIn({ engine, centre, locale }: Reading, collectionId: string | null): ArticleRecord[] {
  return [...engine.world.articles.values()]
    .filter((article) => article.helpCentreId === centre.id && article.contents[locale]?.state === 'published')
    .filter((article) =>
      collectionId === null ? article.parentIds.length === 0 : article.parentIds.includes(collectionId),
    )
    .sort((a, b) => Number(a.id) - Number(b.id));
}

function textOf(
  { centre, locale }: Reading,
  collection: CollectionRecord,
): { name: string; description: string | null } {
  return collection.contents[locale] ?? collection.contents[centre.defaultLocale] ?? { name: '', description: null };
}
