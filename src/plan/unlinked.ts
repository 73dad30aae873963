import { linkedFrom } from '../body/unlinked.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { Matching, Pair } from './match.ts';

/** Why no link can lead to an article: Intercom neither has it nor gets it. */
export type NoArticle = 'errors' | 'held' | 'gone' | 'not-chosen';

/** Articles that links cannot lead to. */
export type Unlinked = ReadonlyMap<ContentPath, NoArticle>;

/** What tells which articles Intercom has once a plan is carried out. */
export interface UnlinkedInput {
  readonly recorded: Recorded;
  /** null for an offline plan, which trusts the lockfile. */
  readonly remote: Remote | null;
  readonly onDrift: Settings['onDrift'];
  /** The pairs that are judged. */
  readonly pairs: readonly Pair[];
  readonly ambiguous: Matching['ambiguous'];
}

/** Keys of all articles that some others link to. */
export function linkedKeys(articles: readonly DesiredArticle[]): ReadonlySet<ContentPath> {
  const keys = new Set<ContentPath>();
  for (const { locales } of articles) {
    for (const wanted of Object.values(locales)) for (const key of linkedFrom(wanted)) keys.add(key);
  }
  return keys;
}

/** What is known of links before anything is compared: sources that do not compile and were never published. */
export function neverPublished({ failed, articles }: Desired, recorded: Recorded): Unlinked {
  const missing = failed.filter((key) => !Object.hasOwn(recorded.articles, key));
  if (missing.length === 0) return new Map();
  const linked = linkedKeys(articles);
  return new Map(missing.filter((key) => linked.has(key)).map((key) => [key, 'errors']));
}

/**
 * Finds the articles that links lead to and that have no article in Intercom, nor get one by this plan. One that is
 * there keeps its links, whatever is wrong with its source.
 */
export function unlinkedAmong(articles: readonly DesiredArticle[], input: UnlinkedInput): Unlinked {
  const pairs = new Map(input.pairs.map((pair) => [pair.key, pair]));
  const unsure = new Set(input.ambiguous.map(({ key }) => key));
  const remoteIds = new Set(input.remote?.articles.map(({ id }) => id));
  const whyNone = (key: ContentPath): NoArticle | null => {
    const pair = pairs.get(key);
    if (pair?.desired != null) return whyNot(pair, input);
    if (unsure.has(key)) return 'held';
    const entry = Object.hasOwn(input.recorded.articles, key) ? input.recorded.articles[key] : undefined;
    if (entry === undefined) return 'errors';
    return input.remote === null || remoteIds.has(entry.id) ? null : 'gone';
  };
  const found = [...linkedKeys(articles)].map((key) => [key, whyNone(key)] as const);
  return new Map(found.flatMap(([key, why]) => (why === null ? [] : [[key, why] as const])));
}

function whyNot(pair: Pair, { remote, onDrift }: UnlinkedInput): NoArticle | null {
  const isThere = pair.remote !== null || (remote === null && (pair.recorded !== null || pair.adopted !== null));
  if (isThere) return null;
  if (pair.recorded !== null && onDrift !== 'overwrite') return 'gone';
  const isShown = Object.values(pair.desired?.locales ?? {}).every(({ undisplayed }) => undisplayed !== true);
  return pair.doubles === undefined && isShown ? null : 'held';
}

/** Says of each link that is its text for now where it stands and why. */
export function unlinkedProblems(articles: readonly DesiredArticle[], unlinked: Unlinked): readonly Problem[] {
  if (unlinked.size === 0) return [];
  const problems = articles.flatMap(({ key, locales }) =>
    Object.values(locales).flatMap(({ links = [] }) =>
      links.flatMap(({ to, place }) => {
        const why = to === key ? undefined : unlinked.get(to);
        return why === undefined ? [] : [problem('link-without-article', { target: to, why }, place)];
      }),
    ),
  );
  // A snippet stands in many articles.
  return [...new Map(problems.map((found) => [JSON.stringify(found), found])).values()];
}
