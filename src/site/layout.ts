import { html } from 'hono/html';
import type { Page } from './addresses.ts';
import { coloursOf } from './body/colours.ts';
import { directionOf, type Html, type PageContext } from './page.ts';
import { icon, iconLibrary } from './parts/icons.ts';
import { languageSwitch } from './parts/languages.ts';
import { problemList } from './parts/problem-list.ts';
import { searchBox } from './parts/search-box.ts';

/** What a kind of page puts into the layout. */
export interface PageParts {
  readonly title: string;
  /** For search engines; without one, what the page says. */
  readonly description?: string;
  /** The content of `<main>`. */
  readonly main: Html;
  /** The home page has its search in the middle of the page. */
  readonly hero?: boolean;
}

/** A whole page around its content. Everything that is put in is escaped unless it is HTML already. */
export function layout({ title, description = '', main, hero = false }: PageParts, context: PageContext): Html {
  const { site, locale, settings, page } = context;
  const full = page.kind === 'home' ? site.name : `${title} · ${site.name}`;
  const live = settings.mode === 'live';
  const forReaders = site.audience === 'readers';
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}" data-root="${context.fileHref('')}" data-locale="${locale}" data-mode="${settings.mode}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${forReaders ? (description === '' ? '' : html`<meta name="description" content="${description}">`) : html`<meta name="robots" content="noindex">`}
<meta name="color-scheme" content="light dark">
${live ? '' : html`<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">`}
<title>${full}</title>
<link rel="icon" href="${context.fileHref('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${context.fileHref('assets/preview.css')}">
<link rel="stylesheet" href="${context.fileHref('assets/colours.css')}?${coloursOf(site).hash}" id="colours">
<script src="${context.fileHref('assets/preview.js')}"></script>
</head>
<body>
<a class="skip" href="#main" lang="en">Skip to content</a>
${header(context, hero)}
${trouble(context)}
<main id="main" tabindex="-1" data-kind="${page.kind}">${main}</main>
${footer(context)}
<p class="sr" role="status" id="note" data-keep lang="en"></p>
${iconLibrary()}
</body>
</html>
`;
}

/** What a built page may load: files beside it, and pictures from the web. */
const staticPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'";

function header(context: PageContext, hero: boolean): Html {
  const { site, locale } = context;
  const label = site.audience === 'readers' ? 'Site' : 'Preview';
  return html`<header class="top"><div class="wrap">
<a class="brand" href="${context.href({ kind: 'home', locale })}">${site.name}</a>
${hero ? '' : searchBox('top')}
<nav class="tools" aria-label="${label}" lang="en">${tools(context)}</nav>
</div></header>`;
}

/** Why the whole site is behind the files. */
function trouble(context: PageContext): Html | '' {
  const { site } = context;
  if (site.trouble.length === 0) return '';
  return html`<section class="trouble" aria-label="Trouble" lang="en" dir="ltr"><div class="wrap"><p>The files cannot be read right now. This is the last version that could.</p>${problemList(site.trouble, context)}</div></section>`;
}

function tools(context: PageContext): Html {
  return html`${context.site.audience === 'readers' ? '' : workLinks(context)}
${languageSwitch(context)}
<button type="button" class="icon-button" data-theme-toggle data-keep hidden aria-label="Use the other theme"><svg aria-hidden="true"><use href="#icon-theme"/></svg></button>`;
}

/** The ways to what would change, and to what is wrong. */
function workLinks(context: PageContext): Html {
  const { site, page } = context;
  const errors = site.problems.filter(({ problem }) => problem.severity === 'error').length;
  const changed = site.changes?.badges.size ?? 0;
  const link = (to: Page, name: string, drawing: string, count: number, tone: string): Html =>
    html`<a href="${context.href(to)}"${
      page.kind === to.kind ? html` aria-current="page"` : ''
    }>${icon(drawing)}<span class="label">${name}</span>${count === 0 ? '' : html` <span class="count ${tone}">${count}</span>`}</a>`;
  return html`${link({ kind: 'changes' }, 'Changes', 'changes', changed, 'plain')}
${link({ kind: 'problems' }, 'Problems', 'warning', site.problems.length, errors > 0 ? 'error' : 'warning')}`;
}

function footer({ site, settings }: PageContext): Html | '' {
  if (site.audience === 'readers') return '';
  const words =
    settings.mode === 'live'
      ? 'A preview on your machine. It updates as you save; nothing is published.'
      : 'A preview built from the sources. Nothing here is published.';
  return html`<footer class="bottom" lang="en" dir="ltr"><div class="wrap"><p>${words}</p></div></footer>`;
}
