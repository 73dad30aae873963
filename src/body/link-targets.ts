import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { Reference } from './references.ts';

/** What is known of the things that symbolic links point to. */
export interface KnownTargets {
  /** Where readers find the help centre of an article, without a trailing slash; null while it has no address. */
  readonly homeUrl: (key: ContentPath) => string | null;
  /** The article a source stands for; null while it has no id. */
  readonly articleOf: (key: ContentPath) => { readonly id: string; readonly remote: RemoteArticle | null } | null;
  /** Where an image can be had; null while that is not known. */
  readonly imageUrl: (sha256: Fingerprint) => string | null;
  /** The id that a heading has in Intercom, by our slug; null sends the link to the page. */
  readonly headingId: (key: ContentPath, locale: Locale, slug: string) => string | null;
}

/** What links stand for, seen from anywhere and from inside one article. */
export interface LinkTargets {
  /** URL of a reference, or null while it cannot be told. */
  readonly target: (reference: Reference) => string | null;
  /** The same from inside a text: a link to a heading of its own needs no address, only the heading. */
  readonly targetFrom: (key: ContentPath, locale: Locale) => (reference: Reference) => string | null;
  /** The id that a heading has in Intercom; null while it is not known, or holds no longer than a write. */
  readonly headingId: KnownTargets['headingId'];
}

/**
 * Makes the one function that turns symbolic links into URLs. An article's own URL is used where it has one;
 * a draft has none, so its link is built from the help centre's address and the id, which Intercom resolves
 * once the article is out, whatever its title is by then.
 */
export function linkTargets(known: KnownTargets): LinkTargets {
  const target = (reference: Reference): string | null => {
    if (reference.kind === 'image') return known.imageUrl(reference.sha256);
    const { key, locale, anchor } = reference;
    const found = known.articleOf(key);
    if (found === null) return null;
    const url = found.remote?.locales[locale]?.url ?? plainUrl(known.homeUrl(key), locale, found.id);
    const heading = anchor === null ? null : known.headingId(key, locale, anchor);
    return url === null || heading === null ? url : `${url}#${heading}`;
  };
  const targetFrom: LinkTargets['targetFrom'] = (key, locale) => (reference) => {
    const slug = ownHeading(reference, key, locale);
    const heading = slug === null ? null : known.headingId(key, locale, slug);
    if (heading !== null) return `#${heading}`;
    // A text that has no page yet is created with what leads nowhere, and gets the page's address in its second write.
    return target(reference) ?? (slug === null ? null : `#${slug}`);
  };
  return { target, targetFrom, headingId: known.headingId };
}

/** The heading that a link leads to in the very text it stands in; null for every other link. */
export function ownHeading(reference: Reference, key: ContentPath, locale: Locale): string | null {
  return reference.kind === 'article' && reference.key === key && reference.locale === locale ? reference.anchor : null;
}

function plainUrl(homeUrl: string | null, locale: Locale, id: string): string | null {
  return homeUrl === null ? null : `${homeUrl}/${locale}/articles/${id}`;
}
