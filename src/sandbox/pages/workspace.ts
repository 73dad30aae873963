import { html } from 'hono/html';
import type { Html } from '../../site/page.ts';
import type { Engine } from '../engine.ts';
import { latestFirst } from '../http/paging.ts';
import type { LocaleCode } from '../locales.ts';
import { articlePath, centrePath } from '../paths.ts';
import type { ArticleRecord, Content } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import { layout } from './layout.ts';

/** Requests shown at the end of the page. */
const requestsShown = 20;

/** What teammates see: every article with its states, drafts too, and the last requests to the API. */
export function workspacePage(engine: Engine): Html {
  const articles = latestFirst(engine.world.articles.values(), engine.quirks, 1);
  const requests = engine.log.entries.slice(-requestsShown).reverse();
  const main = html`<h1>Workspace</h1>
<p class="lead">Everything in the workspace, as teammates see it. Open an article to edit it the way a colleague would in Intercom.</p>
<h2>Articles</h2>
${articles.length === 0 ? html`<p>None yet.</p>` : articleTable(engine, articles)}
<h2>Teammates</h2>
<ul>${[...engine.world.teammates.values()].map(({ name, email, id }) => html`<li>${name}, ${email}, id ${id}</li>`)}</ul>
<h2>Last requests to the API</h2>
${requests.length === 0 ? html`<p>None since the sandbox started.</p>` : ''}
<ul>${requests.map(({ n, method, path, status }) => html`<li>${n}. <code>${method} ${path}</code> ${status ?? 'no answer'}</li>`)}</ul>`;
  return teammatePage(engine, 'Workspace', main);
}

/** A page for teammates around its content. */
export function teammatePage(engine: Engine, title: string, main: Html): Html {
  const centres = [...engine.world.helpCentres.values()];
  const home = { name: `${engine.world.workspace.name} (${engine.world.workspace.idCode})`, href: '/workspace' };
  const links = centres.map((centre) => ({
    name: centres.length === 1 ? 'Help centre' : centre.name,
    href: centrePath(centre),
  }));
  return layout({ title, lang: 'en', home, links, main: html`<div class="wrap">${main}</div>` });
}

function articleTable(engine: Engine, articles: readonly ArticleRecord[]): Html {
  return html`<div class="scroll"><table class="list">
<thead><tr><th scope="col">Title</th><th scope="col">Collection</th><th scope="col">Languages</th><th scope="col">Last changed</th></tr></thead>
<tbody>${articles.map((article) => articleRow(engine, article))}</tbody></table></div>`;
}

function articleRow(engine: Engine, article: ArticleRecord): Html {
  const centre = helpCentreOf(engine.world, article);
  const parent = engine.world.collections.get(article.parentIds[0] ?? '');
  const states = (Object.entries(article.contents) as [LocaleCode, Content][]).map(([locale, content]) => {
    const name =
      content.state === 'published' ? html`<a href="${articlePath(centre, article, locale)}">published</a>` : 'draft';
    const staged = content.draft === null ? '' : html` <span class="badge drifted">unpublished draft</span>`;
    return html`<div>${locale}: <span class="badge">${name}</span>${staged}</div>`;
  });
  const when = new Date(article.updatedAt * 1000).toISOString().replace('T', ' ').slice(0, 19);
  return html`<tr><td><a href="/workspace/articles/${article.id}">${article.contents[article.defaultLocale]?.title ?? ''}</a></td>
<td>${parent?.contents[centre.defaultLocale]?.name ?? 'none'}</td><td>${states}</td><td>${when}</td></tr>`;
}
