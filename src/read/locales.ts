import type { Locale } from '../model/article.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import { type LocaleLayout, languageFolder } from '../model/language-folder.ts';
import { withoutSourceEnding } from '../model/source-path.ts';

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
  const dot = withoutEnd.lastIndexOf('.');
  const locale = dot > withoutEnd.lastIndexOf('/') + 1 ? localeOf(withoutEnd.slice(dot + 1)) : null;
  return locale === null ? { stem: withoutEnd, locale: defaultLocale } : { stem: withoutEnd.slice(0, dot), locale };
}
