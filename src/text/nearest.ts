import { distance } from 'fastest-levenshtein';

/** Names that one is compared with: with more, a text of unknown names would take their number times its own. */
const mostCompared = 500;

/**
 * The name that a person most likely meant by one that is not there: the one with the fewest differences, whatever the
 * case, or null when none is near.
 *
 * @param name what was written
 * @param candidates what there is; of the first 500 the nearest is taken
 */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  const folded = fold(name);
  let best: Near = { candidate: null, cost: allowed(folded) + 1 };
  for (const candidate of candidates.slice(0, mostCompared))
    best = nearer(best, candidate, distance(folded, fold(candidate)));
  return best.candidate;
}

interface Near {
  readonly candidate: string | null;
  readonly cost: number;
}

const nearer = (best: Near, candidate: string, cost: number): Near => (cost < best.cost ? { candidate, cost } : best);

/** Differences that a slip of the pen may have. */
const allowed = (name: string): number => (name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length * 0.4)));

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
