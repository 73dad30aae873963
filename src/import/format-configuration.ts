import type { Locale, RemoteArticle, Settings, State } from '../model.ts';
import { yamlText } from './yaml-text.ts';

/** What an import into a folder without a configuration writes into one. */
export interface FoundSettings {
  readonly locale: Locale;
  readonly region: Settings['region'];
  /** Identifier of the help centre; null for the workspace's default. */
  readonly helpCentre: string | null;
  readonly state: State;
}

/**
 * What most articles say: their default locale and their state. So the sources repeat as little as can be.
 *
 * @param fallback the locale where there is no article
 */
export function usualOf(
  articles: readonly RemoteArticle[],
  fallback: Locale,
): { readonly locale: Locale; readonly state: State } {
  const locales = articles.map((article) => article.defaultLocale);
  const states = articles.flatMap((article) => Object.values(article.locales).map((content) => content.state));
  return { locale: mostFrequent(locales) ?? fallback, state: mostFrequent(states) ?? 'draft' };
}

/** Of two that are as frequent the first by name. */
function mostFrequent<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** The text of a `helpcentre.yml`. */
export function formatConfiguration({ locale, region, helpCentre, state }: FoundSettings): string {
  const head = '# Settings of this help centre. Every field has a default; "helpcentre check" names mistakes.\n';
  return head + yamlText({ content: 'content', locale, region, ...(helpCentre === null ? {} : { helpCentre }), state });
}
