/** One line beside another, or beside nothing: places in the two lists. */
export type LinePair = readonly [before: number, after: number] | readonly [number, null] | readonly [null, number];

/** Share of the words that two lines must have in common to be one line that was changed. */
const leastLikeness = 0.4;

/** Pairs of lines that are looked at closely. Past it lines are not paired at all. */
const mostPairs = 10_000;

/**
 * Pairs the lines of two texts that are most alike, in order.
 *
 * @returns every line of both once; where neither goes with the other, those before come first
 */
export function alignLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  if (before.length * after.length > mostPairs) return [...alone(before, 0), ...alone(after, 1)];
  const [old, young] = [before.map(wordsOf), after.map(wordsOf)];
  const likeness = old.map((a) => young.map((b) => likenessOf(a, b)));
  const best = bestTotals(likeness, after.length);
  const pairs: LinePair[] = [];
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length) {
    const score = likeness[a]?.[b] ?? 0;
    const total = best[a]?.[b] ?? 0;
    if (score > 0 && total === score + (best[a + 1]?.[b + 1] ?? 0)) pairs.push([a++, b++]);
    else if (total === (best[a + 1]?.[b] ?? 0)) pairs.push([a++, null]);
    else pairs.push([null, b++]);
  }
  return [...pairs, ...alone(before, 0, a), ...alone(after, 1, b)];
}

function alone(lines: readonly string[], side: 0 | 1, from = 0): readonly LinePair[] {
  return lines.slice(from).map((_, index): LinePair => (side === 0 ? [from + index, null] : [null, from + index]));
}

/** The best sum of likenesses from each pair of places to the end. */
function bestTotals(likeness: readonly (readonly number[])[], columns: number): readonly (readonly number[])[] {
  const best = Array.from({ length: likeness.length + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let a = likeness.length - 1; a >= 0; a -= 1) {
    const [row, below] = [best[a] ?? [], best[a + 1] ?? []];
    for (let b = columns - 1; b >= 0; b -= 1) {
      const score = likeness[a]?.[b] ?? 0;
      row[b] = Math.max(below[b] ?? 0, row[b + 1] ?? 0, score > 0 ? score + (below[b + 1] ?? 0) : 0);
    }
  }
  return best;
}

/** Words and how often each stands in a line. */
interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function wordsOf(line: string): Words {
  const counts = new Map<string, number>();
  const words = line.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? line.match(/\S/gu) ?? [];
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Share of common words, 0 to 1; 0 for what is too little. */
function likenessOf(a: Words, b: Words): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  const share = (2 * common) / (a.size + b.size);
  return share < leastLikeness ? 0 : share;
}
