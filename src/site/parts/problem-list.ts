import { html } from 'hono/html';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { editorLink } from '../editor.ts';
import type { Html, PageContext } from '../page.ts';
import { icon } from './icons.ts';

/** Findings as a list, each with its place, which opens the editor there. */
export function problemList(problems: readonly Problem[], context: PageContext): Html {
  return html`<ul class="problems" lang="en" dir="ltr">${problems.map((problem) => item(problem, context))}</ul>`;
}

function item({ severity, message, help, place, code, fix }: Problem, context: PageContext): Html {
  return html`<li class="${severity}">${icon(severity)}<div>
<p class="message"><strong>${severity === 'error' ? 'Error' : 'Warning'}:</strong> ${message}</p>
${help === '' ? '' : html`<p class="help">${help}</p>`}
${fix === undefined ? '' : html`<p class="help"><code>helpcentre check --fix</code> can do it: ${fix.description}.</p>`}
<p class="place">${place === undefined ? '' : placeLink(place, context)} <span class="code">${code}</span></p>
</div></li>`;
}

/** A place in a file; a link into the editor where there is one. */
function placeLink(place: Place, { settings }: PageContext): Html {
  const text = `${place.file}:${place.line}:${place.column}`;
  const href = editorLink(place, settings);
  return href === null ? html`<code>${text}</code>` : html`<a href="${href}"><code>${text}</code></a>`;
}
