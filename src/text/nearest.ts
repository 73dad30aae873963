import { distance } from 'fastest-levenshtein';

/** Names that one is compared with: with more, a text of unknown names would take their number times its own. */
const mostCompared = 500;

/**
 * The name that a person most likely meant by one that is not there: the one with the fewest slips of the pen, whatever
 * the case. Null when none is near, and when two are equally near: a wrong name is worse than none.
 *
 * @param name what was written
 * @param candidates what there is; of the first 500 the nearest is taken
 */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  const folded = fold(name);
  let best: Near = { candidate: null, folded: '', cost: slipsAllowed(folded) + 1 };
  for (const candidate of candidates.slice(0, mostCompared)) {
    const other = fold(candidate);
    const cost = slipsBetween(folded, other);
    if (cost < best.cost) best = { candidate, folded: other, cost };
    else if (cost === best.cost && best.candidate !== null && other !== best.folded)
      best = { ...best, candidate: null };
  }
  return best.candidate;
}

interface Near {
  /** Null while none is near enough, and between two that are equally near. */
  readonly candidate: string | null;
  readonly folded: string;
  readonly cost: number;
}

/**
 * How many slips a name may have: of two letters none, or every other name would be meant by it; one up to five letters,
 * two up to eleven, and three in longer ones.
 */
function slipsAllowed(name: string): number {
  if (name.length <= 2) return 0;
  if (name.length <= 5) return 1;
  return name.length <= 11 ? 2 : 3;
}

/** Letters that are missing, too many or wrong; two that changed places are one slip. */
export function slipsBetween(a: string, b: string): number {
  return isSwapped(a, b) ? 1 : distance(a, b);
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at !== -1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
