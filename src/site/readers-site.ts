import { listReferences } from '../body/references.ts';
import type { CollectionKey } from '../model/collection.ts';
import { countIn } from './shelves.ts';
import type { Site, SiteArticle } from './site.ts';

/**
 * The site as the readers of a help centre have it: published articles, the collections that hold one, and the pictures
 * that they show. Nothing of the work on it: no drafts, no changes, no problems.
 *
 * @param site without errors: every article on it is as its sources say
 * @param name what the site is called
 */
export function readersSite(site: Site, name: string): Site {
  const articles = new Map(
    [...site.articles.values()].flatMap((article) => {
      const locales = Object.entries(article.locales).filter(([, { state }]) => state === 'published');
      return article.type !== undefined || locales.length === 0
        ? []
        : [[article.key, { ...article, locales: Object.fromEntries(locales) }] as const];
    }),
  );
  const used = new Set([...articles.values()].flatMap(({ locales }) => Object.keys(locales)));
  const locales = site.locales.filter((locale) => locale === site.locale || used.has(locale));
  const shown: Site = { ...site, articles, locales };
  const isUsed = (key: CollectionKey): boolean => locales.some((locale) => countIn(shown, key, locale) > 0);
  return {
    ...shown,
    name,
    audience: 'readers',
    collections: site.collections.filter(({ key }) => isUsed(key)),
    images: imagesIn(site, articles.values()),
    problems: [],
    moved: new Map(),
    changes: null,
  };
}

/** The images of a site that articles show. */
export function imagesIn({ images }: Pick<Site, 'images'>, articles: Iterable<SiteArticle>): Site['images'] {
  const shown = new Set(
    [...articles].flatMap(({ locales }) =>
      Object.values(locales).flatMap(({ body }) =>
        listReferences(body).flatMap((found) => (found.kind === 'image' ? [found.sha256] : [])),
      ),
    ),
  );
  return new Map([...images].filter(([sha256]) => shown.has(sha256)));
}
