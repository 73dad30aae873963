import { html, raw } from 'hono/html';
import { readableBody } from '../addresses.ts';
import { childrenOf } from '../collections/tree.ts';
import type { Engine } from '../engine.ts';
import type { LocaleCode } from '../locales.ts';
import { articlePath, centrePath, collectionPath } from '../paths.ts';
import type { ArticleRecord, CollectionRecord, HelpCentreRecord } from '../state/records.ts';
import { type Html, layout } from './layout.ts';

/** What a reader looks at: a help centre in one of its languages. */
export interface Reading {
  readonly engine: Engine;
  readonly centre: HelpCentreRecord;
  readonly locale: LocaleCode;
}

/** The help centre's first page: its collections, and the articles that are in none. */
export function homePage(reading: Reading): Html {
  const { engine, centre } = reading;
  const collections = childrenOf(engine, null, centre.id);
  const loose = articlesIn(reading, null);
  const nothing = collections.length === 0 && loose.length === 0;
  const main = html`<h1 class="title">${centre.name}</h1>
<p class="lead">What readers of this help centre see.</p>
${nothing ? html`<p>Nothing is published yet.</p>` : ''}
${collections.length === 0 ? '' : html`<ul class="cards">${collections.map((collection) => card(reading, collection))}</ul>`}
${loose.length === 0 ? '' : html`<h2>Without a collection</h2>${articleRows(reading, loose)}`}`;
  return page(reading, centre.name, main, (locale) => centrePath(centre, locale));
}

/** A collection: its articles, and its sections with theirs. */
export function collectionPage(reading: Reading, collection: CollectionRecord): Html {
  const { name, description } = textOf(reading, collection);
  const main = html`${crumbs(reading, collection.parentId)}<h1 class="title">${name}</h1>
<p class="lead">${description ?? ''}</p>
${sectionContent(reading, collection, 2)}`;
  return page(reading, name, main, (locale) => collectionPath(reading.centre, collection, locale));
}

/** An article. */
export function articlePage(reading: Reading, article: ArticleRecord): Html {
  const { engine, locale } = reading;
  const content = article.contents[locale];
  const author = engine.world.teammates.get(content?.authorId ?? '')?.name ?? 'Somebody';
  const day = new Date((content?.updatedAt ?? 0) * 1000).toISOString().slice(0, 10);
  const main = html`${crumbs(reading, article.parentIds[0] ?? null)}<article>
<h1 class="title">${content?.title ?? ''}</h1>
${content?.description ? html`<p class="lead">${content.description}</p>` : ''}
<p class="byline">Written by ${author}, last changed on <time datetime="${day}">${day}</time></p>
<div class="body">${raw(readableBody(engine, content?.body ?? '', ''))}</div>
</article>`;
  return page(reading, content?.title ?? '', main, (other) =>
    article.contents[other]?.state === 'published' ? articlePath(reading.centre, article, other) : null,
  );
}

/** What is shown where nothing is, or nothing that readers may see. */
export function missingPage(reading: Reading): Html {
  const main = html`<h1 class="title">There is nothing here</h1>
<p>The page does not exist, is not published, or is not in this language. <a href="/workspace">The workspace</a> lists everything.</p>`;
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

function sectionContent(reading: Reading, collection: CollectionRecord, level: number): Html {
  const articles = articlesIn(reading, collection.id);
  const sections = childrenOf(reading.engine, collection.id);
  const empty = articles.length === 0 && sections.length === 0;
  return html`${empty ? html`<p class="hint">No article is published here.</p>` : ''}
${articles.length === 0 ? '' : articleRows(reading, articles)}
${sections.map((section) => html`${heading(reading, section, level)}${sectionContent(reading, section, level + 1)}`)}`;
}

function heading(reading: Reading, section: CollectionRecord, level: number): Html {
  const { name } = textOf(reading, section);
  const linked = html`<a href="${collectionPath(reading.centre, section, reading.locale)}">${name}</a>`;
  return level === 2 ? html`<h2>${linked}</h2>` : html`<h3>${linked}</h3>`;
}

function card(reading: Reading, collection: CollectionRecord): Html {
  const { name, description } = textOf(reading, collection);
  const href = collectionPath(reading.centre, collection, reading.locale);
  return html`<li><a href="${href}"><strong>${name}</strong>${description ?? ''}</a></li>`;
}

function articleRows({ centre, locale }: Reading, articles: readonly ArticleRecord[]): Html {
  const rows = articles.map((article) => {
    const { title = '', description = '' } = article.contents[locale] ?? {};
    const note = description === '' ? '' : html`<span>${description}</span>`;
    return html`<li><a href="${articlePath(centre, article, locale)}">${title}${note}</a></li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}

function crumbs(reading: Reading, parentId: string | null): Html {
  const trail: CollectionRecord[] = [];
  for (let id = parentId; id !== null; ) {
    const collection = reading.engine.world.collections.get(id);
    if (collection === undefined) break;
    trail.unshift(collection);
    id = collection.parentId;
  }
  const { centre, locale } = reading;
  const parts = trail.map(
    (collection) =>
      html` › <a href="${collectionPath(centre, collection, locale)}">${textOf(reading, collection).name}</a>`,
  );
  return html`<nav class="crumbs" aria-label="Where this is"><a href="${centrePath(centre, locale)}">Home</a>${parts}</nav>`;
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
