import { html } from 'hono/html';
import type { Html, PageContext } from '../page.ts';
import type { SiteArticle } from '../site.ts';
import { badges } from './badges.ts';
import { icon } from './icons.ts';

/** An article in a list. */
export interface ArticleRow {
  readonly href: string;
  readonly title: string;
  /** Empty for none. */
  readonly description: string;
  /** Marks beside the title. */
  readonly marks?: Html;
}

/** Articles as a list of links, each with its description and marks. */
export function articleRows(rows: readonly ArticleRow[]): Html {
  const items = rows.map(
    ({ href, title, description, marks }) =>
      html`<li><a href="${href}"><span class="text"><span class="title">${title}</span> ${marks ?? ''}${
        description === '' ? '' : html`<span class="description">${description}</span>`
      }</span>${icon('chevron')}</a></li>`,
  );
  return html`<ul class="rows">${items}</ul>`;
}

/** The same of articles of the preview, with the marks that they have there. */
export function articleList(articles: readonly SiteArticle[], context: PageContext): Html {
  const { locale } = context;
  return articleRows(
    articles.map((article) => {
      const { title = '', description = '' } = article.locales[locale] ?? {};
      const href = context.href({ kind: 'article', locale, key: article.key });
      return { href, title, description, marks: badges(article, context) };
    }),
  );
}
