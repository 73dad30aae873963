import type { Locale } from '../model/article.ts';
import type { UnlistedType } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Site, SiteArticle, SiteCollection } from './site.ts';

/** A collection by its key. */
function collectionOf(site: Site, key: CollectionKey | null): SiteCollection | undefined {
  return key === null ? undefined : site.collections.find((collection) => collection.key === key);
}

/** The collections that a collection lies in, from the top, itself last. */
export function trailOf(site: Site, key: CollectionKey | null): readonly SiteCollection[] {
  const collection = collectionOf(site, key);
  return collection === undefined ? [] : [...trailOf(site, collection.parent), collection];
}

/** The collections directly inside another, or at the top, in the order readers see them. */
export function childrenOf(site: Site, key: CollectionKey | null): readonly SiteCollection[] {
  return site.collections.filter(({ parent }) => parent === key);
}

/** Articles directly in a collection that have a locale; null: those in none. */
export function articlesIn(site: Site, key: CollectionKey | null, locale: Locale): readonly SiteArticle[] {
  return [...site.articles.values()].filter(
    (article) => article.type === undefined && article.parent === key && Object.hasOwn(article.locales, locale),
  );
}

/** Articles of a type that no help centre has. They are in one language, and shown in that alone. */
export function unlistedIn(site: Site, type: UnlistedType, locale: Locale): readonly SiteArticle[] {
  return [...site.articles.values()].filter(
    (article) => article.type === type && Object.hasOwn(article.locales, locale),
  );
}

/** The articles that an article stands among. */
export function shelfOf(article: SiteArticle, site: Site, locale: Locale): readonly SiteArticle[] {
  return article.type === undefined ? articlesIn(site, article.parent, locale) : unlistedIn(site, article.type, locale);
}

/** How many articles a collection and its sections have in a locale. */
export function countIn(site: Site, key: CollectionKey, locale: Locale): number {
  const inside = childrenOf(site, key).reduce((sum, child) => sum + countIn(site, child.key, locale), 0);
  return inside + articlesIn(site, key, locale).length;
}

/** Name and description of a collection in a locale, else in the default one. */
export function namesOf(
  collection: SiteCollection,
  locale: Locale,
): { readonly name: string; readonly description: string } {
  const own = Object.hasOwn(collection.translations, locale) ? collection.translations[locale] : undefined;
  if (own === undefined) return collection;
  return { name: own.name, description: own.description ?? '' };
}
