import type { ContentPath } from '../model/article.ts';
import { blobOf, type Found, type MoveInput, oldBlob, type Pools } from './move-pools.ts';
import { bySimilarity } from './moves-by-similarity.ts';
import { byText } from './moves-by-text.ts';

/** Which new path was which old one. */
export interface Moves {
  /** New key → old key. */
  readonly moves: ReadonlyMap<ContentPath, ContentPath>;
  /** New keys that more than one old key fits equally well. */
  readonly ambiguous: ReadonlyMap<ContentPath, readonly ContentPath[]>;
}

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
