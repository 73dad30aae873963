import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { icon, isPicture } from './icons.ts';

/** A collection on a first page. */
export interface Card {
  readonly href: string;
  readonly name: string;
  /** Empty for none. */
  readonly description: string;
  /** As `iconFor` gives it. */
  readonly icon: string;
  /** Articles that readers find in it, in its sections too. */
  readonly count: number;
}

/** Collections as cards. */
export function cards(all: readonly Card[]): Html {
  return html`<ul class="cards">${all.map(card)}</ul>`;
}

function card({ href, name, description, icon: drawing, count }: Card): Html {
  return html`<li><a class="card" href="${href}">${cardIcon(drawing)}
<h3>${name}</h3>${description === '' ? '' : html`<p>${description}</p>`}
<p class="count-line" lang="en">${countText(count)}</p></a></li>`;
}

function cardIcon(name: string): Html {
  return html`<span class="card-icon" aria-hidden="true">${isPicture(name) ? name : icon(name)}</span>`;
}

/** `1 article`, `3 articles`. */
export function countText(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}
