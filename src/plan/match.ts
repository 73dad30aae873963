import type { ContentPath } from '../model/article.ts';
import { isOfType, typeOfId } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded, RecordedArticle } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { Moves } from './moves.ts';
import { type Seeker, type Twins, twinsAmong } from './twins.ts';

/** One article with what each of the three states has of it. */
export interface Pair {
  readonly key: ContentPath;
  /** null: no source. */
  readonly desired: DesiredArticle | null;
  /** null: never published from this path or the one it moved from, or deleted in Intercom with a twin left. */
  readonly recorded: RecordedArticle | null;
  /** The key it had, when it moved. */
  readonly from: ContentPath | null;
  /** null: not in Intercom, or not asked (offline). */
  readonly remote: RemoteArticle | null;
  /** How an article that the lockfile does not know was found in Intercom. */
  readonly adopted: 'named' | 'twin' | null;
  /** Present where another article stands in its place and says nearly the same: it is not created beside that. */
  readonly doubles?: readonly RemoteArticle[];
}

/** All articles that the plan is about. Whatever else Intercom has is not managed and never in a plan. */
export interface Matching {
  readonly pairs: readonly Pair[];
  /** New sources that cannot be told apart from several others, with what they might be. */
  readonly ambiguous: readonly {
    readonly key: ContentPath;
    readonly title: string;
    readonly candidates: readonly string[];
  }[];
  /** Keys that an ambiguous source might be: not to be removed meanwhile. */
  readonly spared: ReadonlySet<ContentPath>;
  /** Sources that cannot have the article whose `id` they name. */
  readonly leftOut: readonly ContentPath[];
  readonly problems: readonly Problem[];
}

/** What matching looks at. */
export interface MatchInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null for an offline plan. */
  readonly remote: Remote | null;
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
  readonly moves: Moves;
}

/**
 * Finds for each source its lockfile entry and its article: by path, by a move, by the `id` it names, or,
 * for a new one and one that was deleted in Intercom, by an unmanaged twin (same title, same parent, same body).
 */
export function matchArticles(input: MatchInput): Matching {
  const { desired, recorded, remote } = input;
  const remoteById = new Map(remote?.articles.map((article) => [article.id, article]));
  const untouchable = new Set([...desired.failed, ...desired.skipped]);
  const { moves, ambiguous } = input.moves;
  const claimed = claims(recorded, desired);
  const movedFrom = new Set(moves.values());
  const looked = { moves, movedFrom, remoteById, claimed };
  const seekers = seekersAmong(input, looked);
  const twins = remote === null ? null : twinsAmong({ remote, claimed, locale: desired.locale, seekers });
  const known: Known = { ...looked, twins };
  const matched: Pair[] = [];
  const problems: Problem[] = [];
  const unsure: Matching['ambiguous'][number][] = [];
  const leftOut: ContentPath[] = [];
  for (const article of desired.articles) {
    const candidates = ambiguous.get(article.key);
    if (candidates !== undefined) {
      unsure.push({ key: article.key, title: titleOf(article, desired), candidates });
      continue;
    }
    const found = pairOf(article, input, known);
    if ('pair' in found) matched.push(found.pair);
    else leftOut.push(article.key);
    problems.push(...found.problems);
  }
  const spared = new Set(unsure.flatMap((one) => one.candidates));
  const left = leftovers(input, movedFrom, untouchable, remoteById);
  return { pairs: [...matched, ...left], ambiguous: unsure, spared, leftOut, problems };
}

const titleOf = (article: DesiredArticle, desired: Desired): string =>
  article.locales[desired.locale]?.title ?? article.key;

/** Ids that the lockfile or a front matter speaks for. */
function claims(recorded: Recorded, desired: Desired): ReadonlyMap<string, ContentPath> {
  const claimed = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, key]));
  for (const article of desired.articles)
    if (article.id !== undefined && !claimed.has(article.id)) claimed.set(article.id, article.key);
  return claimed;
}

type FoundPair =
  | { readonly pair: Pair; readonly problems: readonly Problem[] }
  | { readonly problems: readonly Problem[] };

/** What is looked up for each article. */
interface LookedUp {
  readonly moves: ReadonlyMap<ContentPath, ContentPath>;
  readonly movedFrom: ReadonlySet<ContentPath>;
  readonly remoteById: ReadonlyMap<string, RemoteArticle>;
  readonly claimed: ReadonlyMap<string, ContentPath>;
}

interface Known extends LookedUp {
  /** null for an offline plan. */
  readonly twins: Twins | null;
}

/** What the lockfile says of a source, by its path or by the one it moved from. */
function entryOf(key: ContentPath, { recorded }: MatchInput, { moves, movedFrom }: LookedUp): RecordedArticle | null {
  const from = moves.get(key) ?? null;
  if (movedFrom.has(key) && from === null) return null;
  const recordedKey = from ?? key;
  return Object.hasOwn(recorded.articles, recordedKey) ? (recorded.articles[recordedKey] ?? null) : null;
}

