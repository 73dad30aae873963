import type { Locale } from '../model/article.ts';
import type { TextStatus, TranslationsStatus } from '../model/translation-status.ts';
import type { Sources } from './sources.ts';

/**
 * How every text of the sources stands, article by article.
 *
 * @param sources as `withTranslations` left them
 */
export function statusOf({ attempted, desired, translations }: Sources): TranslationsStatus {
  const published = new Set(desired.articles.map(({ key }) => key));
  const behind = new Map(translations?.stale.map(({ path, behind: by }) => [path, by]));
  const found = new Set<Locale>();
  // What no help centre has is in one language, and lacks no other.
  const translated = attempted.articles.filter(({ type }) => type === undefined);
  const articles = translated.map(({ key, locales }) => {
    const texts = Object.entries(locales).map(([locale, { path, state }]): [Locale, TextStatus] => {
      found.add(locale);
      const by = behind.get(path);
      if (locale === desired.locale) return [locale, { is: 'original', state }];
      return [locale, by === undefined ? { is: 'fresh', state } : { is: 'stale', state, behind: by }];
    });
    const title = locales[desired.locale]?.title ?? key;
    return { key, title, hasErrors: !published.has(key), texts: Object.fromEntries(texts) };
  });
  const others = [...found].filter((locale) => locale !== desired.locale).sort();
  return { locales: [desired.locale, ...others], articles: articles.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
