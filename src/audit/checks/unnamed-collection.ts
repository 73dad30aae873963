import type { RemoteCollection } from '../../model/remote.ts';
import type { Check } from '../check.ts';
import type { AuditedText, Facts } from '../facts.ts';
import { collectionPlace, placeOf } from '../places.ts';
import { counted, languageName, quoted } from '../words.ts';

/** Collections without a name in a language that texts in them are in. */
export const unnamedCollection: Check = {
  code: 'collection-without-name',
  title: 'Collections without a name in a language',
  why: 'Intercom was seen to hide a collection, and what is in it, from readers of a language that it has no name in.',
  help: 'Give the collection its name in that language.',
  find(facts) {
    if (facts.remote.languages === 'off') return [];
    const groups = new Map<string, { collection: RemoteCollection; locale: string; texts: AuditedText[] }>();
    for (const text of facts.texts) {
      const collection = text.isSeen ? namelessAbove(text, facts) : null;
      if (collection === null) continue;
      const key = `${collection.id} ${text.locale}`;
      const group = groups.get(key) ?? { collection, locale: text.locale, texts: [] };
      group.texts.push(text);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ collection, locale, texts }) => ({
      rank: 'missed',
      message: `The collection ${quoted(collection.name)} has no name in ${languageName(locale)}, in which it holds ${counted(texts.length, 'published article')}`,
      places: [collectionPlace(collection, locale), ...texts.map((text) => placeOf(text, facts))],
    }));
  },
};

/** The collection that a text is in, or one above it, that has no name in its language. */
function namelessAbove({ article, locale }: AuditedText, { collections }: Facts): RemoteCollection | null {
  let at = collections.get(article.remote.parentId ?? '');
  // Three levels are the most there are; the bound also ends a circle.
  for (let level = 0; level < 10 && at !== undefined; level += 1) {
    if (at.defaultLocale !== locale && !Object.hasOwn(at.translations, locale)) return at;
    at = collections.get(at.parentId ?? '');
  }
  return null;
}
