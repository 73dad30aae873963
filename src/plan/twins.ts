import { isStripped } from '../body/stripped.ts';
import { isTwin } from '../body/twin.ts';
import type { ContentPath } from '../model/article.ts';
import { isOfType } from '../model/article-type.ts';
import { authorIdOf } from '../model/author-id.ts';
import { byId } from '../model/by-id.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import { similarEnough, similarity, wordsOf } from './similarity.ts';
import { startOf } from './start-of.ts';

/** Articles that nobody manages, and which sources they belong to by what they say. */
export interface Twins {
  /** The twin of a source, which no other has; null: it has none. */
  readonly of: (article: DesiredArticle) => RemoteArticle | null;
  /** What else stands where a source that has no twin is wanted, and says nearly the same. */
  readonly doublesOf: (article: DesiredArticle) => readonly RemoteArticle[];
  /** What a person should know of articles that are like a source that has none. */
  readonly alike: (article: DesiredArticle) => readonly Problem[];
}

/** A source that looks for its twin. */
export interface Seeker {
  readonly article: DesiredArticle;
  /** Id of the collection that it is wanted in. */
  readonly parentId: string | null;
}

/** What twins are looked for with. */
export interface TwinsInput {
  readonly remote: Remote;
  /** Ids that the lockfile or a front matter speaks for. */
  readonly claimed: ReadonlyMap<string, ContentPath>;
  /** Of the sources. */
  readonly locale: string;
  readonly seekers: readonly Seeker[];
}

/**
 * Finds unmanaged articles by title. Bodies are looked at only where a title fits. Of an article of which Intercom may
 * have dropped some structure more is asked: see `isOursStripped`. Where sources and articles are alike,
 * the languages that fit tell them apart: else one source's translation would stay in the article of another. Where
 * these say nothing, the first source gets the oldest article.
 */
export function twinsAmong({ remote, claimed, locale, seekers }: TwinsInput): Twins {
  const byTitle = new Map<string, RemoteArticle[]>();
  for (const article of remote.articles) {
    if (claimed.has(article.id)) continue;
    const title = textOf(article, locale)?.title.trim() ?? '';
    byTitle.set(title, [...(byTitle.get(title) ?? []), article]);
  }
  const places = new Map(seekers.map(({ article, parentId }) => [article.key, parentId]));
  const namesakes = (article: DesiredArticle): readonly RemoteArticle[] =>
    (byTitle.get(article.locales[locale]?.title.trim() ?? '') ?? []).filter(({ id }) => isOfType(article, id));
  const neighbours = (article: DesiredArticle): readonly RemoteArticle[] =>
    namesakes(article).filter((one) => one.parentId === places.get(article.key));
  const candidates = seekers.flatMap(({ article }) => {
    const body = article.locales[locale]?.body;
    if (body === undefined) return [];
    return [...neighbours(article)]
      .sort((a, b) => byId(a.id, b.id))
      .flatMap((one) => {
        const fit = languagesThatFit(article, one, locale);
        const isWhole = isTwin(body, textOf(one, locale)?.body ?? '');
        if (!isWhole && (fit < 0 || !isOursStripped(article, one, locale, remote))) return [];
        return [{ key: article.key, one, fit, isWhole }];
      });
  });
  const found = new Map<ContentPath, RemoteArticle>();
  const taken = new Set<string>();
  for (const { key, one } of [...candidates].sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.fit - a.fit)) {
    if (found.has(key) || taken.has(one.id)) continue;
    found.set(key, one);
    taken.add(one.id);
  }
  const free = ({ id }: RemoteArticle): boolean => !taken.has(id);
  for (const [key, one] of strayed(seekers, found, (article) => namesakes(article).filter(free), locale, remote)) {
    found.set(key, one);
    taken.add(one.id);
  }
  return {
    of: ({ key }) => found.get(key) ?? null,
    doublesOf: (article) => neighbours(article).filter((one) => free(one) && isNearlyTheSame(article, one, locale)),
    alike(article) {
      const title = article.locales[locale]?.title ?? '';
      const place = startOf(article);
      return namesakes(article)
        .filter(free)
        .map(({ id }) => problem('near-twin', { path: article.key, id, title }, place));
    },
  };
}

