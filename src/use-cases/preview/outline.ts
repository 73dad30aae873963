import { belongingOf, desiredCollections } from '../../compile/collections.ts';
import type { Attempted } from '../../compile/compile.ts';
import { typeOf } from '../../compile/types.ts';
import { skippedSources } from '../../compile/unit.ts';
import type { ContentPath } from '../../model/article.ts';
import type { CollectionAddress } from '../../model/collection.ts';
import type { DesiredArticle, DesiredLocale } from '../../model/desired.ts';
import type { Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { type LiveSite, makeSite, type Page, preparedSite, type Site } from '../../site/index.ts';
import type { Inputs } from '../inputs.ts';
import { siteName } from './site.ts';

/**
 * The site before anything is compiled: every article's title and place, so that the first page is there at once. What
 * the articles say, and what is wrong with them, comes after.
 */
export function outlineOf({ read, settings }: Inputs): Site {
  const { repository } = read;
  const skipped = skippedSources(repository);
  const addresses: CollectionAddress[] = [];
  const articles: DesiredArticle[] = [];
  for (const [key, sources] of groupsOf(repository.sources.filter(({ path }) => !skipped.has(path)))) {
    const main = sources.find(({ path }) => path === key);
    if (main === undefined) continue;
    const { address, parent } = belongingOf(main, repository);
    addresses.push(address);
    const locales = sources.map((source) => [source.locale, localeOf(source, settings)] as const);
    const author = main.fields.author ?? settings.author;
    const type = typeOf(main);
    const own = type === 'public' ? {} : { type };
    articles.push({ key, ...own, parent, author, locales: Object.fromEntries(locales) });
  }
  const parts = { articles, collections: desiredCollections(addresses, repository), images: {} };
  return makeSite(
    {
      name: siteName(settings),
      desired: { locale: settings.locale, ...parts, failed: [], skipped: [] },
      attempted: parts,
      unread: read.unread,
      repository,
      problems: read.problems,
      snippets: new Map(),
      changes: null,
      isPending: true,
    },
    null,
  );
}

function groupsOf(sources: readonly Source[]): ReadonlyMap<ContentPath, readonly Source[]> {
  const groups = new Map<ContentPath, Source[]>();
  for (const source of sources) groups.set(source.article, [...(groups.get(source.article) ?? []), source]);
  return groups;
}

function localeOf({ path, blob, fields, body }: Source, settings: Settings): DesiredLocale {
  const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(body)?.[1];
  return {
    path,
    blob,
    title: fields.title ?? heading ?? path,
    description: fields.description ?? '',
    body: '',
    state: fields.state ?? settings.state,
    anchors: [],
    fingerprint: '',
  };
}

/** Completes the page of an article that is not compiled yet, when somebody asks for it. */
export function preparePage(page: Page, live: LiveSite, make: (key: ContentPath) => Attempted): void {
  if (page.kind !== 'article') return;
  const { current } = live;
  if (current.articles.get(page.key)?.locales[page.locale]?.condition !== 'pending') return;
  live.complete(preparedSite(current, make(page.key)));
}
