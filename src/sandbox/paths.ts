import type { LocaleCode } from './locales.ts';
import { slugOf } from './slug.ts';
import type { ArticleRecord, CollectionRecord, HelpCentreRecord } from './state/records.ts';

/** Path of a help centre's first page, in its default locale if none is named. */
export function centrePath(centre: HelpCentreRecord, locale: LocaleCode = centre.defaultLocale): string {
  return `/${centre.identifier}/${locale}`;
}

/** Path of an article in one locale: its id, and a slug of its title there. */
export function articlePath(centre: HelpCentreRecord, article: ArticleRecord, locale: LocaleCode): string {
  return `${centrePath(centre, locale)}/articles/${slugged(article.id, article.contents[locale]?.title ?? '')}`;
}

/** Path of a collection in one locale; its name in the default one where it is not translated. */
export function collectionPath(centre: HelpCentreRecord, collection: CollectionRecord, locale: LocaleCode): string {
  const { name = '' } = collection.contents[locale] ?? collection.contents[centre.defaultLocale] ?? {};
  return `${centrePath(centre, locale)}/collections/${slugged(collection.id, name)}`;
}

function slugged(id: string, title: string): string {
  const slug = slugOf(title);
  return slug === '' ? id : `${id}-${encodeURIComponent(slug)}`;
}
