import type { DesiredArticle } from '../model/desired.ts';
import type { Place } from '../model/place.ts';

/** First line of an article's source, where problems about the article as a whole point. */
export function startOf(article: DesiredArticle | null): Place | undefined {
  const own = Object.values(article?.locales ?? {}).find(({ path }) => path === article?.key);
  return own?.start;
}