/**
 * Articles that are ours and lie elsewhere, because a folder was renamed after the run that created them was cut off. They
 * are the same to the word, and only where there is one of them for one source: they move, and are not created again.
 */
function strayed(
  seekers: readonly Seeker[],
  found: ReadonlyMap<ContentPath, RemoteArticle>,
  namesakes: (article: DesiredArticle) => readonly RemoteArticle[],
  locale: string,
  remote: Remote,
): readonly (readonly [ContentPath, RemoteArticle])[] {
  const pairs = seekers.flatMap(({ article }) => {
    if (found.has(article.key)) return [];
    const ours = namesakes(article).filter(
      (one) =>
        textOf(one, locale)?.authorId === authorOf(article, remote) &&
        languagesThatFit(article, one, locale) >= 0 &&
        isOursStripped(article, one, locale, remote),
    );
    return ours.map((one) => [article.key, one] as const);
  });
  const times = (of: (pair: (typeof pairs)[number]) => string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1);
    return counts;
  };
  const [byKey, byId] = [times(([key]) => key), times(([, { id }]) => id)];
  return pairs.filter(([key, { id }]) => byKey.get(key) === 1 && byId.get(id) === 1);
}

/**
 * Whether an article can only be ours, written by us, less some structure that Intercom dropped. Besides words, images
 * and links, its author is the one that we would name, readers have it only where they should, and as far as Intercom
 * says nobody but the token's owner saved it. A colleague's article is not taken over in silence, and if the token's
 * owner wrote it by hand, ours has all that it has.
 */
function isOursStripped(article: DesiredArticle, one: RemoteArticle, locale: string, remote: Remote): boolean {
  const wanted = article.locales[locale];
  const theirs = textOf(one, locale);
  const { tokenOwnerId } = remote.workspace;
  const author = authorOf(article, remote);
  return (
    wanted !== undefined &&
    theirs !== undefined &&
    (theirs.authorId === null || theirs.authorId === author) &&
    (one.updatedById === null || one.updatedById === tokenOwnerId) &&
    // One of several that link to each other is a draft at first.
    (theirs.state === wanted.state || theirs.state === 'draft') &&
    isStripped(wanted.body, theirs.body)
  );
}

/** Id of whoever would be named as the author of an article that we create. */
function authorOf({ author }: DesiredArticle, { teammates, workspace }: Remote): string | null {
  return authorIdOf(author, teammates) ?? workspace.tokenOwnerId;
}

/** Whether so many words are common that nobody wants both: the share that makes a renamed file the same one. */
function isNearlyTheSame(article: DesiredArticle, one: RemoteArticle, locale: string): boolean {
  const ours = wordsOf('', article.locales[locale]?.body ?? '');
  return similarity(ours, wordsOf('', textOf(one, locale)?.body ?? '')) >= similarEnough;
}

/** How many of an article's translations are those of a source, less those that are not. One not written yet is neither. */
function languagesThatFit(article: DesiredArticle, one: RemoteArticle, locale: string): number {
  let fit = 0;
  for (const [other, theirs] of Object.entries(one.locales)) {
    if (other === locale || theirs.body === '') continue;
    const ours = article.locales[other];
    const isSame =
      ours?.title.trim() === theirs.title.trim() &&
      (isTwin(ours.body, theirs.body) || isStripped(ours.body, theirs.body));
    fit += isSame ? 1 : -1;
  }
  return fit;
}

const textOf = (article: RemoteArticle, locale: string) =>
  article.locales[locale] ?? article.locales[article.defaultLocale];
