import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { Hono } from 'hono';
import type { Engine } from '../engine.ts';
import { invalid } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { latestPage } from '../http/paging.ts';
import type { ArticleRecord, Content } from '../state/records.ts';
import { articleWire } from './wire.ts';

/** `/articles/search`: the phrase in titles, descriptions and bodies, letters of either case alike. */
export function searchRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.use('/articles/search', requires('article-search'));

  routes.get('/articles/search', (c) => {
    const { version, url } = c.env.call;
    const phrase = url.searchParams.get('phrase') ?? '';
    const state = url.searchParams.get('state') ?? 'all';
    if (!['published', 'draft', 'all'].includes(state)) throw invalid('state must be published, draft or all', 'state');
    const centre = url.searchParams.get('help_center_id');
    const found = [...engine.world.articles.values()].filter((article) => {
      const fits = state === 'all' || article.contents[article.defaultLocale]?.state === state;
      return fits && (centre === null || article.helpCentreId === centre) && matches(article, phrase);
    });
    const page = latestPage(found, { url, perPage: 10, quirks: engine.quirks });
    const articles = page.rows.map((article) => articleWire(article, { engine, version }));
    const highlighted = url.searchParams.get('highlight') === 'true' && phrase !== '';
    const highlights = highlighted ? page.rows.map((article) => highlightsOf(article, phrase)) : [];
    return c.json({ type: 'list', total_count: page.totalCount, data: { articles, highlights }, pages: page.pages });
  });

  return routes;
}

/** Text of stored bodies. Records never change, so each body is read once. */
const texts = new WeakMap<Stored, string>();

/** A record with a body as it is stored. */
type Stored = Pick<Content, 'body'>;

/** The text of a stored body, without markup. */
export function bodyText(content: Stored): string {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const text = fromHtml(content.body, { fragment: true })
    .children.map((child) => textOf(child))
    .join(' ')
    .trim();
  texts.set(content, text);
  return text;
}

function matches(article: ArticleRecord, phrase: string): boolean {
  const wanted = phrase.toLowerCase();
  return Object.values(article.contents).some((content) =>
    [content.title, content.description, bodyText(content)].some((text) => text.toLowerCase().includes(wanted)),
  );
}

function highlightsOf(article: ArticleRecord, phrase: string) {
  const content = article.contents[article.defaultLocale];
  const summaries = content === undefined ? [] : [content.description, bodyText(content)];
  return {
    article_id: article.id,
    highlighted_title: chunks(content?.title ?? '', phrase),
    highlighted_summary: summaries
      .filter((text) => text.toLowerCase().includes(phrase.toLowerCase()))
      .map((text) => chunks(text, phrase)),
  };
}

/** A text cut into what matches and what stands between. */
function chunks(text: string, phrase: string): { type: 'highlight' | 'plain'; text: string }[] {
  const pattern = new RegExp(`(${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'giu');
  return text
    .split(pattern)
    .map((chunk, index) => ({ type: index % 2 === 1 ? ('highlight' as const) : ('plain' as const), text: chunk }))
    .filter((chunk) => chunk.text !== '');
}
