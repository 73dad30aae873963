import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../model/article.ts';
import { fileOf, type Page, relativeLink } from './addresses.ts';
import type { RenderSettings, Site } from './site.ts';

/** Escaped HTML. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page is rendered with. */
export interface PageContext {
  readonly site: Site;
  readonly page: Page;
  /** Locale of what is read on the page; the default one on pages about the whole site. */
  readonly locale: Locale;
  readonly settings: RenderSettings;
  /** A relative link to another page. */
  href(page: Page): string;
  /** A relative link to any file of the site, by its path from the root. */
  fileHref(file: string): string;
}

/**
 * Makes the context of a page.
 *
 * @param here file that the page is read at, where that is not its own
 */
export function contextOf(
  site: Site,
  page: Page,
  settings: RenderSettings,
  here: string = fileOf(page, site),
): PageContext {
  return {
    site,
    page,
    locale: 'locale' in page ? page.locale : site.locale,
    settings,
    href: (to) => relativeLink(here, fileOf(to, site)),
    fileHref: (file) => relativeLink(here, file),
  };
}

const rightToLeft = new Set(['ar', 'he']);

/** Direction of a locale's text. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return rightToLeft.has(locale) ? 'rtl' : 'ltr';
}
