import { html } from 'hono/html';
import type { ContentPath } from '../../model.ts';
import type { PageContext, PageParts } from '../layout.ts';

/** The overview: every article that a publish would change or leave alone on purpose, and why. */
export function changesPage({ site }: PageContext): PageParts {
  const main = html`<h1>Changes</h1>
<p class="lead">${site.changes === null ? 'Nothing to compare with.' : 'What a publish would do.'}</p>`;
  return { title: 'Changes', main };
}

/** One article before and after; null when the plan does not touch it. */
export function changePage(key: ContentPath, { site }: PageContext): PageParts | null {
  if (site.changes?.keys.includes(key) !== true) return null;
  return { title: key, main: html`<h1>${key}</h1>` };
}
