import { html } from 'hono/html';
import type { Html } from '../page.ts';
import type { SiteArticle } from '../site.ts';

/** Who wrote an article, with the first letter of the name in place of a picture. Nothing where no author is named. */
export function byline({ author }: SiteArticle): Html | '' {
  if (author === null) return '';
  const name = nameOf(author);
  const initial = [...name][0]?.toLocaleUpperCase() ?? '';
  return html`<span class="byline" lang="en"><span class="avatar" aria-hidden="true">${initial}</span><span>Written by <b title="${author}">${name}</b></span></span>`;
}

/** The person's name as far as the address tells: `maria.lopez@example.com` is Maria Lopez. */
function nameOf(author: string): string {
  const local = /^([^@]+)@/.exec(author)?.[1];
  if (local === undefined) return `teammate ${author}`;
  return (
    local
      .split('+')[0]
      ?.split(/[._-]+/)
      .filter((part) => part !== '')
      .map((part) => part.charAt(0).toLocaleUpperCase() + part.slice(1))
      .join(' ') || author
  );
}
