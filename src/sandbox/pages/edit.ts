import { html } from 'hono/html';
import type { Html } from '../../site/page.ts';
import { readableBody } from '../addresses.ts';
import type { Engine } from '../engine.ts';
import type { LocaleCode } from '../locales.ts';
import { articlePath } from '../paths.ts';
import type { ArticleRecord } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import { colleague } from '../test-driver/article-driver.ts';
import { teammatePage } from './workspace.ts';

/** What is shown again when an edit was refused. */
export interface RefusedEdit {
  readonly message: string;
  readonly title: string;
  readonly body: string;
}

/** The form in which an article is changed as another teammate would change it. */
export function editPage(
  engine: Engine,
  article: ArticleRecord,
  locale: LocaleCode,
  refused: RefusedEdit | null,
): Html {
  const content = article.contents[locale];
  const shown = refused ?? content?.draft ?? content;
  const title = shown?.title ?? '';
  const body = refused?.body ?? readableBody(engine, shown?.body ?? '');
  const published = content?.state === 'published';
  const reader = articlePath(helpCentreOf(engine.world, article), article, locale);
  const main = html`<h1>Edit “${title}”</h1>
<p class="lead">In ${locale}. ${published ? html`<a href="${reader}">See it as a reader</a>` : 'Readers do not see it.'}${otherLocales(article, locale)}</p>
${refused === null ? '' : html`<p class="note" role="alert">${refused.message}</p>`}
${content?.draft ? html`<p class="note">This is the text of an unpublished draft. Readers see a different one.</p>` : ''}
<form class="edit" method="post">
<input type="hidden" name="locale" value="${locale}">
<label>Title <input name="title" value="${title}" required></label>
<label>Body <span class="hint">HTML</span> <textarea name="body" spellcheck="false">${body}</textarea></label>
<label>State <select name="state">
${['published', 'draft'].map((state) => html`<option${(published ? 'published' : 'draft') === state ? ' selected' : ''}>${state}</option>`)}
</select></label>
<label>Edited by <select name="by">${authors(engine)}</select></label>
<div class="buttons">
<button class="button" name="action" value="save">Save</button>
<button class="button quiet" name="action" value="stage"${published ? '' : ' disabled'}>Save as unpublished draft</button>
<button class="button quiet" name="action" value="delete" formnovalidate>Delete the article</button>
</div>
</form>`;
  return teammatePage(engine, title, main);
}

function otherLocales(article: ArticleRecord, locale: LocaleCode): Html[] {
  return Object.keys(article.contents)
    .filter((other) => other !== locale)
    .map((other) => html` · <a href="?locale=${other}">${other}</a>`);
}

function authors(engine: Engine): Html[] {
  const people = [...engine.world.teammates.values()].filter((teammate) => teammate.writesArticles);
  const usual = colleague(engine);
  return people.map(({ id, name }) => html`<option value="${id}"${id === usual ? ' selected' : ''}>${name}</option>`);
}
