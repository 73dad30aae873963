import type { Locale } from '../model/article.ts';
import type { FolderCollection } from '../model/collection.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import { plainIcon } from '../model/plain-icon.ts';
import type { RemoteCollection } from '../model/remote.ts';
import { collectionName } from './layout.ts';
import { singleLine, yamlText } from './yaml-text.ts';

/** What a `_collection.yml` says: everything but where it stands. */
export type CollectionFields = Omit<FolderCollection, 'folder'>;

/**
 * A collection in Intercom as its `_collection.yml` says it. Translations into languages that help centres do not know
 * are left out.
 *
 * @param defaultLocale locale of name and description
 * @param helpCentre the help centre to name; null for none
 */
export function collectionFields(
  collection: RemoteCollection,
  defaultLocale: Locale,
  helpCentre: string | null,
): CollectionFields {
  const description = singleLine(collection.description);
  const translations = Object.entries(collection.translations)
    .filter(([locale, { name }]) => localeOf(locale) === locale && locale !== defaultLocale && singleLine(name) !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([locale, texts]) => {
      const translated = singleLine(texts.description ?? '');
      return [locale, { name: singleLine(texts.name), ...(translated === '' ? {} : { description: translated }) }];
    });
  return {
    name: collectionName(collection),
    ...(helpCentre === null ? {} : { helpCentre }),
    ...(description === '' ? {} : { description }),
    order: collection.order,
    ...(collection.icon === undefined || collection.icon === plainIcon ? {} : { icon: collection.icon }),
    translations: Object.fromEntries(translations),
  };
}

/** The text of a `_collection.yml`. */
export function formatCollection(fields: CollectionFields): string {
  const { name, helpCentre, description, order, icon, spacing, translations } = fields;
  const translated = Object.keys(translations).length === 0 ? undefined : translations;
  return yamlText({ name, helpCentre, description, order, icon, spacing, translations: translated });
}
