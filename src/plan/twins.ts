import { isTwin } from '../html/twin.ts';
import type { ContentPath } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { startOf } from './start-of.ts';

/** Articles that nobody manages, and which sources they belong to by what they say. */
export interface Twins {
  /** The twin of a source, which no other has; null: it has none. */
  readonly of: (article: DesiredArticle) => RemoteArticle | null;
  /** What a person should know of articles that are like a source that has none. */
  readonly alike: (article: DesiredArticle) => readonly Problem[];
}

/** A source that looks for its twin. */
export interface Seeker {
  readonly article: DesiredArticle;
  /** Id of the collection that it is wanted in. */
  readonly parentId: string | null;
}

/**
 * Finds unmanaged articles by title. Bodies are looked at only where a title fits. Where sources and articles are alike,
 * the languages that fit tell them apart: else one source's translation would stay in the article of another. Where
 * these say nothing, the first source gets the oldest article.
 *
 * @param claimed ids that the lockfile or a front matter speaks for
 * @param locale of the sources
 */
export function twinsAmong(
  articles: readonly RemoteArticle[],
  claimed: ReadonlyMap<string, ContentPath>,
  locale: string,
  seekers: readonly Seeker[],
): Twins {
  const byTitle = new Map<string, RemoteArticle[]>();
  for (const article of articles) {
    if (claimed.has(article.id)) continue;
    const title = textOf(article, locale)?.title.trim() ?? '';
    byTitle.set(title, [...(byTitle.get(title) ?? []), article]);
  }
  const namesakes = (article: DesiredArticle): readonly RemoteArticle[] =>
    byTitle.get(article.locales[locale]?.title.trim() ?? '') ?? [];
  const candidates = seekers.flatMap(({ article, parentId }) => {
    const body = article.locales[locale]?.body;
    if (body === undefined) return [];
    return namesakes(article)
      .filter((one) => one.parentId === parentId && isTwin(body, textOf(one, locale)?.body ?? ''))
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((one) => ({ key: article.key, one, fit: languagesThatFit(article, one, locale) }));
  });
  const found = new Map<ContentPath, RemoteArticle>();
  const taken = new Set<string>();
  for (const { key, one } of [...candidates].sort((a, b) => b.fit - a.fit)) {
    if (found.has(key) || taken.has(one.id)) continue;
    found.set(key, one);
    taken.add(one.id);
  }
  return {
    of: ({ key }) => found.get(key) ?? null,
    alike(article) {
      const title = article.locales[locale]?.title ?? '';
      const place = startOf(article);
      return namesakes(article).flatMap(({ id }) =>
        taken.has(id) ? [] : [problem('near-twin', { path: article.key, id, title }, place)],
      );
    },
  };
}

/** How many of an article's translations are those of a source, less those that are not. One not written yet is neither. */
function languagesThatFit(article: DesiredArticle, one: RemoteArticle, locale: string): number {
  let fit = 0;
  for (const [other, theirs] of Object.entries(one.locales)) {
    if (other === locale || theirs.body === '') continue;
    const ours = article.locales[other];
    const isSame = ours?.title.trim() === theirs.title.trim() && isTwin(ours.body, theirs.body);
    fit += isSame ? 1 : -1;
  }
  return fit;
}

const textOf = (article: RemoteArticle, locale: string) =>
  article.locales[locale] ?? article.locales[article.defaultLocale];
