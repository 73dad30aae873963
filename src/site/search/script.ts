import { unescapeValue } from '../../body/escape.ts';
import type { Locale } from '../../model/article.ts';
import { fileOf } from '../addresses.ts';
import { namesOf, trailOf } from '../shelves.ts';
import type { Site } from '../site.ts';
import { type SearchDocument, searchCallback } from './document.ts';

/** Everything that can be found in a locale: each article's title, description, headings and text. */
export function searchDocuments(site: Site, locale: Locale): readonly SearchDocument[] {
  return [...site.articles.values()].flatMap(({ key, parent, locales }) => {
    const content = Object.hasOwn(locales, locale) ? locales[locale] : undefined;
    if (content === undefined) return [];
    const trail = trailOf(site, parent).map((collection) => namesOf(collection, locale).name);
    return [
      {
        id: fileOf({ kind: 'article', locale, key }, site),
        title: content.title,
        description: content.description,
        trail: trail.join(' › '),
        headings: headingsIn(content.body),
        text: textIn(content.body),
        draft: content.state === 'draft',
      },
    ];
  });
}

/**
 * The documents as a script that hands them to the page. A script and not JSON, because a page that is opened from a
 * folder on disk may load scripts beside it and nothing else.
 */
export function searchScript(site: Site, locale: Locale): string {
  return `${searchCallback}(${JSON.stringify({ locale, documents: searchDocuments(site, locale) })});\n`;
}

/** Headings end in a full stop, so that an excerpt does not run them together. */
function headingsIn(body: string): string {
  return [...body.matchAll(/<h[1-4](?: [^>]*)?>(.*?)<\/h[1-4]>/g)].map(([, inside = '']) => textIn(inside)).join('. ');
}

function textIn(body: string): string {
  const spaced = body.replace(/<\/?(?:p|h[1-4]|li|ul|ol|td|tr|div|br|pre|summary|details|hr)(?: [^>]*)?>/g, ' ');
  return unescapeValue(spaced.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}
