import { html } from 'hono/html';
import type { PageParts } from '../layout.ts';
import type { PageContext } from '../page.ts';

/** What is shown where no page is. */
export function missingPage(context: PageContext): PageParts {
  const home = context.href({ kind: 'home', locale: context.locale });
  const main = html`<div class="wrap" lang="en" dir="ltr"><h1>There is nothing here</h1>
<p class="lead">There is no article or collection at this address. Its file may have been removed or renamed.</p>
<p><a href="${home}">To the home page</a></p></div>`;
  return { title: 'Not found', main };
}
