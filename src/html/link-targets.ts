import type { ContentPath, Fingerprint, Locale, RemoteArticle } from '../model.ts';
import type { Reference } from './references.ts';

/** What is known of the things that symbolic links point to. */
export interface KnownTargets {
  /** Where readers find the help centre, without a trailing slash; null while it has no address. */
  readonly homeUrl: string | null;
  /** The article a source stands for; null while it has no id. */
  readonly articleOf: (key: ContentPath) => { readonly id: string; readonly remote: RemoteArticle | null } | null;
  /** Where an image can be had; null while that is not known. */
  readonly imageUrl: (sha256: Fingerprint) => string | null;
}

/**
 * Makes the one function that turns symbolic links into URLs. An article's own URL is used where it has one;
 * a draft has none, so its link is built from the help centre's address and the id, which Intercom resolves
 * once the article is out, whatever its title is by then.
 *
 * @returns URL of a reference, or null while it cannot be told
 */
export function linkTargets(known: KnownTargets): (reference: Reference) => string | null {
  return (reference) => {
    if (reference.kind === 'image') return known.imageUrl(reference.sha256);
    const found = known.articleOf(reference.key);
    if (found === null) return null;
    const url = found.remote?.locales[reference.locale]?.url ?? plainUrl(known.homeUrl, reference.locale, found.id);
    if (url === null) return null;
    return reference.anchor === null ? url : `${url}#${reference.anchor}`;
  };
}

/**
 * Looks at links from inside one article: a link to a heading of its own needs no address, only the heading.
 *
 * @param resolve as `linkTargets` makes it
 * @param key the article that is looked at, in `locale`
 */
export function linksFrom(
  key: ContentPath,
  locale: Locale,
  resolve: (reference: Reference) => string | null,
): (reference: Reference) => string | null {
  return (reference) => {
    const heading = ownHeading(reference, key, locale);
    return heading === null ? resolve(reference) : `#${heading}`;
  };
}

/** The heading that a link leads to in the very text it stands in; null for every other link. */
export function ownHeading(reference: Reference, key: ContentPath, locale: Locale): string | null {
  return reference.kind === 'article' && reference.key === key && reference.locale === locale ? reference.anchor : null;
}

function plainUrl(homeUrl: string | null, locale: Locale, id: string): string | null {
  return homeUrl === null ? null : `${homeUrl}/${locale}/articles/${id}`;
}
