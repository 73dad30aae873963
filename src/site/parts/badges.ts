import { html } from 'hono/html';
import type { UnlistedType } from '../../model/article-type.ts';
import type { Html, PageContext } from '../page.ts';
import type { SiteArticle } from '../site.ts';

/** Marks beside an article's title: a draft, one that cannot be shown as it is, one that a publish would change. */
export function badges(article: SiteArticle, { site, locale }: PageContext): Html {
  const change = site.changes?.badges.get(article.key);
  const { state, condition = 'whole' } = article.locales[locale] ?? {};
  const { type } = article;
  return html`${type === undefined ? '' : html`<span class="badge" lang="en">${typeNames[type]}</span>`}${state === 'draft' ? html`<span class="badge draft" lang="en">Draft</span>` : ''}${
    condition === 'whole' || condition === 'pending' ? '' : html`<span class="badge error" lang="en">Has errors</span>`
  }${change === undefined ? '' : html`<span class="badge ${change}" lang="en">${badgeNames[change]}</span>`}`;
}

/** What each mark says. */
export const badgeNames = {
  new: 'New',
  changed: 'Changed',
  moved: 'Moved',
  drifted: 'Edited in Intercom',
  held: 'Held back',
  removed: 'Removed',
} as const;

/** What an article is that no help centre has. */
const typeNames: Readonly<Record<UnlistedType, string>> = { internal: 'Internal', snippet: 'Snippet' };
