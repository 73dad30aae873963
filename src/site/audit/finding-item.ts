import { html } from 'hono/html';
import type { AuditFinding, AuditKind, AuditPlace } from '../../model/audit.ts';
import { withCommas } from '../../model/with-commas.ts';
import { printable } from '../../report/paint.ts';
import type { Html } from '../page.ts';

/** Places of a finding besides the first that are shown without being asked for. */
const mostPlaces = 5;

/** One finding in the list of its kind. */
export function findingItem({ places, message, help }: AuditFinding, kind: AuditKind): Html {
  const [first, ...others] = places;
  return html`<li><p>${titleOf(first)}</p>
<p>${printable(message)}.</p>
${help === kind.help ? '' : html`<p class="help">${printable(help)}</p>`}
${where(first)}${others.length === 0 ? '' : otherPlaces(others)}</li>`;
}

function otherPlaces(places: readonly AuditPlace[]): Html {
  const list = html`<ul class="places">${places.map((place) => html`<li>${titleOf(place)}${where(place)}</li>`)}</ul>`;
  if (places.length <= mostPlaces) return list;
  return html`<details class="more"><summary>${withCommas(places.length)} more</summary>${list}</details>`;
}

/** What it is about, as a link to what readers see where they see it. */
function titleOf({ kind, title, locale, state, id, url }: AuditPlace): Html {
  const words = title.trim() === '' ? 'Untitled' : printable(title);
  const what = { article: '', collection: 'Collection ', 'help-centre': 'Help centre ' }[kind];
  const name = isAddress(url) ? html`<a href="${url}" rel="noreferrer">${words}</a>` : html`${words}`;
  const facts = printable([id, ...(locale === null ? [] : [locale])].join(' · '));
  return html`${what}<strong dir="auto">${name}</strong> ${state === 'draft' ? html`<span class="badge draft">draft</span> ` : ''}<span class="code">${facts}</span>`;
}

function where({ app, file }: AuditPlace): Html | '' {
  const edit = isAddress(app) ? html`<a href="${app}" rel="noreferrer">Edit in Intercom</a>` : '';
  if (file === null && edit === '') return '';
  const shown = file === null ? '' : html`<code>${printable(file)}</code>`;
  return html`<p class="where">${shown}${file === null || edit === '' ? '' : ' · '}${edit}</p>`;
}

/** Only what leads to a page on the web becomes a link, whatever Intercom says the address is. */
function isAddress(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address) && URL.canParse(address);
}
