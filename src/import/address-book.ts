import { parseArticleUrl } from '../body/article-url.ts';
import { withoutSignature } from '../body/canonical/url.ts';
import { articleReference, imageReference } from '../body/references.ts';
import type { Addresses } from '../dialect/decompile.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import { encodePart, relativeAddress } from './locale-path.ts';

/** An article that links can lead to, by the source that stands for it. */
export interface KnownArticle {
  /** Path of its source in the default locale. */
  readonly key: ContentPath;
  /** Its sources, by locale. */
  readonly paths: ReadonlyMap<Locale, ContentPath>;
  /** Slug of a heading in one of its sources, by the id that the heading has in Intercom. */
  readonly slugOf: (locale: Locale, headingId: string) => string | undefined;
  /** What leads to a heading where the sources are another tool's, by its slug; the slug where absent. */
  readonly anchorOf?: (locale: Locale, slug: string) => string;
}

/** An image in the content folder. */
export interface KnownImage {
  readonly path: ContentPath;
  readonly sha256: Fingerprint;
}

/** What ids and addresses in Intercom stand for in the content folder. */
export interface AddressBook {
  readonly defaultLocale: Locale;
  readonly article: (id: string) => KnownArticle | undefined;
  /** By the address that Intercom gave, without its signature (`withoutSignature`). */
  readonly image: (url: string) => KnownImage | undefined;
  /** How a file names another page, and an image; by the relative path where absent. */
  readonly naming?: AddressNaming;
}

/** How files name each other. */
export interface AddressNaming {
  readonly page: (from: ContentPath, to: ContentPath) => string;
  readonly image: (from: ContentPath, to: ContentPath) => string;
}

/** The source that links and images are named from. */
export interface Here {
  readonly id: string;
  readonly key: ContentPath;
  readonly locale: Locale;
  readonly path: ContentPath;
}

/** What a link leads to. */
interface Goal {
  readonly article: KnownArticle;
  readonly locale: Locale;
  /** Slug of a heading; null for the article itself. */
  readonly slug: string | null;
  /** Whether it stays in the very text that it stands in. */
  readonly isOwn: boolean;
}

/**
 * How a source names what its text links to and shows: other articles and images in the content folder by their
 * relative path, everything else by its address, without a signature that changes from one read to the next. A relative
 * address that leads to nothing of ours stays as it is, and the link is kept as HTML.
 */
export function addressesFrom(book: AddressBook, here: Here): Addresses {
  return {
    link(href) {
      const goal = goalOf(href, book, here);
      if (goal === null) return unsigned(href.trim());
      const fragment = goal.slug === null ? '' : `#${encodePart(anchorOf(goal, goal.slug))}`;
      if (goal.isOwn) return fragment;
      const page = book.naming?.page ?? relativeAddress;
      return page(here.path, goal.article.paths.get(goal.locale) ?? goal.article.key) + fragment;
    },
    leadsNowhere: (href) => goalOf(href, book, here) === null,
    image(source) {
      const known = book.image(withoutSignature(source));
      return known === undefined ? unsigned(source) : (book.naming?.image ?? relativeAddress)(here.path, known.path);
    },
  };
}

function anchorOf({ article, locale }: Goal, slug: string): string {
  return article.anchorOf?.(locale, slug) ?? slug;
}

/**
 * The same names as the compiler writes them into a body: with them what a source compiles to and what Intercom has can
 * be compared by what they link to and show.
 */
export function referencesFrom(book: AddressBook, here: Here): Addresses {
  return {
    link(href) {
      const goal = goalOf(href, book, here);
      if (goal === null) return unsigned(href.trim());
      return articleReference({ key: goal.article.key, locale: goal.locale, anchor: goal.slug });
    },
    image(source) {
      const known = book.image(withoutSignature(source));
      return known === undefined ? unsigned(source) : imageReference(known.sha256);
    },
  };
}

/**
 * What a link leads to in the content folder; null where a relative link would not lead to the same: the article is
 * not there, not in that locale, or the heading is none of it.
 */
function goalOf(href: string, book: AddressBook, here: Here): Goal | null {
  const trimmed = href.trim();
  if (trimmed.startsWith('#')) return ownGoal(trimmed.slice(1), book, here);
  const url = parseArticleUrl(trimmed);
  const article = url === null ? undefined : book.article(url.id);
  // What follows a question mark may mean something: such an address stays as it is.
  if (url === null || article === undefined || /^[^#]*\?/.test(trimmed)) return null;
  const locale = url.locale === null ? localeFrom(article, book, here) : (localeOf(url.locale) ?? url.locale);
  if (!article.paths.has(locale)) return null;
  // From a French text, a link to the default locale's file leads to the French text wherever there is one.
  const isTaken = locale === book.defaultLocale && here.locale !== locale && article.paths.has(here.locale);
  if (isTaken) return null;
  const slug = slugIn(article, locale, url.fragment.slice(1));
  if (slug === undefined) return null;
  return { article, locale, slug, isOwn: slug !== null && article.key === here.key && locale === here.locale };
}

/** An address without a locale opens in the reader's own, which is most likely the one they read. */
function localeFrom(article: KnownArticle, book: AddressBook, here: Here): Locale {
  return article.paths.has(here.locale) ? here.locale : book.defaultLocale;
}

function ownGoal(fragment: string, book: AddressBook, here: Here): Goal | null {
  const article = book.article(here.id);
  if (article === undefined) return null;
  const slug = slugIn(article, here.locale, fragment);
  // "#" leads to the top of the page that is open, and a link of ours to the address of the article: it stays what it is.
  return slug === undefined || slug === null ? null : { article, locale: here.locale, slug, isOwn: true };
}

/** null for no heading; undefined for one that is not there. */
function slugIn(article: KnownArticle, locale: Locale, fragment: string): string | null | undefined {
  return fragment === '' ? null : article.slugOf(locale, decoded(fragment));
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * An address without the signature that changes with every read. The port of a stand-in on this machine, which
 * `withoutSignature` takes off for comparing, stays.
 */
export function unsigned(url: string): string {
  const bare = withoutSignature(url);
  if (bare === url) return url;
  const [address = '', ...fragment] = url.split('#');
  return [address.split('?')[0], ...fragment].join('#');
}
