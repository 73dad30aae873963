import type { Locale } from './article.ts';
import { typeOfId } from './article-type.ts';
import { remoteCentres } from './centre-of.ts';
import type { Remote, RemoteCollection, RemoteHelpCentre } from './remote.ts';

/** Name and description in one language. */
interface Texts {
  readonly name: string;
  readonly description?: string;
}

/**
 * The same workspace with collections named in the language of the sources, where they have a name in it. Intercom
 * answers the help centre's first language, and the others as translations.
 *
 * @param remote as it was listed
 */
export function namedIn(remote: Remote, locale: Locale): Remote {
  return { ...remote, collections: remote.collections.map((collection) => collectionIn(collection, locale)) };
}

/** One collection as `namedIn` names it. */
export function collectionIn(collection: RemoteCollection, locale: Locale): RemoteCollection {
  const { defaultLocale, name, description, translations } = collection;
  const own = Object.hasOwn(translations, locale) ? translations[locale] : undefined;
  if (defaultLocale === locale || own === undefined) return collection;
  const first: Texts = description === '' ? { name } : { name, description };
  const { [locale]: _, ...others } = { ...translations, [defaultLocale]: first };
  return { ...collection, name: own.name, description: own.description ?? '', translations: others };
}

/** What `namedIn` made of a collection, in the first language again. */
export function firstTexts({ defaultLocale, name, description, translations }: RemoteCollection): Texts {
  // The language is what Intercom says: any text.
  const own = Object.hasOwn(translations, defaultLocale) ? translations[defaultLocale] : undefined;
  return own ?? { name, description };
}

/**
 * The first language of each help centre, by its id, as far as what is in it tells. Articles and collections say it;
 * help centres themselves do not.
 *
 * @param main counts for articles in no collection
 */
export function firstLanguages(remote: Remote, main: RemoteHelpCentre | null): ReadonlyMap<string, Locale> {
  const centreOf = remoteCentres(remote, main);
  const found = new Map<string, Locale>();
  for (const collection of remote.collections) {
    const centre = centreOf({ parentId: collection.id });
    if (centre !== null) found.set(centre.id, collection.defaultLocale);
  }
  for (const article of remote.articles.filter(({ id }) => typeOfId(id) === 'public')) {
    const centre = centreOf(article);
    if (centre !== null && !found.has(centre.id)) found.set(centre.id, article.defaultLocale);
  }
  return found;
}