/** Sources that may have a twin: the new ones that name no article, and those whose article was deleted in Intercom. */
function seekersAmong(input: MatchInput, looked: LookedUp): readonly Seeker[] {
  return input.desired.articles.flatMap((article) => {
    if (input.moves.ambiguous.has(article.key)) return [];
    const entry = entryOf(article.key, input, looked);
    const seeks =
      entry === null
        ? article.id === undefined
        : !looked.remoteById.has(entry.id) && (article.id === undefined || article.id === entry.id);
    const parentId = article.parent === null ? null : (input.collectionIds.get(article.parent) ?? 'not-yet');
    return seeks ? [{ article, parentId }] : [];
  });
}

function pairOf(article: DesiredArticle, input: MatchInput, known: Known): FoundPair {
  const { moves, remoteById, claimed } = known;
  const { key } = article;
  const from = moves.get(key) ?? null;
  const entry = entryOf(key, input, known);
  const isOther = entry !== null && !isOfType(article, entry.id) && isGone(entry.id, input, known);
  if (entry !== null && !isOther) {
    if (article.id !== undefined && article.id !== entry.id)
      return { problems: [otherId(article, article.id, entry.id, claimed)] };
    const there = remoteById.get(entry.id) ?? null;
    // Deleted in Intercom. A run that created it again and was cut off left a twin.
    const twin = there === null ? (known.twins?.of(article) ?? null) : null;
    if (twin !== null) return { pair: { ...freshPair(article), from, remote: twin, adopted: 'twin' }, problems: [] };
    const doubles = there === null ? (known.twins?.doublesOf(article) ?? []) : [];
    return {
      pair: { key, desired: article, recorded: entry, from, remote: there, adopted: null, ...doublesIn(doubles) },
      problems: [],
    };
  }
  return article.id === undefined ? newPair(article, known) : namedPair(article, article.id, input, known);
}

/** Whether an article is in Intercom no more: of another type than its source, it was deleted by whoever means that. */
function isGone(id: string, { remote }: MatchInput, { remoteById }: Known): boolean {
  const isKnown = !(remote?.unknownTypes ?? []).some((type) => type === typeOfId(id));
  return remote !== null && isKnown && !remoteById.has(id);
}

/** A source that has an article, and names another one. */
function otherId(
  { key, places }: DesiredArticle,
  id: string,
  recorded: string,
  claimed: ReadonlyMap<string, ContentPath>,
): Problem {
  const other = claimed.get(id) ?? key;
  return other === key
    ? problem('id-changed', { id, path: key, recorded }, places?.id)
    : problem('id-taken', { id, path: key, other }, places?.id);
}

const freshPair = (article: DesiredArticle): Pair => ({
  key: article.key,
  desired: article,
  recorded: null,
  from: null,
  remote: null,
  adopted: null,
});

/** A new source that names the article it takes over. */
function namedPair(article: DesiredArticle, id: string, { remote }: MatchInput, known: Known): FoundPair {
  const owner = known.claimed.get(id);
  if (owner !== undefined && owner !== article.key) {
    return { problems: [problem('id-taken', { id, path: article.key, other: owner }, article.places?.id)] };
  }
  const named = known.remoteById.get(id);
  if (named === undefined && remote !== null) {
    return { problems: [problem('id-not-found', { id, path: article.key }, article.places?.id)] };
  }
  return { pair: { ...freshPair(article), remote: named ?? null, adopted: 'named' }, problems: [] };
}

/** A new source: the twin it may have in Intercom, or none. */
function newPair(article: DesiredArticle, known: Known): FoundPair {
  const fresh = freshPair(article);
  const twin = known.twins?.of(article) ?? null;
  if (twin !== null) return { pair: { ...fresh, remote: twin, adopted: 'twin' }, problems: [] };
  const doubles = known.twins?.doublesOf(article) ?? [];
  if (doubles.length > 0) return { pair: { ...fresh, ...doublesIn(doubles) }, problems: [] };
  return { pair: fresh, problems: known.twins?.alike(article) ?? [] };
}

const doublesIn = (doubles: readonly RemoteArticle[]): Pick<Pair, 'doubles'> => (doubles.length > 0 ? { doubles } : {});

/** Entries whose source is gone. */
function leftovers(
  { desired, recorded }: MatchInput,
  movedFrom: ReadonlySet<ContentPath>,
  untouchable: ReadonlySet<ContentPath>,
  remoteById: ReadonlyMap<string, RemoteArticle>,
): readonly Pair[] {
  const keys = new Set(desired.articles.map((article) => article.key));
  return Object.entries(recorded.articles)
    .filter(([key]) => !keys.has(key) && !untouchable.has(key) && !movedFrom.has(key))
    .map(([key, entry]) => ({
      key,
      desired: null,
      recorded: entry,
      from: null,
      remote: remoteById.get(entry.id) ?? null,
      adopted: null,
    }));
}
