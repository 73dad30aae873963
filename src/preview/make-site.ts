import Slugger from 'github-slugger';
import type {
  CollectionKey,
  ContentPath,
  Desired,
  DesiredArticle,
  DesiredCollection,
  Locale,
  Problem,
  Repository,
  Source,
} from '../model.ts';
import type { ChangesView } from './changes/view.ts';
import type { Site, SiteArticle, SiteCollection, SiteProblem } from './site.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly name: string;
  readonly desired: Desired;
  readonly repository: Repository;
  /** Findings of reading and compiling. */
  readonly problems: readonly Problem[];
  /** For each source, the snippets it draws on, there or not. */
  readonly snippets: ReadonlyMap<ContentPath, readonly ContentPath[]>;
  readonly changes: ChangesView | null;
}

/**
 * Makes the site of what was compiled.
 *
 * @param before the site as it was: what a source with errors said last, and which files were renamed, is known from it
 */
export function makeSite(input: SiteInput, before: Site | null): Site {
  const { desired, repository, name, changes } = input;
  const articles = articlesOf(input, before);
  const used = new Set([...articles.values()].flatMap((article) => Object.keys(article.locales)));
  used.delete(desired.locale);
  const keepsOld = [...articles.values()].some(({ state }) => state === 'last-good');
  return {
    name,
    root: repository.root,
    locale: desired.locale,
    locales: [desired.locale, ...[...used].sort()],
    collections: collectionsOf(desired.collections, repository),
    articles,
    problems: problemsOf(input),
    trouble: [],
    images: new Map([...(keepsOld ? (before?.images ?? []) : []), ...Object.entries(desired.images)]),
    moved: movedOf(articles, before),
    changes,
  };
}

/** The site as it was, while the repository cannot be read at all: a mistake in the configuration, say. */
export function troubledSite(before: Site, trouble: readonly Problem[]): Site {
  return { ...before, trouble };
}

function articlesOf({ desired, repository }: SiteInput, before: Site | null): ReadonlyMap<ContentPath, SiteArticle> {
  const found = new Map<ContentPath, SiteArticle>();
  for (const article of desired.articles) found.set(article.key, wholeArticle(article));
  for (const key of desired.failed) {
    const last = before?.articles.get(key);
    if (last !== undefined && last.state !== 'broken') found.set(key, { ...last, state: 'last-good' });
    else found.set(key, brokenArticle(key, desired, repository));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function wholeArticle({ key, parent, author, locales }: DesiredArticle): SiteArticle {
  const made = Object.entries(locales).map(([locale, { path, title, description, body, state }]) => {
    const content = { path, title, description, body, state };
    return [locale, content] as const;
  });
  return { key, parent, author, state: 'whole', locales: Object.fromEntries(made) };
}

/** All that can be told of an article whose sources have had errors since the preview was started. */
function brokenArticle(key: ContentPath, { locale, collections }: Desired, { sources }: Repository): SiteArticle {
  const own = sources.filter((source) => source.article === key);
  const content = (source: Pick<Source, 'path' | 'fields'> | undefined) => ({
    path: source?.path ?? key,
    title: source?.fields.title ?? key,
    description: source?.fields.description ?? '',
    body: '',
    state: source?.fields.state ?? ('published' as const),
  });
  const locales = own.map((source): [Locale, ReturnType<typeof content>] => [source.locale, content(source)]);
  const main = own.find((source) => source.path === key);
  if (main === undefined) locales.unshift([locale, content(undefined)]);
  const parent = parentOf(key, collections);
  return { key, parent, author: null, state: 'broken', locales: Object.fromEntries(locales) };
}

/** The collection of the nearest folder. */
function parentOf(key: ContentPath, collections: readonly DesiredCollection[]): CollectionKey | null {
  const parts = key.split('/').slice(0, -1);
  for (let length = parts.length; length > 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    const found = collections.find((collection) => collection.folder === folder);
    if (found !== undefined) return found.key;
  }
  return null;
}

function collectionsOf(collections: readonly DesiredCollection[], repository: Repository): readonly SiteCollection[] {
  const slugger = new Slugger();
  const icons = new Map(repository.collections.map(({ folder, icon }) => [folder, icon]));
  return collections.map(({ key, parent, name, description, folder, translations }) => ({
    key,
    parent,
    slug: slugger.slug(key.replaceAll(' > ', ' ')) || slugger.slug('collection'),
    name,
    description,
    icon: (folder === undefined ? undefined : icons.get(folder)) ?? null,
    translations,
  }));
}

/** Findings, each with the articles whose files, or whose snippets, it is in. */
function problemsOf({ problems, repository, snippets, desired }: SiteInput): readonly SiteProblem[] {
  const byFile = new Map<ContentPath, Set<ContentPath>>();
  const add = (path: ContentPath, key: ContentPath): void => {
    byFile.set(path, (byFile.get(path) ?? new Set()).add(key));
  };
  for (const key of desired.failed) add(key, key);
  for (const { path, article } of repository.sources) {
    add(path, article);
    for (const snippet of snippets.get(path) ?? []) add(snippet, article);
  }
  const prefix = repository.root === '.' ? '' : `${repository.root}/`;
  return problems.map((problem) => {
    const file = problem.place?.file ?? '';
    const path = file.startsWith(prefix) ? file.slice(prefix.length) : file;
    return { problem, keys: [...(byFile.get(path) ?? [])].sort() };
  });
}

/** Where the articles went whose keys are gone: to the new one with the same text in the default locale. */
function movedOf(articles: Site['articles'], before: Site | null): Site['moved'] {
  const moved = new Map(before?.moved ?? []);
  for (const key of articles.keys()) moved.delete(key);
  const gone = [...(before?.articles.values() ?? [])].filter(({ key }) => !articles.has(key));
  if (gone.length === 0) return moved;
  const young = [...articles.values()].filter(({ key }) => before?.articles.has(key) !== true);
  const bodyOf = ({ locales }: SiteArticle): string => Object.values(locales)[0]?.body ?? '';
  for (const old of gone) {
    const twin = young.find((article) => bodyOf(article) === bodyOf(old) && bodyOf(old) !== '');
    if (twin === undefined) continue;
    for (const [from, to] of moved) if (to === old.key) moved.set(from, twin.key);
    moved.set(old.key, twin.key);
  }
  return moved;
}
