import type { ContentPath, Locale } from '../model/article.ts';
import { relativePath } from '../model/relative-path.ts';
import type { Site, SiteImage } from './site.ts';

/** A page of the preview. */
export type Page =
  | { readonly kind: 'home'; readonly locale: Locale }
  | { readonly kind: 'collection'; readonly locale: Locale; readonly slug: string }
  | { readonly kind: 'article'; readonly locale: Locale; readonly key: ContentPath }
  | { readonly kind: 'problems' }
  | { readonly kind: 'changes' }
  | { readonly kind: 'change'; readonly key: ContentPath; readonly view: 'inline' | 'side-by-side' }
  | { readonly kind: 'missing' };

/**
 * The file a page is in the built folder, and its path on the server: the same, so that links between pages are the
 * same too. Forward slashes, not encoded.
 *
 * @returns `index.html`, `fr/index.html`, `en/collections/repairs.html`, `en/articles/repairs/bench.html` …
 */
export function fileOf(page: Page, site: Pick<Site, 'locale'>): string {
  switch (page.kind) {
    case 'home':
      return page.locale === site.locale ? 'index.html' : `${page.locale}/index.html`;
    case 'collection':
      return `${page.locale}/collections/${page.slug}.html`;
    case 'article':
      return `${page.locale}/articles/${fileName(page.key)}.html`;
    case 'problems':
      return 'problems.html';
    case 'changes':
      return 'changes/index.html';
    case 'change':
      return `changes/${page.view}/${fileName(page.key)}.html`;
    case 'missing':
      return '404.html';
  }
}

/** The file of a local image. Its content is in the name, so that a changed image is another address. */
export function imageFile(sha256: string, { path }: SiteImage): string {
  const name = path.split('/').at(-1) ?? '';
  return `images/${sha256.slice('sha256-'.length, 'sha256-'.length + 16)}/${portable(name)}`;
}

/**
 * A link from one file of the site to another, which works wherever the site stands.
 *
 * @param from file of the page that holds the link
 * @param to file it leads to
 * @returns percent-encoded and relative: `../collections/repairs.html`
 */
export function relativeLink(from: string, to: string): string {
  return relativePath(from, to).split('/').map(encodeURIComponent).join('/');
}

/**
 * Finds the page a path stands for.
 *
 * @param path of a request, decoded, without the leading slash
 * @returns null when the site has no such page
 */
export function pageAt(path: string, site: Site): Page | null {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return pagesByFile(site).get(file) ?? null;
}

const files = new WeakMap<Site, ReadonlyMap<string, Page>>();

function pagesByFile(site: Site): ReadonlyMap<string, Page> {
  const known = files.get(site);
  if (known !== undefined) return known;
  const found = new Map(allPages(site).map((page) => [fileOf(page, site), page]));
  files.set(site, found);
  return found;
}

/** Every page that the site has. */
export function allPages(site: Site): readonly Page[] {
  const { locales, collections, articles, changes, audience } = site;
  return [
    ...locales.map((locale): Page => ({ kind: 'home', locale })),
    ...locales.flatMap((locale) => collections.map(({ slug }): Page => ({ kind: 'collection', locale, slug }))),
    ...[...articles.values()].flatMap(({ key, locales: own }) =>
      Object.keys(own).map((locale): Page => ({ kind: 'article', locale, key })),
    ),
    ...(audience === 'readers' ? [] : ([{ kind: 'problems' }, { kind: 'changes' }] as const)),
    ...(changes?.keys ?? []).flatMap((key): readonly Page[] => [
      { kind: 'change', key, view: 'inline' },
      { kind: 'change', key, view: 'side-by-side' },
    ]),
    { kind: 'missing' },
  ];
}

/** The article of a page that a renamed file left behind, if its new name is known. */
export function movedPage(path: string, site: Site): Page | null {
  for (const [from, key] of site.moved) {
    for (const locale of site.locales) {
      if (fileOf({ kind: 'article', locale, key: from }, site) !== path) continue;
      if (site.articles.get(key)?.locales[locale] !== undefined) return { kind: 'article', locale, key };
    }
  }
  return null;
}

function fileName(key: ContentPath): string {
  return key.replace(/\.md$/i, '').split('/').map(portable).join('/');
}

/** Characters that some system has no room for in a file's name, or that a link would have to encode twice, as `~` and two digits. */
function portable(name: string): string {
  return name.replace(
    /["<>|*?:\\%#~\p{Cc}]/gu,
    (sign) => `~${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
  );
}
