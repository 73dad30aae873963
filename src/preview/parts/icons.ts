import { html, raw } from 'hono/html';
import type { Html } from '../page.ts';

/** Drawings by name, 24 units wide, in the colour of the text. */
const drawings: Readonly<Record<string, string>> = {
  book: '<path d="M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3z"/><path d="M5 17a3 3 0 0 1 3-3h11"/>',
  start: '<path d="M6 21V4"/><path d="M6 5h11l-2 4 2 4H6"/>',
  money: '<rect x="3" y="6" width="18" height="13" rx="2.5"/><path d="M3 10.5h18"/><path d="M7 15h3"/>',
  tools: '<path d="M14.5 6.5a4 4 0 0 0 5 5L12 19a2.8 2.8 0 0 1-4-4z"/><path d="M14.5 6.5 17 4"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M3 20c0-3.5 2.7-6 6-6s6 2.5 6 6"/><path d="M16 5.5a3.5 3.5 0 0 1 0 6.2"/><path d="M17.5 14.5c2.1.8 3.5 2.8 3.5 5.5"/>',
  lock: '<rect x="5" y="10" width="14" height="10" rx="2.5"/><path d="M8 10V7.5a4 4 0 0 1 8 0V10"/>',
  help: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 1-1 1.9"/><path d="M12 17h.01"/>',
  chat: '<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z"/>',
  settings:
    '<path d="M4 7h9"/><path d="M17 7h3"/><circle cx="15" cy="7" r="2"/><path d="M4 17h3"/><path d="M11 17h9"/><circle cx="9" cy="17" r="2"/>',
  code: '<path d="m8 7-5 5 5 5"/><path d="m16 7 5 5-5 5"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  theme: '<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"/>',
  chevron: '<path d="m9 5 7 7-7 7"/>',
  error: '<circle cx="12" cy="12" r="9"/><path d="M12 7.5V13"/><path d="M12 16.5h.01"/>',
  warning: '<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.5"/><path d="M12 17.3h.01"/>',
  changes:
    '<path d="M7 4v13"/><path d="m3.5 13.5 3.5 3.5 3.5-3.5"/><path d="M17 20V7"/><path d="m13.5 10.5 3.5-3.5 3.5 3.5"/>',
  play: '<path d="M8 5.5v13l11-6.5z" fill="currentColor"/>',
};

/** Words in the names of collections' icons, and the drawing they stand for. */
const words: readonly (readonly [RegExp, string])[] = [
  [/rocket|flag|start|launch|hand|wave|star|bulb|light/i, 'start'],
  [/bill|money|card|cart|coin|dollar|euro|bank|receipt|price|wallet|invoice|pay/i, 'money'],
  [/wrench|tool|hammer|repair|build|box|bolt/i, 'tools'],
  [/user|people|person|team|group|account|profile/i, 'people'],
  [/lock|shield|key|secur|privacy/i, 'lock'],
  [/help|question|life|warn|alert|trouble|bug/i, 'help'],
  [/chat|message|mail|inbox|phone|bell|speech/i, 'chat'],
  [/setting|gear|cog|slider|prefer|control/i, 'settings'],
  [/code|api|develop|terminal|plug|integrat|webhook/i, 'code'],
];

/** The drawing that fits a collection: by its icon's name, else by its own. */
export function iconFor(icon: string | null, name: string): string {
  const fits = (text: string): string | undefined => words.find(([pattern]) => pattern.test(text))?.[1];
  return fits(icon ?? '') ?? fits(name) ?? 'book';
}

/** A drawing that says nothing a screen reader needs. */
export function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-${name}"/></svg>`;
}

/** All drawings, once a page. */
export function iconLibrary(): Html {
  const symbols = Object.entries(drawings).map(
    ([name, paths]) => html`<symbol id="icon-${name}" viewBox="0 0 24 24">${raw(paths)}</symbol>`,
  );
  return html`<svg hidden aria-hidden="true" width="0" height="0">${symbols}</svg>`;
}
