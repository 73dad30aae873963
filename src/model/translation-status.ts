import type { ContentPath, Locale, State } from './article.ts';
import type { Behind } from './translation.ts';

/** One text of an article: the original, or a translation that is up with it or behind. */
export type TextStatus =
  | { readonly is: 'original'; readonly state: State }
  | { readonly is: 'fresh'; readonly state: State }
  | { readonly is: 'stale'; readonly state: State; readonly behind: Behind };

/** One article in the table of translations. */
export interface ArticleStatus {
  readonly key: ContentPath;
  readonly title: string;
  /** Whether an error keeps it from being published. */
  readonly hasErrors: boolean;
  /** Absent for a language that it has no text in. */
  readonly texts: Readonly<Record<Locale, TextStatus>>;
}

/** How all texts of the sources stand. */
export interface TranslationsStatus {
  /** The default locale first. */
  readonly locales: readonly Locale[];
  /** By key, sorted. */
  readonly articles: readonly ArticleStatus[];
}

/** How many articles have what in one language. */
export interface LocaleCounts {
  readonly fresh: number;
  readonly stale: number;
  readonly missing: number;
  /** Of those that are there. */
  readonly drafts: number;
}

/** The sums below the table: of a language; the original counts as fresh. */
export function countsOf(articles: readonly ArticleStatus[], locale: Locale): LocaleCounts {
  const texts = articles.map(({ texts }) => texts[locale]);
  const those = (fits: (text: TextStatus) => boolean): number =>
    texts.filter((text) => text !== undefined && fits(text)).length;
  return {
    fresh: those(({ is }) => is !== 'stale'),
    stale: those(({ is }) => is === 'stale'),
    missing: texts.filter((text) => text === undefined).length,
    drafts: those(({ state }) => state === 'draft'),
  };
}
