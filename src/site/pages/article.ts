import { html, raw } from 'hono/html';
import type { ContentPath } from '../../model/article.ts';
import type { UnlistedType } from '../../model/article-type.ts';
import type { Problem } from '../../model/problem.ts';
import type { Page } from '../addresses.ts';
import { showBody } from '../body/article-body.ts';
import type { ContentsEntry } from '../body/present.ts';
import { editorLink } from '../editor.ts';
import type { PageParts } from '../layout.ts';
import type { Html, PageContext } from '../page.ts';
import { badges } from '../parts/badges.ts';
import { byline } from '../parts/byline.ts';
import { crumbs } from '../parts/crumbs.ts';
import { icon } from '../parts/icons.ts';
import { problemList } from '../parts/problem-list.ts';
import { shelfOf } from '../shelves.ts';
import type { Condition, SiteArticle, SiteLocale } from '../site.ts';

/** How many related articles are named. */
const related = 5;

/** An article as its readers will see it, with what `check` has found in it beside. */
export function articlePage(key: ContentPath, context: PageContext): PageParts | null {
  const { site, locale } = context;
  const article = site.articles.get(key);
  const content = article?.locales[locale];
  if (article === undefined || content === undefined) return null;
  const problems = site.problems.filter(({ keys }) => keys.includes(key)).map(({ problem }) => problem);
  const body = showBody(content.body, context);
  const contents = body.contents.length > 1 ? body.contents : [];
  const panel = problemPanel(problems, context);
  const hasSide = panel !== '' || contents.length > 0;
  const main = html`<div class="wrap article-page${hasSide ? ' sided' : ''}">
<div class="head">${crumbs(article.parent, context)}
<h1>${content.title}</h1>
${content.description === '' ? '' : html`<p class="lead">${content.description}</p>`}
<div class="meta">${byline(article)}${badges(article, context)}${context.site.audience === 'readers' ? '' : editLink(content, context)}</div>
${audience(article)}${notes(content, context.site.audience === 'readers' ? null : body.refused)}</div>
${hasSide ? html`<div class="side">${panel}${contents.length === 0 ? '' : contentsList(contents)}</div>` : ''}
<div class="column"><article class="body" aria-label="${content.title}">${raw(body.html)}</article>
${neighbours(article, context)}</div>
</div>`;
  return { title: content.title, description: content.description, main };
}

function editLink({ path }: SiteLocale, context: PageContext): Html {
  const { settings, site } = context;
  const file = [site.root, path].filter((part) => part !== '.').join('/');
  const href = editorLink({ file, line: 1, column: 1 }, settings);
  return html`<span class="source" lang="en" dir="ltr">${href === null ? html`<code>${file}</code>` : html`<a href="${href}"><code>${file}</code></a>`}</span>`;
}

/** Who sees an article that no help centre has. */
function audience({ type }: SiteArticle): Html {
  const words = type === undefined ? null : audiences[type];
  return html`${words === null ? '' : html`<p class="notice" lang="en" dir="ltr">${icon('lock')}<span>${words}</span></p>`}`;
}

const audiences: Readonly<Record<UnlistedType, string>> = {
  internal: 'An internal article: teammates and Fin can read it, and no page of the help centre shows it.',
  snippet: 'A snippet: Fin can answer with it, and no page of the help centre shows it.',
};

function notes({ condition }: SiteLocale, refused: string | null): Html {
  const note = (text: string): Html =>
    html`<p class="notice error" lang="en" dir="ltr">${icon('error')}<span>${text}</span></p>`;
  const words = conditions[condition];
  return html`${words === null ? '' : note(words)}${
    refused === null ? '' : note(`Intercom would refuse this article: ${refused}.`)
  }`;
}

const conditions: Readonly<Record<Condition, string | null>> = {
  whole: null,
  pending: null,
  flawed: 'This article has errors and would not be published. Anything that cannot be shown is left out.',
  'last-good': 'The file has errors now. This is the last version without them.',
  broken: 'The file cannot be read. The article appears here once the file is fixed.',
};

function problemPanel(problems: readonly Problem[], context: PageContext): Html | '' {
  if (problems.length === 0) return '';
  const isOpen = problems.some(({ severity }) => severity === 'error');
  const words = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return html`<details class="panel" dir="ltr" data-problems${isOpen ? html` open` : ''}><summary lang="en">${words} in this article</summary>${problemList(problems, context)}</details>`;
}

/** The table of contents: a list beside the body where there is room, else one that opens above it. */
function contentsList(contents: readonly ContentsEntry[]): Html {
  const list = html`<ol>${contents.map(
    ({ id, text, level }) => html`<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${text}</a></li>`,
  )}</ol>`;
  return html`<nav class="contents" aria-label="On this page" data-contents><p class="contents-title" lang="en">On this page</p>${list}</nav>
<details class="contents-inline"><summary lang="en">On this page</summary>${list}</details>`;
}

function neighbours(article: SiteArticle, context: PageContext): Html {
  const { site, locale } = context;
  const shelf = shelfOf(article, site, locale);
  const at = shelf.findIndex(({ key }) => key === article.key);
  const others = shelf.filter(({ key }) => key !== article.key).slice(0, related);
  const pageOf = ({ key }: SiteArticle): Page => ({ kind: 'article', locale, key });
  const step = (other: SiteArticle | undefined, name: string, rel: string): Html | '' =>
    other === undefined
      ? ''
      : html`<a class="step ${rel}" rel="${rel}" href="${context.href(pageOf(other))}"><span lang="en">${name}</span> ${other.locales[locale]?.title ?? ''}</a>`;
  return html`${
    others.length === 0
      ? ''
      : html`<section class="related" aria-labelledby="related"><h2 id="related" lang="en">Related articles</h2><ul>${others.map(
          (other) =>
            html`<li><a href="${context.href(pageOf(other))}">${other.locales[locale]?.title ?? ''}</a> ${badges(other, context)}</li>`,
        )}</ul></section>`
  }
${shelf.length < 2 ? '' : html`<nav class="steps" aria-label="Neighbouring articles">${step(shelf[at - 1], 'Previous', 'prev')}${step(shelf[at + 1], 'Next', 'next')}</nav>`}`;
}
