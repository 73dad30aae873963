import { articleIdOf } from './article-url.ts';
import { canonical, canonicalWith } from './canonical.ts';
import { elementsIn } from './elements-in.ts';
import { attributeOf } from './parse.ts';
import { type ArticleTarget, parseReference, symbolicScheme } from './reference-url.ts';
import { sendableOnly } from './sendable.ts';

/**
 * A looser canonical form, by which an article of ours is recognised when the lockfile lost its entry: compiled from
 * source or had back from Intercom, it comes out the same. What differs between the two is left out: the address of
 * every image, and links between articles and to headings. They are symbolic here and addresses there, of which the
 * heading may be one that Intercom gave another id, and they are missing where the other article had no address yet.
 * Two articles that differ in nothing else come out equal; `isTwin` looks at the links too.
 *
 * @param html any HTML, symbolic or not
 */
export function twinForm(html: string): string {
  return canonicalWith(html, {
    image: () => '',
    dropsLink: (href) =>
      href === null || href.startsWith(symbolicScheme) || looksResolved(href) || sendableOnly.dropsLink(href),
  });
}

/**
 * Whether a body in Intercom can be what became of a body of ours: their twin forms are equal, and the links that those
 * leave out can be those of ours. A link that is written out in ours is there and the same; a symbolic one is an address
 * that it can stand for, or is missing.
 *
 * @param fits without it, any address of a link's kind will do, and none
 */
export function isTwin(ours: string, stored: string, fits: LinkFits = fitsAny): boolean {
  return twinForm(ours) === twinForm(stored) && linksFit(ours, stored, fits);
}

/** Whether a symbolic link can have become an address, or null: be missing. */
export type LinkFits = (target: ArticleTarget, href: string | null) => boolean;

const fitsAny: LinkFits = (_, href) => href === null || looksResolved(href);

/** Whether the links that twin forms leave out can be those of ours: the second half of `isTwin`. */
export function linksFit(ours: string, stored: string, fits: LinkFits = fitsAny): boolean {
  const theirs = leftOut(stored);
  // How many of theirs can be accounted for by the links of ours so far: several numbers, since some can be missing.
  let reached = new Set([0]);
  for (const href of leftOut(ours)) {
    const target = parseReference(href);
    const next = new Set<number>();
    for (const count of reached) {
      const there = theirs[count];
      const isSymbolic = target?.kind === 'article';
      if (isSymbolic && fits(target, null)) next.add(count);
      if (there !== undefined && (isSymbolic ? fits(target, there) : there === href)) next.add(count + 1);
    }
    reached = next;
  }
  return reached.has(theirs.length);
}

/** Whether an address can be what a symbolic link stands for: an article, or a heading of the same text. */
function looksResolved(href: string): boolean {
  return href.startsWith('#') || articleIdOf(href) !== null;
}

/** Addresses of the links that the twin form leaves out, in document order. */
function leftOut(html: string): readonly string[] {
  return elementsIn(canonical(html), ['a'])
    .map((link) => attributeOf(link, 'href') ?? '')
    .filter((href) => href.startsWith(symbolicScheme) || looksResolved(href));
}
