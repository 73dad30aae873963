import { html, raw } from 'hono/html';
import { drawings } from '../assets/files.ts';
import type { Html } from '../page.ts';

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

/** The drawing that fits a collection: by its icon's name, else by its own. An emoji is its own picture. */
export function iconFor(icon: string | null, name: string): string {
  if (icon !== null && isPicture(icon)) return icon;
  const fits = (text: string): string | undefined => words.find(([pattern]) => pattern.test(text))?.[1];
  return fits(icon ?? '') ?? fits(name) ?? 'book';
}

/** Whether an icon is a picture by itself, and no drawing's name. */
export function isPicture(icon: string): boolean {
  return /^\p{Extended_Pictographic}/u.test(icon);
}

/** A drawing that says nothing a screen reader needs. */
export function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-${name}"/></svg>`;
}

/** All drawings, once a page. */
export function iconLibrary(): Html {
  return html`${raw(drawings)}`;
}
