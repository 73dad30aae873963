import type { Addresses } from '../dialect/decompile.ts';
import { fittingSpacings } from '../dialect/fitting-spacing.ts';
import type { Locale, Spacing, State } from '../model/article.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { usualSpacing } from './usual-spacing.ts';
import { yamlText } from './yaml-text.ts';

/** What an import into a folder without a configuration writes into one. */
export interface FoundSettings {
  readonly locale: Locale;
  readonly region: Settings['region'];
  /** Identifier of the help centre; null for the workspace's default. */
  readonly helpCentre: string | null;
  readonly state: State;
  readonly spacing: Spacing;
  /** Of another tool, whose Markdown is written: where it has its files. */
  readonly flavour?: FlavourName;
  readonly content?: string;
  readonly locales?: Settings['locales'];
  readonly roots?: readonly string[];
}

/**
 * What most articles say: their default locale, their state and the space between their blocks. So the sources repeat as little as can be.
 *
 * @param fallback the locale where there is no article
 */
export function usualOf(
  articles: readonly RemoteArticle[],
  fallback: Locale,
): Pick<FoundSettings, 'locale' | 'state' | 'spacing'> {
  const locales = articles.map((article) => article.defaultLocale);
  const states = articles.flatMap((article) => Object.values(article.locales).map((content) => content.state));
  const fits = articles.flatMap((article) =>
    Object.values(article.locales).map(({ body }) => fittingSpacings(body, asTheyAre)),
  );
  return {
    locale: mostFrequent(locales) ?? fallback,
    state: mostFrequent(states) ?? 'draft',
    spacing: usualSpacing(fits, 'normal'),
  };
}

const asTheyAre: Addresses = { link: (href) => href, image: (source) => source };

/** Of two that are as frequent the first by name. */
function mostFrequent<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** The text of a `helpcentre.yml`. */
export function formatConfiguration(found: FoundSettings): string {
  const { locale, region, helpCentre, state, spacing, flavour, content = 'content', locales, roots = [] } = found;
  const head = '# Settings of this help centre. Every field has a default; "helpcentre check" names mistakes.\n';
  return (
    head +
    yamlText({
      flavour,
      content,
      ...(roots.length === 0 ? {} : { images: { roots } }),
      locale,
      locales,
      region,
      ...(helpCentre === null ? {} : { helpCentre }),
      state,
      ...(spacing === 'normal' ? {} : { spacing }),
    })
  );
}
