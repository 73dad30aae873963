import { twinForm } from '../html/twin.ts';
import type {
  CollectionKey,
  ContentPath,
  Desired,
  DesiredArticle,
  Problem,
  Recorded,
  RecordedArticle,
  Remote,
  RemoteArticle,
} from '../model.ts';
import { problem } from '../problem.ts';
import type { Moves } from './moves.ts';
import { startOf } from './start-of.ts';

/** One article with what each of the three states has of it. */
export interface Pair {
  readonly key: ContentPath;
  /** null: no source. */
  readonly desired: DesiredArticle | null;
  /** null: never published from this path or the one it moved from. */
  readonly recorded: RecordedArticle | null;
  /** The key it had, when it moved. */
  readonly from: ContentPath | null;
  /** null: not in Intercom, or not asked (offline). */
  readonly remote: RemoteArticle | null;
  /** How an article that the lockfile does not know was found in Intercom. */
  readonly adopted: 'named' | 'twin' | null;
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
 * for a new one, by an unmanaged twin (same title, same parent, same body).
 */
export function matchArticles(input: MatchInput): Matching {
  const { desired, recorded, remote } = input;
  const remoteById = new Map(remote?.articles.map((article) => [article.id, article]));
  const untouchable = new Set([...desired.failed, ...desired.skipped]);
  const { moves, ambiguous } = input.moves;
  const claimed = claims(recorded, desired);
  const movedFrom = new Set(moves.values());
  const known: Known = {
    moves,
    movedFrom,
    remoteById,
    claimed,
    twins: remote === null ? null : twinIndex(remote.articles, claimed, desired.locale),
    adopted: new Set(),
  };
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
    if ('pair' in found) {
      matched.push(found.pair);
      if (found.pair.adopted !== null && found.pair.remote !== null) known.adopted.add(found.pair.remote.id);
    } else if ('candidates' in found)
      unsure.push({ key: article.key, title: titleOf(article, desired), candidates: found.candidates });
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
  | { readonly candidates: readonly string[]; readonly problems: readonly Problem[] }
  | { readonly problems: readonly Problem[] };

/** What is looked up for each article. */
interface Known {
  readonly moves: ReadonlyMap<ContentPath, ContentPath>;
  readonly movedFrom: ReadonlySet<ContentPath>;
  readonly remoteById: ReadonlyMap<string, RemoteArticle>;
  readonly claimed: ReadonlyMap<string, ContentPath>;
  readonly twins: TwinIndex | null;
  /** Ids taken over so far: two sources never take over one article. */
  readonly adopted: Set<string>;
}

function pairOf(article: DesiredArticle, input: MatchInput, known: Known): FoundPair {
  const { recorded } = input;
  const { moves, remoteById, claimed } = known;
  const { key } = article;
  const from = moves.get(key) ?? null;
  const movedAway = known.movedFrom.has(key) && from === null;
  const recordedKey = from ?? key;
  const entry =
    !movedAway && Object.hasOwn(recorded.articles, recordedKey) ? (recorded.articles[recordedKey] ?? null) : null;
  if (entry !== null) {
    const other = article.id !== undefined && article.id !== entry.id ? claimed.get(article.id) : undefined;
    if (article.id !== undefined && article.id !== entry.id) {
      const args = { id: article.id, path: key, other: other ?? `article ${entry.id}` };
      return { problems: [problem('id-taken', args, article.places?.id)] };
    }
    return {
      pair: { key, desired: article, recorded: entry, from, remote: remoteById.get(entry.id) ?? null, adopted: null },
      problems: [],
    };
  }
  return article.id === undefined ? newPair(article, input, known) : namedPair(article, article.id, input, known);
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
function newPair(article: DesiredArticle, { desired, collectionIds }: MatchInput, known: Known): FoundPair {
  const fresh = freshPair(article);
  if (known.twins === null) return { pair: fresh, problems: [] };
  const parentId = article.parent === null ? null : (collectionIds.get(article.parent) ?? 'not-yet');
  const like = known.twins.find(article, parentId);
  const exact = like.exact.filter((twin) => !known.adopted.has(twin.id));
  if (exact.length > 1) return { candidates: exact.map((twin) => `article ${twin.id}`), problems: [] };
  const [twin] = exact;
  if (twin !== undefined) return { pair: { ...fresh, remote: twin, adopted: 'twin' }, problems: [] };
  const title = titleOf(article, desired);
  const near = like.near.filter((one) => !known.adopted.has(one.id));
  const place = startOf(article);
  const twinOf = (one: RemoteArticle) => problem('near-twin', { path: article.key, id: one.id, title }, place);
  return { pair: fresh, problems: near.map(twinOf) };
}

interface TwinIndex {
  readonly find: (
    article: DesiredArticle,
    parentId: string | null,
  ) => { readonly exact: readonly RemoteArticle[]; readonly near: readonly RemoteArticle[] };
}

/** Unmanaged articles by title. Bodies are looked at only where a title fits. */
function twinIndex(
  articles: readonly RemoteArticle[],
  claimed: ReadonlyMap<string, ContentPath>,
  locale: string,
): TwinIndex {
  const byTitle = new Map<string, RemoteArticle[]>();
  for (const article of articles) {
    if (claimed.has(article.id)) continue;
    const title = (article.locales[locale] ?? article.locales[article.defaultLocale])?.title.trim() ?? '';
    byTitle.set(title, [...(byTitle.get(title) ?? []), article]);
  }
  return {
    find: (article, parentId) => {
      const wanted = article.locales[locale];
      const near = byTitle.get(wanted?.title.trim() ?? '') ?? [];
      if (wanted === undefined || near.length === 0) return { exact: [], near: [] };
      const form = twinForm(wanted.body);
      const exact = near.filter(
        (one) =>
          one.parentId === parentId &&
          twinForm((one.locales[locale] ?? one.locales[one.defaultLocale])?.body ?? '') === form,
      );
      return { exact, near };
    },
  };
}

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
