import { isTwin } from '../html/twin.ts';
import type { ContentPath } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { startOf } from './start-of.ts';

/** Articles that nobody manages, and which sources they belong to by what they say. */
export interface Twins {
  /** Takes the twin of a source, so that no other gets it: of several the oldest. null: it has none. */
  readonly take: (article: DesiredArticle, parentId: string | null) => RemoteArticle | null;
  /** What a person should know of articles that are like a source that took none. */
  readonly alike: (article: DesiredArticle) => readonly Problem[];
}

/**
 * Finds unmanaged articles by title. Bodies are looked at only where a title fits.
 *
 * @param claimed ids that the lockfile or a front matter speaks for
 * @param locale of the sources
 */
export function twinsAmong(
  articles: readonly RemoteArticle[],
  claimed: ReadonlyMap<string, ContentPath>,
  locale: string,
): Twins {
  const byTitle = new Map<string, RemoteArticle[]>();
  for (const article of articles) {
    if (claimed.has(article.id)) continue;
    const title = textOf(article, locale)?.title.trim() ?? '';
    byTitle.set(title, [...(byTitle.get(title) ?? []), article]);
  }
  const taken = new Set<string>();
  const namesakes = (article: DesiredArticle): readonly RemoteArticle[] =>
    (byTitle.get(article.locales[locale]?.title.trim() ?? '') ?? []).filter(({ id }) => !taken.has(id));
  return {
    take(article, parentId) {
      const body = article.locales[locale]?.body;
      if (body === undefined) return null;
      const [oldest] = namesakes(article)
        .filter((one) => one.parentId === parentId && isTwin(body, textOf(one, locale)?.body ?? ''))
        .sort((a, b) => Number(a.id) - Number(b.id));
      if (oldest === undefined) return null;
      taken.add(oldest.id);
      return oldest;
    },
    alike(article) {
      const title = article.locales[locale]?.title ?? '';
      const place = startOf(article);
      return namesakes(article).map(({ id }) => problem('near-twin', { path: article.key, id, title }, place));
    },
  };
}

const textOf = (article: RemoteArticle, locale: string) =>
  article.locales[locale] ?? article.locales[article.defaultLocale];
