import Slugger from 'github-slugger';
import type { ContentPath } from '../model/article.ts';
import { separator } from '../model/collection-key.ts';
import type { Desired, DesiredArticle, DesiredCollection } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import { shownFile } from '../model/shown-file.ts';
import type { ChangesView } from './changes/view.ts';
import type { Condition, Site, SiteArticle, SiteCollection, SiteLocale, SiteProblem } from './site.ts';

/** A source's place among articles. */
type Address = Pick<Source, 'path' | 'article' | 'locale'>;

/** What a site is made from. */
export interface SiteInput {
  readonly name: string;
  readonly desired: Desired;
  /** As `desired`, with articles that have errors as far as they go. */
  readonly attempted: Pick<Desired, 'articles' | 'collections' | 'images'>;
  /** Sources that cannot be read. */
  readonly unread: readonly Address[];
  readonly repository: Repository;
  /** Findings of reading and compiling. */
  readonly problems: readonly Problem[];
  /** For each source, the snippets it draws on, there or not. */
  readonly snippets: ReadonlyMap<ContentPath, readonly ContentPath[]>;
  readonly changes: ChangesView | null;
  /** Nothing is compiled yet: only titles and places are known. */
  readonly isPending: boolean;
}

/**
 * Makes the site of what was compiled.
 *
 * @param before the site as it was: what a source with errors said last, and which files were renamed, is known from it
 */
export function makeSite(input: SiteInput, before: Site | null): Site {
  const { desired, attempted, repository, name, changes, isPending } = input;
  const articles = articlesOf(input, before);
  const used = new Set([...articles.values()].flatMap((article) => Object.keys(article.locales)));
  used.delete(desired.locale);
  const keepsOld = [...articles.values()].some(({ locales }) =>
    Object.values(locales).some(({ condition }) => condition === 'last-good'),
  );
  return {
    name,
    audience: 'writers',
    root: repository.root,
    locale: desired.locale,
    locales: [desired.locale, ...[...used].sort()],
    collections: collectionsOf(attempted.collections, repository),
    articles,
    problems: problemsOf(input),
    trouble: [],
    isPending,
    images: new Map([...(keepsOld ? (before?.images ?? []) : []), ...Object.entries(attempted.images)]),
    moved: movedOf(articles, before),
    changes,
  };
}

/** A site on which some articles are pending, with those of them that were compiled meanwhile. */
export function preparedSite(site: Site, made: SiteInput['attempted']): Site {
  const articles = new Map(site.articles);
  for (const article of made.articles) articles.set(article.key, articleOf(article, 'whole'));
  return { ...site, articles, images: new Map([...site.images, ...Object.entries(made.images)]) };
}

/** The site as it was, while the repository cannot be read at all: a mistake in the configuration, say. */
export function troubledSite(before: Site, trouble: readonly Problem[]): Site {
  return { ...before, trouble };
}

