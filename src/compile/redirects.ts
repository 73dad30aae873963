import type { ContentPath, Locale } from '../model/article.ts';
import { typeNamed } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredArticle, DesiredCollection } from '../model/desired.ts';
import { type Problem, problem } from '../model/problem.ts';
import {
  type DesiredRedirect,
  isAbsolute,
  plainAddress,
  type RedirectLine,
  type RedirectTarget,
  wholeAddress,
} from '../model/redirect.ts';
import type { Repository } from '../model/repository.ts';
import { nearestName } from '../text/nearest.ts';

/** Old addresses of the sources, and what is wrong with them. */
export interface MadeRedirects {
  readonly made: Pick<Desired, 'redirects' | 'redirectsUnread'>;
  readonly problems: readonly Problem[];
}

/** What old addresses may lead to. */
interface Places {
  readonly repository: Repository;
  readonly articles: ReadonlyMap<ContentPath, DesiredArticle>;
  readonly collections: readonly DesiredCollection[];
  readonly locale: Locale;
  readonly broken: ReadonlySet<ContentPath>;
}

/**
 * The redirects that the sources ask for: those in front matter, each in the language of its file, then the lines of
 * `redirects.yml`. An address counts once. What names no article that compiles still claims its address.
 *
 * @param compiled what the sources come to
 * @param broken articles with a source that cannot be read
 */
export function redirectsOf(
  repository: Repository,
  compiled: Pick<Desired, 'articles' | 'collections'>,
  locale: Locale,
  broken: ReadonlySet<ContentPath>,
): MadeRedirects {
  const { articles, collections } = compiled;
  const places: Places = {
    ...{ repository, collections, locale, broken },
    articles: new Map(articles.map((article) => [article.key, article])),
  };
  const lines = repository.redirects ?? [];
  const found = [...fromSources(places), ...(lines === 'unread' ? [] : lines.map((line) => fromLine(line, places)))];
  const seen = new Map<string, DesiredRedirect>();
  const problems: Problem[] = [];
  for (const { redirect, problems: own } of found) {
    problems.push(...own);
    const { from, place } = redirect;
    const slot = isAbsolute(from) ? wholeAddress(from) : plainAddress(from);
    const other = seen.get(slot);
    if (other === undefined) seen.set(slot, redirect);
    else problems.push(problem('redirect-twice', { from, other: placeText(other) }, place));
  }
  const redirects = [...seen.values()];
  return {
    made: {
      ...(redirects.length === 0 ? {} : { redirects }),
      ...(lines === 'unread' ? { redirectsUnread: true } : {}),
    },
    problems,
  };
}

const placeText = ({ place }: DesiredRedirect): string => (place === undefined ? '' : `${place.file}:${place.line}`);

interface Found {
  readonly redirect: DesiredRedirect;
  readonly problems: readonly Problem[];
}

function fromSources({ repository, articles }: Places): readonly Found[] {
  return repository.sources.flatMap(({ article, locale, fields, places }) =>
    (fields.redirectFrom ?? []).map((from, index): Found => {
      const target = articles.get(article)?.locales[locale] === undefined ? null : { article };
      const place = places[`redirectFrom.${index}`] ?? places.redirectFrom;
      const at = place === undefined ? {} : { place };
      return { redirect: { from, locale, target, ...at }, problems: [] };
    }),
  );
}

function fromLine({ from, redirectTo, locale, places: at }: RedirectLine, places: Places): Found {
  const named = targetNamed(redirectTo, places);
  const type = named !== null && 'article' in named ? places.articles.get(named.article)?.type : undefined;
  const target = type === undefined ? named : null;
  const spoken = localesOf(target, places);
  const said =
    locale ??
    plainAddress(wholeAddress(from))
      .split('/')
      .find((part) => spoken.includes(part));
  const redirect = { from, locale: said ?? places.locale, target, place: at.from };
  if (target !== null && 'article' in target && !spoken.includes(redirect.locale)) {
    const found = problem('redirect-locale', { locale: redirect.locale, redirectTo }, at.redirectTo);
    return { redirect: { ...redirect, target: null }, problems: [found] };
  }
  if (type !== undefined) {
    const kind = typeNamed(type);
    return { redirect, problems: [problem('redirect-target', { redirectTo, kind, nearest: null }, at.redirectTo)] };
  }
  if (target !== null || isKnown(redirectTo, places)) return { redirect, problems: [] };
  const nearest = nearestName(redirectTo, namesIn(places));
  return { redirect, problems: [problem('redirect-target', { redirectTo, kind: null, nearest }, at.redirectTo)] };
}

/** Languages that what an address leads to has. */
function localesOf(target: RedirectTarget | null, { articles, collections }: Places): readonly Locale[] {
  if (target === null) return [];
  if ('article' in target) return Object.keys(articles.get(target.article)?.locales ?? {});
  return Object.keys(collections.find(({ key }) => key === target.collection)?.translations ?? {});
}

/** An article by the path of any of its sources, a collection by its folder, its key or its name where only one has it. */
function targetNamed(name: string, { repository, articles, collections }: Places): RedirectTarget | null {
  const path = name.replace(/^\.?\/|\/$/g, '');
  const source = repository.sources.find((one) => one.path === path);
  if (source !== undefined) return articles.has(source.article) ? { article: source.article } : null;
  const key = collections.find(({ folder }) => folder === path)?.key ?? collectionNamed(name, collections);
  return key === null ? null : { collection: key };
}

function collectionNamed(name: string, collections: readonly DesiredCollection[]): CollectionKey | null {
  const key = collections.find((collection) => collection.key === name)?.key;
  const named = collections.filter((collection) => collection.name === name);
  return key ?? (named.length === 1 ? (named[0]?.key ?? null) : null);
}

/** Whether there is such a source, whose own problems say why it is not published. */
function isKnown(name: string, { repository, broken }: Places): boolean {
  const path = name.replace(/^\.?\/|\/$/g, '');
  return broken.has(path) || repository.sources.some((one) => one.path === path);
}

function namesIn({ repository, collections }: Places): readonly string[] {
  return [
    ...repository.sources.map(({ path }) => path),
    ...collections.flatMap(({ folder, name }) => (folder === undefined ? [name] : [folder, name])),
  ];
}
