import type { ContentPath, Locale } from '../model/article.ts';
import { authorIdOf } from '../model/author-id.ts';
import { desiredCentres } from '../model/centre-of.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredCollection } from '../model/desired.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { ReachPlaces } from '../model/reach.ts';
import type { Remote, RemoteHelpCentre } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { somePaths } from '../model/some-paths.ts';
import { misplacedCollections } from './help-centre.ts';
import type { Pair } from './match.ts';
import { startOf } from './start-of.ts';
import { noLabels, unknownLabels } from './unknown-labels.ts';

/** What keeps articles from being published whatever the workspace is. */
export interface Hindrances {
  /** Articles that cannot be published as things are, and why. */
  readonly unpublishable?: readonly { readonly key: ContentPath; readonly problems: readonly Problem[] }[];
  /** Where the configuration names an author. */
  readonly authorPlace?: Place;
  /** Where it names audiences and tags. */
  readonly reachPlaces?: ReachPlaces;
}

/** What is known besides the sources and the workspace. */
interface FitInput extends Hindrances {
  readonly settings: Pick<Settings, 'createTags'>;
}

/** A language that a help centre has not, and the sources in it. */
interface Missing {
  readonly locale: Locale;
  readonly helpCentre: string;
  readonly paths: readonly string[];
  readonly first: Place | undefined;
}

/** Leaves out articles that cannot be published as things are, and those that this workspace cannot take. */
export function fitForWorkspace(
  desired: Desired,
  remote: Remote | null,
  main: RemoteHelpCentre | null,
  { authorPlace, reachPlaces = {}, unpublishable = [], settings }: FitInput,
): { readonly desired: Desired; readonly leftOut: readonly ContentPath[]; readonly problems: readonly Problem[] } {
  const refused = remote === null ? nothingRefused : refusedBy(remote, main, desired, authorPlace);
  const labels = remote === null ? noLabels : unknownLabels(desired.articles, remote, reachPlaces, settings.createTags);
  const unfit = new Set([...refused.keys, ...labels.keys, ...unpublishable.map(({ key }) => key)]);
  const failed = [...new Set([...desired.failed, ...unfit])].sort();
  const articles = desired.articles.filter((article) => !unfit.has(article.key));
  const collections = desired.collections.filter(({ key }) => !refused.collections.has(key));
  const problems = once([...refused.problems, ...labels.problems, ...unpublishable.flatMap((one) => one.problems)]);
  return { desired: { ...desired, articles, collections, failed }, leftOut: [...unfit], problems };
}

/** What a workspace does not take. */
interface Refused {
  readonly keys: ReadonlySet<ContentPath>;
  readonly collections: ReadonlySet<CollectionKey>;
  readonly problems: readonly Problem[];
}

const nothingRefused: Refused = { keys: new Set(), collections: new Set(), problems: [] };

/** An unknown author, a language that is switched off, a collection in a help centre that is not there. */
function refusedBy(
  remote: Remote,
  main: RemoteHelpCentre | null,
  desired: Desired,
  authorPlace: Place | undefined,
): Refused {
  const misplaced = misplacedCollections(desired.collections, remote.helpCentres, main);
  const centres = desiredCentres(desired, remote.helpCentres, main?.id ?? null);
  const foreign = collectionsInMissing(desired.collections, centres.ofCollection);
  const collections = new Set([...misplaced.keys, ...foreign.keys]);
  const problems: Problem[] = [...misplaced.problems, ...foreign.problems];
  const unfit = new Set<string>();
  const missing = new Map<string, Missing>();
  for (const article of desired.articles) {
    if (article.parent !== null && collections.has(article.parent)) unfit.add(article.key);
    const centre = centres.ofArticle(article.key);
    const { author } = article;
    if (author !== null && authorIdOf(author, remote.teammates) === null) {
      const place = article.places?.author;
      const code = place === undefined ? 'unknown-default-author' : 'unknown-author';
      problems.push(problem(code, { author }, place ?? authorPlace));
      unfit.add(article.key);
    }
    const { owner } = article;
    if (owner !== undefined && authorIdOf(owner, remote.teammates) === null) {
      problems.push(problem('unknown-owner', { owner }, article.places?.owner));
      unfit.add(article.key);
    }
    for (const [locale, wanted] of Object.entries(article.locales)) {
      if (centre?.locales == null || centre.locales.includes(locale)) continue;
      const slot = `${locale} ${centre.id}`;
      const before = missing.get(slot);
      const paths = [...(before?.paths ?? []), wanted.path];
      missing.set(slot, { locale, helpCentre: centre.identifier, paths, first: before?.first ?? wanted.start });
      unfit.add(article.key);
    }
  }
  for (const { locale, helpCentre, paths, first } of missing.values()) {
    problems.push(problem('locale-not-enabled', { locale, helpCentre, paths: somePaths(paths, 'and') }, first));
  }
  return { keys: unfit, collections, problems };
}

/**
 * Collections with a translation in a language that their help centre has not: Intercom refuses all of such a one.
 *
 * @param collections from the top down
 * @returns keys of those collections and of all in them
 */
function collectionsInMissing(
  collections: readonly DesiredCollection[],
  centreOf: (key: CollectionKey) => RemoteHelpCentre | null,
): { readonly keys: ReadonlySet<CollectionKey>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const keys = new Set<CollectionKey>();
  for (const { key, parent, translations, places } of collections) {
    if (parent !== null && keys.has(parent)) keys.add(key);
    const centre = centreOf(key);
    for (const locale of Object.keys(translations)) {
      if (centre?.locales == null || centre.locales.includes(locale)) continue;
      const place = places?.translations?.[locale];
      const paths = place?.file ?? `the collection ${key}`;
      problems.push(problem('locale-not-enabled', { locale, helpCentre: centre.identifier, paths }, place));
      keys.add(key);
    }
  }
  return { keys, problems };
}

/** An author whom only the configuration names is one finding, however many articles would carry the name. */
function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify(found), found])).values()];
}

/**
 * Leaves out articles that come to a help centre, new or from another, without a text in its first language: Intercom
 * takes no new one, and would take the text of another language for it.
 *
 * @param comesTo the help centre and its first language; null for an article that already exists
 */
export function withoutFirstLanguage(
  pairs: readonly Pair[],
  comesTo: (pair: Pair) => { readonly helpCentre: string; readonly locale: Locale } | null,
): {
  readonly pairs: readonly Pair[];
  readonly leftOut: readonly ContentPath[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const leftOut: ContentPath[] = [];
  const fit = pairs.filter((pair) => {
    const { key, desired, remote } = pair;
    const to = desired === null ? null : comesTo(pair);
    if (to === null || (desired?.locales[to.locale] ?? remote?.locales[to.locale]) !== undefined) return true;
    problems.push(problem('no-first-language', { path: key, isNew: remote === null, ...to }, startOf(desired)));
    leftOut.push(key);
    return false;
  });
  return { pairs: fit, leftOut, problems };
}
