import { html } from 'hono/html';
import type { PageParts } from '../layout.ts';
import type { Html, PageContext } from '../page.ts';
import { icon } from '../parts/icons.ts';
import { problemList } from '../parts/problem-list.ts';
import { type ChangeEntry, type ChangesView, type Group, groups } from './view.ts';

/** What each group is called, and what its articles have in common. */
const words: Readonly<Record<Group, readonly [name: string, about: string]>> = {
  new: ['New', 'Not in Intercom yet.'],
  changed: ['Changed', 'Already in Intercom; the text or a setting will change.'],
  moved: ['Moved', 'The file was renamed. The article keeps its address.'],
  drifted: ['Edited in Intercom', 'Publishing leaves these alone, so that no edit is lost.'],
  held: ['Held back', 'Publishing leaves these alone until somebody decides.'],
  removed: ['Removed', 'The file is gone.'],
  noted: ['Noted down', 'Nothing changes for readers; only the lockfile is updated.'],
};

/** The overview: every article that a publish would change or leave alone on purpose, and why. */
export function changesPage(context: PageContext): PageParts {
  const { changes } = context.site;
  const main = html`<div class="wrap changes" lang="en" dir="ltr"><h1>Changes</h1>
${changes === null ? html`<p class="lead">Comparing. This takes a moment.</p>` : overview(changes, context)}</div>`;
  return { title: 'Changes', main };
}

function overview(changes: ChangesView, context: PageContext): Html {
  const { entries, collections, redirects, unchanged, head, trouble, problems } = changes;
  const [first = '', ...rest] = head;
  return html`${first === '' ? '' : html`<p class="lead">${first}</p>`}
${rest.map((line) => html`<p>${line}</p>`)}
${trouble === null ? '' : html`<p class="notice error">${icon('error')}<span>${trouble.message}${trouble.help === '' ? '' : html`<br>${trouble.help}`}</span></p>`}
${asking(changes, context)}
${problems.length === 0 ? '' : html`<div class="section">${problemList(problems, context)}</div>`}
${plainList('collections', 'Collections', collections)}
${plainList(
  'redirects',
  'Redirects',
  redirects.map(({ from, ...one }) => ({ key: from, ...one })),
)}
${groups.map((group) =>
  groupList(
    group,
    entries.filter((entry) => entry.group === group),
    context,
  ),
)}
${first === '' ? '' : html`<p class="hint unchanged">${unchanged} ${unchanged === 1 ? 'article needs' : 'articles need'} nothing.</p>`}`;
}

/** When Intercom was asked, and a button to ask again. It is never asked by itself because a file was saved. */
function asking({ askedAt, canAsk }: ChangesView, context: PageContext): Html | '' {
  const isLive = context.settings.mode === 'live';
  if (askedAt === null && !(canAsk && isLive)) return '';
  const asked = askedAt === null ? '' : html`<span>Intercom as it was on ${moment(askedAt)}.</span>`;
  if (!canAsk || !isLive) return html`<p class="hint asking">${asked}</p>`;
  return html`<form class="asking hint" method="post" action="${context.fileHref('changes/ask')}">${asked} <button class="button quiet">${
    askedAt === null ? 'Ask Intercom' : 'Ask Intercom again'
  }</button></form>`;
}

function moment(milliseconds: number): Html {
  const date = new Date(milliseconds);
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    date,
  );
  return html`<time datetime="${date.toISOString()}">${text} UTC</time>`;
}

/** What has no page of its own. */
function plainList(id: string, name: string, rows: ChangesView['collections']): Html | '' {
  if (rows.length === 0) return '';
  return html`<section class="section" aria-labelledby="group-${id}"><h2 id="group-${id}">${name}</h2>
<ul class="rows plain">${rows.map(
    ({ word, key, why }) =>
      html`<li><span class="word">${word}</span> <span class="text"><span class="title">${key}</span>${why === '' ? '' : html` <span class="description">${why}</span>`}</span></li>`,
  )}</ul></section>`;
}

function groupList(group: Group, entries: readonly ChangeEntry[], context: PageContext): Html | '' {
  if (entries.length === 0) return '';
  const [name, about] = words[group];
  return html`<section class="section" aria-labelledby="group-${group}"><h2 id="group-${group}">${name} <span class="count">${entries.length}</span></h2>
<p class="hint">${about}</p>
<ul class="rows">${entries.map((entry) => html`<li>${row(entry, context)}</li>`)}</ul></section>`;
}

function row({ key, title, word, why, held }: ChangeEntry, context: PageContext): Html {
  const reason = [word ?? '', why].filter((text) => text !== '').join(': ');
  return html`<a href="${context.href({ kind: 'change', key, view: 'inline' })}"><span class="text"><span class="title">${title}</span>
<span class="description">${reason}</span><code class="key">${key}</code>${held === null ? '' : html`<span class="description">${held.help}</span>`}</span>${icon('chevron')}</a>`;
}
