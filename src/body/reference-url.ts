import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';

/** Scheme of symbolic links. Nobody may write it but us: an address that people write with it is refused. */
export const symbolicScheme = 'helpcentre:';

/** What a symbolic link to an article says. */
export interface ArticleTarget {
  /** Path of the article's source in the default locale. */
  readonly key: ContentPath;
  readonly locale: Locale;
  /** Slug of a heading, without `#`; null for the article itself. */
  readonly anchor: string | null;
}

/** What a symbolic URL points to. */
export type Target =
  | ({ readonly kind: 'article' } & ArticleTarget)
  | { readonly kind: 'image'; readonly sha256: Fingerprint };

const articleReferencePattern = /^helpcentre:article\/([^/#]+)\/([^#]+)(?:#(.+))?$/;
const imageReferencePattern = /^helpcentre:image\/(sha256-[0-9a-f]{64})$/;

/**
 * The symbolic URL of an article: ASCII, without anything that HTML or a URL would need escaped, whatever is in the
 * path. Surrogates without a partner become U+FFFD.
 *
 * @returns `helpcentre:article/en/billing/change%20address.md#slug`
 */
export function articleReference({ key, locale, anchor }: ArticleTarget): string {
  const path = key.split('/').map(encode).join('/');
  const fragment = anchor === null || anchor === '' ? '' : `#${encode(anchor)}`;
  return `${symbolicScheme}article/${encode(locale)}/${path}${fragment}`;
}

/**
 * The symbolic URL of an image, by its content.
 *
 * @returns `helpcentre:image/sha256-…`
 */
export function imageReference(sha256: Fingerprint): string {
  return `${symbolicScheme}image/${sha256}`;
}

/** Reads a symbolic URL; null for every other URL, and for one that the functions above cannot have made. */
export function parseReference(url: string): Target | null {
  const [, sha256] = imageReferencePattern.exec(url) ?? [];
  if (sha256 !== undefined) return { kind: 'image', sha256 };
  const [, locale, key, anchor] = articleReferencePattern.exec(url) ?? [];
  if (locale === undefined || key === undefined) return null;
  try {
    return {
      kind: 'article',
      key: decodeURIComponent(key),
      locale: decodeURIComponent(locale),
      anchor: anchor === undefined ? null : decodeURIComponent(anchor),
    };
  } catch {
    return null;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/'/g, '%27');
}
