import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { baseName, dropUnfinished, type Found, type MoveInput, type Pools } from './move-pools.ts';
import { similarEnough, similarity } from './similarity.ts';

/** Two candidates whose scores differ by less than this are equally good. */
const tie = 0.05;

interface Candidate {
  readonly to: ContentPath;
  readonly from: ContentPath;
  readonly score: number;
}

/** Moves with an edit. Sources that stayed but became another text altogether count as gone and new at once. */
export function bySimilarity(
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
