import { html } from 'hono/html';
import type { Locale } from '../../model/article.ts';
import type { Page } from '../addresses.ts';
import { directionOf, type Html, type PageContext } from '../page.ts';

/**
 * Links to the other languages: to the same page where it has them, else to the home page of that language, marked as
 * such. Nothing where there is one language.
 */
export function languageSwitch(context: PageContext): Html | '' {
  const { site, locale } = context;
  if (site.locales.length < 2) return '';
  const items = site.locales.map((other) => {
    const { page, isSame } = pageIn(other, context);
    const current = other === locale && 'locale' in context.page;
    const name = languageName(other);
    const hint = isSame ? '' : html`<span class="hint" lang="en">home page; not translated</span>`;
    return html`<li><a href="${context.href(page)}" lang="${other}" hreflang="${other}" dir="${directionOf(other)}"${
      current ? html` aria-current="true"` : ''
    }${isSame ? '' : html` class="absent"`}>${name}${hint}</a></li>`;
  });
  return html`<details class="languages" data-menu><summary aria-label="${locale.toUpperCase()}, language: ${languageName(locale)}">${locale.toUpperCase()}</summary><ul>${items}</ul></details>`;
}

function pageIn(locale: Locale, { site, page }: PageContext): { readonly page: Page; readonly isSame: boolean } {
  const home: Page = { kind: 'home', locale };
  switch (page.kind) {
    case 'home':
    case 'collection':
      return { page: { ...page, locale }, isSame: true };
    case 'article': {
      const has = Object.hasOwn(site.articles.get(page.key)?.locales ?? {}, locale);
      return has ? { page: { ...page, locale }, isSame: true } : { page: home, isSame: false };
    }
    default:
      return { page: home, isSame: true };
  }
}

/** A language's name in itself: `français`. */
export function languageName(locale: Locale): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return locale;
  }
}
