import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Recorded, RecordedArticle } from '../model/recorded.ts';
import type { Settings } from '../model/settings.ts';
import { similarEnough, similarity, type Words } from './similarity.ts';

/** Which new path was which old one. */
export interface Moves {
  /** New key → old key. */
  readonly moves: ReadonlyMap<ContentPath, ContentPath>;
  /** New keys that more than one old key fits equally well. */
  readonly ambiguous: ReadonlyMap<ContentPath, readonly ContentPath[]>;
}

/** What `findMoves` looks at. */
export interface MoveInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** Keys of the lockfile that may not be taken for gone: their sources failed to compile, or are skipped. */
  readonly untouchable: ReadonlySet<ContentPath>;
  /** `moved:` of the configuration, old → new. */
  readonly moved: Settings['moved'];
  /** Words of what a recorded article says in Intercom; null when that is not known. */
  readonly oldWords: (key: ContentPath) => Words | null;
  /** Words of what a source says. */
  readonly newWords: (article: DesiredArticle) => Words;
}

/** Two candidates whose scores differ by less than this are equally good. */
const tie = 0.05;

/**
 * Finds articles whose file was renamed or moved: told by the configuration, by the `id` in front matter, by
 * an unchanged text, or by a similar one (git's 50 % rule). Two files that swapped names are found too. What
 * fits more than one is never guessed at.
 */
export function findMoves(input: MoveInput): Moves {
  const pools = poolsOf(input);
  const moves = new Map<ContentPath, ContentPath>();
  const used = new Set<ContentPath>();
  const take = (pairs: Iterable<readonly [ContentPath, ContentPath]>): void => {
    for (const [to, from] of pairs) {
      if (moves.has(to) || used.has(from)) continue;
      moves.set(to, from);
      used.add(from);
    }
  };
  take(told(input, pools));
  const exact = byText(input, pools, moves);
  take(exact.pairs);
  const unsure = withGoneHome(exact.ambiguous, pools);
  const similar = bySimilarity(input, pools, moves, unsure);
  take(similar.pairs);
  return { moves, ambiguous: new Map([...unsure, ...withGoneHome(similar.ambiguous, pools)]) };
}

/** Only what is gone can have moved in doubt: a source that still stands where it was keeps its article. */
function withGoneHome(ambiguous: Found['ambiguous'], pools: Pools): Found['ambiguous'] {
  const gone = new Set(pools.gone);
  const left = [...ambiguous].map(([to, from]) => [to, from.filter((key) => gone.has(key))] as const);
  return new Map(left.filter(([, from]) => from.length > 0));
}

interface Pools {
  /** Sources without an entry. */
  readonly fresh: readonly DesiredArticle[];
  /** Sources with an entry, whose text is another than the one published. */
  readonly changed: readonly DesiredArticle[];
  /** Entries without a source. */
  readonly gone: readonly ContentPath[];
}

function poolsOf({ desired, recorded, untouchable }: MoveInput): Pools {
  const keys = new Set(desired.articles.map((article) => article.key));
  const isRecorded = (key: ContentPath): boolean => Object.hasOwn(recorded.articles, key);
  return {
    fresh: desired.articles.filter((article) => !isRecorded(article.key)),
    changed: desired.articles.filter(
      (article) =>
        isRecorded(article.key) && blobOf(article, desired) !== oldBlob(recorded.articles[article.key], desired),
    ),
    gone: Object.keys(recorded.articles).filter((key) => !keys.has(key) && !untouchable.has(key)),
  };
}

const blobOf = (article: DesiredArticle, desired: Desired): string | undefined => article.locales[desired.locale]?.blob;
const oldBlob = (entry: RecordedArticle | undefined, desired: Desired): string | undefined =>
  entry?.locales[desired.locale]?.source;

