import { html } from 'hono/html';
import type { Problem } from '../../model/problem.ts';
import type { PageParts } from '../layout.ts';
import type { Html, PageContext } from '../page.ts';
import { problemList } from '../parts/problem-list.ts';

/** Every finding of `check`, by file. */
export function problemsPage(context: PageContext): PageParts {
  const { site } = context;
  const files = new Map<string, { readonly problems: Problem[]; readonly keys: Set<string> }>();
  for (const { problem, keys } of site.problems) {
    const file = problem.place?.file ?? '';
    const group = files.get(file) ?? { problems: [], keys: new Set<string>() };
    group.problems.push(problem);
    for (const key of keys) group.keys.add(key);
    files.set(file, group);
  }
  const groups = [...files].map(([file, { problems, keys }]) => fileGroup(file, problems, [...keys], context));
  const main = html`<div class="wrap" lang="en" dir="ltr"><h1>Problems</h1>
<p class="lead">${site.isPending ? 'Still checking the articles.' : summary(site.problems.map(({ problem }) => problem))}</p>${groups}</div>`;
  return { title: 'Problems', main };
}

function fileGroup(file: string, problems: readonly Problem[], keys: readonly string[], context: PageContext): Html {
  const { site } = context;
  const pages = keys.flatMap((key) => {
    const title = site.articles.get(key)?.locales[site.locale]?.title;
    if (title === undefined) return [];
    return [html`<li><a href="${context.href({ kind: 'article', locale: site.locale, key })}">${title}</a></li>`];
  });
  return html`<section class="section"><h2 class="file">${file === '' ? 'The whole help centre' : file}</h2>
${pages.length === 0 ? '' : html`<ul class="pages" aria-label="Shown on">${pages}</ul>`}${problemList(problems, context)}</section>`;
}

/** How many findings there are, as a sentence. */
function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  if (problems.length === 0) return 'No problems found. Everything can be published.';
  const parts = [
    ...(errors > 0
      ? [`${count(errors, 'error')}, which keep${errors === 1 ? 's' : ''} articles from being published`]
      : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return `${parts.join(', and ')}.`;
}
