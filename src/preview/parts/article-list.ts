import { html } from 'hono/html';
import type { Html, PageContext } from '../page.ts';
import type { SiteArticle } from '../site.ts';
import { badges } from './badges.ts';
import { icon } from './icons.ts';

/** Articles as a list of links, each with its description and marks. */
export function articleList(articles: readonly SiteArticle[], context: PageContext): Html {
  const { locale } = context;
  const rows = articles.map((article) => {
    const { title = '', description = '' } = article.locales[locale] ?? {};
    const href = context.href({ kind: 'article', locale, key: article.key });
    return html`<li><a href="${href}"><span class="text"><span class="title">${title}</span> ${badges(article, context)}${
      description === '' ? '' : html`<span class="description">${description}</span>`
    }</span>${icon('chevron')}</a></li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}
