import { headingIds } from '../body/heading-ids.ts';
import { listReferences } from '../body/references.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { storedText, type World } from './world.ts';

/**
 * Whether an article links to a heading whose id is not known yet, because the article that it is in is written later in
 * this run: the two are in a circle.
 */
export function waitsForHeading(world: World, article: DesiredArticle): boolean {
  return Object.values(article.locales).some(({ body }) =>
    listReferences(body).some((reference) => {
      if (reference.kind !== 'article' || reference.anchor === null || reference.key === article.key) return false;
      if (!world.unwritten.has(reference.key)) return false;
      const { key, locale, anchor } = reference;
      const ours = world.articlesByKey.get(key)?.locales[locale];
      const stored = storedText(world, key, locale);
      return ours !== undefined && !(stored !== undefined && headingIds(ours, stored).has(anchor));
    }),
  );
}