/** Moves that a person spelled out: `moved:` in the configuration, `id:` in front matter. */
function* told({ recorded, moved }: MoveInput, pools: Pools): Generator<readonly [ContentPath, ContentPath]> {
  const gone = new Set(pools.gone);
  const oldOf = new Map(Object.entries(moved).map(([from, to]) => [to, from]));
  const keyOfId = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, key]));
  for (const article of pools.fresh) {
    const named = oldOf.get(article.key) ?? (article.id === undefined ? undefined : keyOfId.get(article.id));
    if (named !== undefined && gone.has(named)) yield [article.key, named];
  }
}

interface Found {
  readonly pairs: readonly (readonly [ContentPath, ContentPath])[];
  readonly ambiguous: ReadonlyMap<ContentPath, readonly ContentPath[]>;
}

/**
 * Moves without an edit. An entry whose own source still exists gives up its article only if that source is
 * itself the unedited text of another entry (a swap, or a chain of renames); a copy takes nothing.
 */
function byText({ desired, recorded }: MoveInput, pools: Pools, taken: ReadonlyMap<ContentPath, ContentPath>): Found {
  const used = new Set(taken.values());
  const occupied = new Set(pools.changed.map((article) => article.key));
  const homes = new Map<string, ContentPath[]>();
  for (const key of [...pools.gone, ...occupied]) {
    const blob = oldBlob(recorded.articles[key], desired);
    if (blob !== undefined && !used.has(key)) homes.set(blob, [...(homes.get(blob) ?? []), key]);
  }
  const fresh = new Set(pools.fresh.map((article) => article.key));
  const pairs = new Map<ContentPath, ContentPath>();
  const ambiguous = new Map<ContentPath, readonly ContentPath[]>();
  for (const article of [...pools.fresh, ...pools.changed]) {
    if (taken.has(article.key)) continue;
    const all = homes.get(blobOf(article, desired) ?? '') ?? [];
    // A source that is still there gives its article up only where none is gone that fits.
    const free = all.filter((key) => !occupied.has(key));
    const candidates = free.length > 0 ? free : all;
    const sameName = candidates.filter((key) => baseName(key) === baseName(article.key));
    const [only, ...more] = sameName.length === 1 ? sameName : candidates;
    if (only !== undefined && more.length === 0) pairs.set(article.key, only);
    else if (only !== undefined && fresh.has(article.key)) ambiguous.set(article.key, candidates);
  }
  dropSharedHomes(pairs, ambiguous);
  dropUnfinished(pairs, occupied);
  return { pairs: [...pairs], ambiguous };
}

/** Two new files with the text of one old one: neither may claim it by guess. */
function dropSharedHomes(
  pairs: Map<ContentPath, ContentPath>,
  ambiguous: Map<ContentPath, readonly ContentPath[]>,
): void {
  const claims = new Map<ContentPath, ContentPath[]>();
  for (const [to, from] of pairs) claims.set(from, [...(claims.get(from) ?? []), to]);
  for (const [from, claimants] of claims) {
    if (claimants.length < 2) continue;
    const sameName = claimants.filter((to) => baseName(to) === baseName(from));
    for (const to of claimants) {
      if (sameName.length === 1 && sameName[0] === to) continue;
      pairs.delete(to);
      if (sameName.length !== 1) ambiguous.set(to, [from]);
    }
  }
}

/**
 * Drops pairs that would leave an article without a source although its file is still there, or a source with two
 * articles: a key that has both an entry and a source gives up its entry only if that moves on, and takes another
 * only then. Repeated until none is left to drop.
 */
function dropUnfinished(pairs: Map<ContentPath, ContentPath>, occupied: ReadonlySet<ContentPath>): void {
  for (let again = true; again; ) {
    again = false;
    const left = new Set(pairs.values());
    for (const [to, from] of pairs) {
      const staysPut = occupied.has(from) && !pairs.has(from);
      const keepsOwn = occupied.has(to) && !left.has(to);
      if (staysPut || keepsOwn) {
        pairs.delete(to);
        again = true;
      }
    }
  }
}