function articlesOf(
  { attempted, desired, unread, repository, isPending }: SiteInput,
  before: Site | null,
): ReadonlyMap<ContentPath, SiteArticle> {
  const failed = new Set(desired.failed);
  const found = new Map<ContentPath, SiteArticle>();
  for (const article of attempted.articles) {
    const condition = isPending ? 'pending' : failed.has(article.key) ? 'flawed' : 'whole';
    found.set(article.key, articleOf(article, condition));
  }
  const lonely = repository.sources.filter(({ article }) => failed.has(article));
  for (const address of [...unread, ...lonely]) {
    const last = before?.articles.get(address.article);
    const article = found.get(address.article) ?? unknownArticle(address.article, attempted.collections, last);
    if (Object.hasOwn(article.locales, address.locale)) continue;
    const content = unreadLocale(address, last?.locales[address.locale]);
    found.set(address.article, { ...article, locales: { ...article.locales, [address.locale]: content } });
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function articleOf({ key, parent, type, author, locales }: DesiredArticle, condition: Condition): SiteArticle {
  const made = Object.entries(locales).map(([locale, { path, title, description, body, state }]) => {
    return [locale, { condition, path, title: title || nameOf(path), description, body, state }] as const;
  });
  return { key, parent, ...(type === undefined ? {} : { type }), author, locales: Object.fromEntries(made) };
}

/** What a source said before it could not be read any more; where that is not known, its name. */
function unreadLocale({ path }: Pick<Address, 'path'>, last: SiteLocale | undefined): SiteLocale {
  if (last !== undefined && last.condition !== 'broken') return { ...last, condition: 'last-good' };
  return { condition: 'broken', path, title: nameOf(path), description: '', body: '', state: 'published' };
}

function nameOf(path: ContentPath): string {
  return path.split('/').at(-1) ?? path;
}

/** An article of which only the place is known: the one it had before, else the collection of the nearest folder. */
function unknownArticle(
  key: ContentPath,
  collections: readonly DesiredCollection[],
  last: SiteArticle | undefined,
): SiteArticle {
  const isThere = (parent: string | null): boolean => collections.some((collection) => collection.key === parent);
  if (last !== undefined && isThere(last.parent)) return { ...last, locales: {} };
  const parts = key.split('/').slice(0, -1);
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const nearest = folders.flatMap((folder) => collections.find((collection) => collection.folder === folder) ?? [])[0];
  return { key, parent: nearest?.key ?? null, author: null, locales: {} };
}

function collectionsOf(collections: readonly DesiredCollection[], repository: Repository): readonly SiteCollection[] {
  const slugger = new Slugger();
  const icons = new Map(repository.collections.map(({ folder, icon }) => [folder, icon]));
  return collections.map(({ key, parent, helpCentre, name, description, folder, translations }) => ({
    key,
    parent,
    helpCentre: helpCentre ?? null,
    slug: slugger.slug(key.replaceAll(separator, ' ')) || slugger.slug('collection'),
    name,
    description,
    icon: (folder === undefined ? undefined : icons.get(folder)) ?? null,
    translations,
  }));
}

/** Findings, each with the articles whose files, or whose snippets, it is in. */
function problemsOf({ problems, repository, snippets, desired, unread }: SiteInput): readonly SiteProblem[] {
  const byFile = new Map<ContentPath, Set<ContentPath>>();
  const add = (path: ContentPath, key: ContentPath): void => {
    byFile.set(path, (byFile.get(path) ?? new Set()).add(key));
  };
  for (const key of desired.failed) add(key, key);
  for (const { path, article } of unread) add(path, article);
  for (const { path, article } of repository.sources) {
    add(path, article);
    for (const snippet of snippets.get(path) ?? []) add(snippet, article);
  }
  const byShown = new Map([...byFile].map(([path, keys]) => [shownFile(repository.root, path), keys]));
  return problems.map((problem) => {
    const file = problem.place?.file ?? '';
    return { problem, keys: [...(byShown.get(file) ?? byFile.get(file) ?? [])].sort() };
  });
}

/** Where the articles went whose pages are gone: to a new one with the same title or text. */
function movedOf(articles: Site['articles'], before: Site | null): Site['moved'] {
  const moved = new Map(before?.moved ?? []);
  const old = [...(before?.articles.values() ?? [])].filter(({ key, locales }) =>
    Object.keys(locales).some((locale) => articles.get(key)?.locales[locale] === undefined),
  );
  const added = [...articles.values()].filter(({ key }) => before?.articles.has(key) !== true);
  for (const gone of old) {
    const twin = added.find((article) => isSameText(article, gone));
    if (twin === undefined) continue;
    // Whoever was led to the old name is led on.
    for (const [from, to] of moved) if (to === gone.key) moved.set(from, twin.key);
    moved.set(gone.key, twin.key);
  }
  return moved;
}

function isSameText(one: SiteArticle, other: SiteArticle): boolean {
  return Object.entries(one.locales).some(([locale, { title, body }]) => {
    const twin = other.locales[locale];
    return twin !== undefined && (twin.title === title || (body !== '' && twin.body === body));
  });
}
