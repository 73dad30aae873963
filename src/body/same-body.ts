import { parseArticleUrl } from './article-url.ts';
import { canonicalWith } from './canonical.ts';
import { hasCarrier } from './carried.ts';
import { sendableOnly } from './sendable.ts';

/**
 * Whether two bodies show a reader the same. Besides what the canonical form leaves out, two links to one article in one
 * locale are the same though the slug differs: a new title changes an article's URL, and the old one is
 * forwarded. So are a link whose address cannot be sent and its words.
 *
 * @param a any HTML; links that are still symbolic are the same only as each other
 */
export function sameBody(a: string, b: string): boolean {
  if (a === b) return true;
  // A body that is sent as Markdown has no space between its blocks.
  const isSpaced = !hasCarrier(a) || !hasCarrier(b);
  const form = (html: string): string => (isSpaced ? bySubject(html) : bySubject(html).replaceAll('<p></p>', ''));
  return form(a) === form(b);
}

function bySubject(html: string): string {
  return canonicalWith(html, { ...sendableOnly, link: subjectOf });
}

function subjectOf(href: string): string {
  const article = parseArticleUrl(href);
  return article === null ? href : `/${article.locale ?? ''}/articles/${article.id}${article.fragment}`;
}
