/** The parts of a public article's URL that say which article it is. */
export interface ArticleUrl {
  readonly id: string;
  /** null where the URL names none. */
  readonly locale: string | null;
  /** With the `#`; empty without one. */
  readonly fragment: string;
}

const urlPattern =
  /^(?:https?:)?(?:\/\/[^/?#]+)?(?:\/|(?=articles\/))(?:[^?#]*\/)?articles\/(\d+)(?:-[^/?#]*)?\/?(?:\?[^#]*)?(#.*)?$/i;
const localePattern = /(?:^|\/)([a-z]{2}(?:-[a-z]{2,4})?)\/articles\/\d/i;

/**
 * Reads the URL of a public article: `https://help.example.com/en/articles/15009700-change-your-billing-address#card`,
 * with or without host, locale and slug.
 *
 * @returns null for every other URL
 */
export function parseArticleUrl(url: string): ArticleUrl | null {
  const trimmed = url.trim();
  const [, id, fragment] = urlPattern.exec(trimmed) ?? [];
  if (id === undefined) return null;
  const [, locale] = localePattern.exec(trimmed) ?? [];
  return { id, locale: locale ?? null, fragment: fragment ?? '' };
}

/** Id of the article a URL leads to; null when it leads to none. */
export function articleIdOf(url: string): string | null {
  return parseArticleUrl(url)?.id ?? null;
}
