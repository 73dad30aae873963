import { html } from 'hono/html';
import type { ContentPath } from '../../model/article.ts';
import type { Page } from '../addresses.ts';
import type { PageParts } from '../layout.ts';
import type { Html, PageContext } from '../page.ts';
import { badgeNames } from '../parts/badges.ts';
import { icon } from '../parts/icons.ts';
import { languageName } from '../parts/languages.ts';
import { diffBody } from './diff-body.ts';
import { fieldList } from './fields.ts';
import type { ChangeEntry, ChangeInside, LocaleInside } from './view.ts';

type ChangePage = Extract<Page, { kind: 'change' }>;

/** One article before and after; null when the plan does not touch it. */
export function changePage(page: ChangePage, context: PageContext): PageParts | null {
  const entry = context.site.changes?.entries.find(({ key }) => key === page.key);
  return entry === undefined ? null : { title: `${entry.title}: changes`, main: content(entry, page, context) };
}

async function content(entry: ChangeEntry, page: ChangePage, context: PageContext): Promise<Awaited<Html>> {
  const inside = await entry.look();
  const { key, title, word, why, held, group } = entry;
  const badge = group === 'noted' ? '' : html`<span class="badge ${group}">${badgeNames[group]}</span>`;
  return html`<div class="wrap change" lang="en" dir="ltr">
<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="${context.href({ kind: 'changes' })}">Changes</a></li></ol></nav>
<h1 dir="auto">${title}</h1>
<div class="meta">${badge}<code>${key}</code>${articleLink(key, context)}</div>
${held === null ? html`<p class="lead">${[word ?? '', why].filter((text) => text !== '').join(': ')}</p>` : html`<div class="notice error">${icon('warning')}<div><p>${why}</p><p>${held.help}</p></div></div>`}
${held?.note == null ? '' : html`<p>${held.note}</p>`}
${fieldList(inside.fields)}
${inside.note === null ? '' : html`<p class="notice">${inside.note}</p>`}
${hasTwo(inside) ? viewSwitch(page, context) : ''}
${inside.locales.map((one) => localePart(one, inside, page, context))}
${neighbours(entry, page, context)}
</div>`;
}

function articleLink(key: ContentPath, context: PageContext): Html | '' {
  const { site } = context;
  if (site.articles.get(key)?.locales[site.locale] === undefined) return '';
  return html`<a href="${context.href({ kind: 'article', locale: site.locale, key })}">See the page</a>`;
}

/** Whether a text is there both before and after. */
function hasTwo({ locales }: ChangeInside): boolean {
  return locales.some(({ body }) => body !== null && body.before !== null && body.after !== null);
}

/** Two addresses, so that it works without a script, with the keyboard, and can be sent to somebody. */
function viewSwitch({ key, view }: ChangePage, context: PageContext): Html {
  const link = (to: ChangePage['view'], name: string): Html =>
    html`<a href="${context.href({ kind: 'change', key, view: to })}"${view === to ? html` aria-current="true"` : ''}>${name}</a>`;
  return html`<nav class="switch" aria-label="How the text is shown">${link('inline', 'Inline')}${link('side-by-side', 'Side by side')}</nav>`;
}

function localePart(one: LocaleInside, { locales }: ChangeInside, page: ChangePage, context: PageContext): Html {
  const { locale, fields, images, unseen, body } = one;
  const isNamed = locales.length > 1 || locale !== context.site.locale;
  return html`<section class="section" aria-label="${isNamed ? languageName(locale) : 'The article'}">${isNamed ? html`<h2><span lang="${locale}">${languageName(locale)}</span></h2>` : ''}
${fieldList(fields)}
${images.map((image) => html`<p class="hint">${image} is another image.</p>`)}
${unseen ? html`<p class="hint">The text changes in a way that Markdown does not show.</p>` : ''}
${body === null ? '' : html`<div lang="${locale}" dir="auto">${diffBody(body, page.view === 'side-by-side', context)}</div>`}</section>`;
}

function neighbours({ key }: ChangeEntry, { view }: ChangePage, context: PageContext): Html | '' {
  const entries = context.site.changes?.entries ?? [];
  const at = entries.findIndex((entry) => entry.key === key);
  const step = (entry: ChangeEntry | undefined, name: string, rel: string): Html | '' =>
    entry === undefined
      ? ''
      : html`<a class="step ${rel}" rel="${rel}" href="${context.href({ kind: 'change', key: entry.key, view })}"><span>${name}</span> ${entry.title}</a>`;
  if (entries.length < 2) return '';
  return html`<nav class="steps" aria-label="Neighbouring changes">${step(entries[at - 1], 'Previous', 'prev')}${step(entries[at + 1], 'Next', 'next')}</nav>`;
}