interface Candidate {
  readonly to: ContentPath;
  readonly from: ContentPath;
  readonly score: number;
}

/** Moves with an edit. Sources that stayed but became another text altogether count as gone and new at once. */
function bySimilarity(
  input: MoveInput,
  pools: Pools,
  taken: ReadonlyMap<ContentPath, ContentPath>,
  unsure: ReadonlyMap<ContentPath, readonly ContentPath[]>,
): Found {
  const used = new Set(taken.values());
  const broken = pools.changed.filter((article) => isBroken(article, input, taken));
  const homes = [
    ...pools.gone.filter((key) => input.recorded.articles[key]?.removed !== true),
    ...broken.map((article) => article.key),
  ]
    .filter((key) => !used.has(key))
    .flatMap((key) => {
      const words = input.oldWords(key);
      return words === null ? [] : [{ key, words }];
    });
  if (homes.length === 0) return { pairs: [], ambiguous: new Map() };
  const candidates: Candidate[] = [];
  for (const article of [...pools.fresh, ...broken]) {
    if (taken.has(article.key) || unsure.has(article.key)) continue;
    const words = input.newWords(article);
    for (const home of homes) {
      const score = similarity(words, home.words);
      if (score >= similarEnough && home.key !== article.key)
        candidates.push({ to: article.key, from: home.key, score });
    }
  }
  return settled(candidates, new Set(broken.map((article) => article.key)));
}

function isBroken(article: DesiredArticle, input: MoveInput, taken: ReadonlyMap<ContentPath, ContentPath>): boolean {
  if (taken.has(article.key)) return false;
  const old = input.oldWords(article.key);
  return old !== null && similarity(input.newWords(article), old) < similarEnough;
}

/**
 * Settles the candidates, and again without the sources that turn out to stay where they are: they neither give nor
 * take, and are nobody's rivals.
 */
function settled(candidates: readonly Candidate[], occupied: ReadonlySet<ContentPath>): Found {
  const found = settle(candidates, occupied);
  const taken = new Map(found.pairs);
  const stays = new Set([...occupied].filter((key) => !taken.has(key)));
  const left = candidates.filter(({ to, from }) => !stays.has(to) && !stays.has(from));
  return left.length === candidates.length ? found : settled(left, occupied);
}

/** Best pairs first; a pair with a rival that is as good is ambiguous. */
function settle(candidates: readonly Candidate[], occupied: ReadonlySet<ContentPath>): Found {
  const sorted = [...candidates].sort(
    (a, b) => b.score - a.score || byCodeUnit(a.to, b.to) || byCodeUnit(a.from, b.from),
  );
  const pairs = new Map<ContentPath, ContentPath>();
  const ambiguous = new Map<ContentPath, readonly ContentPath[]>();
  const used = new Set<ContentPath>();
  for (const best of sorted) {
    if (pairs.has(best.to) || ambiguous.has(best.to) || used.has(best.from)) continue;
    const rivals = sorted.filter(
      (other) =>
        other !== best &&
        best.score - other.score < tie &&
        !pairs.has(other.to) &&
        !used.has(other.from) &&
        (other.to === best.to || other.from === best.from) &&
        baseName(other.to) !== baseName(other.from),
    );
    if (rivals.length === 0 || baseName(best.to) === baseName(best.from)) {
      pairs.set(best.to, best.from);
      used.add(best.from);
    } else {
      const contested = [best, ...rivals];
      for (const to of new Set(contested.map((one) => one.to))) {
        ambiguous.set(to, [...new Set(contested.filter((one) => one.to === to).map((one) => one.from))]);
      }
    }
  }
  dropUnfinished(pairs, occupied);
  for (const key of occupied) ambiguous.delete(key);
  return { pairs: [...pairs], ambiguous };
}

const baseName = (path: ContentPath): string => path.slice(path.lastIndexOf('/') + 1);
