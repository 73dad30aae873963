import type { Locale } from './article.ts';
import { localeOf } from './help-centre-locales.ts';
import { type LocaleLayout, languageFolder } from './language-folder.ts';
import { withoutSourceEnding } from './source-path.ts';

/** Where a path stands: which locale of which article. */
export interface LocalisedPath {
  /** The path without its locale: the same for all locales of an article. */
  readonly stem: string;
  readonly locale: Locale;
}

/**
 * Tells locale and article from a path.
 *
 * @param path inside the content folder, ending as sources do
 * @param layout how the files of languages lie
 * @param defaultLocale the locale of paths that name none
 */
export function localise(path: string, layout: LocaleLayout, defaultLocale: Locale): LocalisedPath {
  const withoutEnd = withoutSourceEnding(path);
  if (layout !== 'suffix') {
    const found = languageFolder(withoutEnd, layout);
    return found === null ? { stem: withoutEnd, locale: defaultLocale } : { stem: found.rest, locale: found.locale };
  }
  const suffix = localeSuffix(path);
  const locale = suffix === null ? null : localeOf(suffix);
  return locale === null || suffix === null
    ? { stem: withoutEnd, locale: defaultLocale }
    : { stem: withoutEnd.slice(0, -suffix.length - 1), locale };
}

/** The language at the end of a name, as it is written: `de` of `billing.de.md`; null for none. */
export function localeSuffix(path: string): string | null {
  const withoutEnd = withoutSourceEnding(path);
  const dot = withoutEnd.lastIndexOf('.');
  const suffix = dot > withoutEnd.lastIndexOf('/') + 1 ? withoutEnd.slice(dot + 1) : '';
  return localeOf(suffix) === null ? null : suffix;
}
