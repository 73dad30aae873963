import { counted, likenessOf, type Words, wordsInOrder } from './likeness.ts';

/** Texts that are nearly the same. */
export interface NearTexts {
  /** Places in the list that was given, ascending; two at least. */
  readonly members: readonly number[];
  /** Share of all words that the two of them have in common that are least alike of those that were compared. */
  readonly likeness: number;
}

/** What makes texts nearly the same. */
export interface NearBounds {
  /** Share of all words that two have in common, at least. */
  readonly words: number;
  /** The same of all runs of three words: what is put together from the same words can be another text. */
  readonly runs: number;
  /** Words that a text has at least: short ones are alike by chance. */
  readonly fewest: number;
}

/** Texts with a run of words that are looked through for one that is like another: what more have is a form. */
const mostWithRun = 64;
/** Texts that are compared with one, those first that have most runs in common with it. */
const mostCompared = 16;

interface Prepared {
  readonly words: Words;
  /** Runs of three words, as numbers; two that are not the same may have the same number, once in a long time. */
  readonly runs: readonly number[];
}

/**
 * Finds texts that are nearly the same, among thousands: only those are compared that have rare runs of words in
 * common. Two texts that have a share of their runs in common have one of the rarest of each in common, if those that
 * are looked at are so many that the rest alone would not be that share.
 *
 * @returns groups that have no text in common, in the order of their first text
 */
export function nearTexts(texts: readonly string[], bounds: NearBounds): readonly NearTexts[] {
  const prepared = prepare(texts, bounds.fewest);
  const spread = new Map<number, number>();
  for (const one of prepared) for (const run of new Set(one?.runs)) spread.set(run, (spread.get(run) ?? 0) + 1);
  const holders = new Map<number, number[]>();
  const groups = new Groups();
  for (const [at, one] of prepared.entries()) {
    if (one === null) continue;
    const rare = rarest(one.runs, spread, bounds.runs);
    for (const other of candidates(rare, holders)) {
      const like = likeness(one, prepared[other] ?? null, bounds);
      if (like !== null) groups.join(other, at, like);
    }
    for (const run of rare) {
      const known = holders.get(run);
      if (known === undefined) holders.set(run, [at]);
      else if (known.length < mostWithRun) known.push(at);
    }
  }
  return groups.all();
}

function prepare(texts: readonly string[], fewest: number): readonly (Prepared | null)[] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, known);
    return known;
  };
  return texts.map((text) => {
    const words = wordsInOrder(text.toLowerCase());
    if (words.length < fewest) return null;
    const ids = words.map(numberOf);
    const runs = ids.slice(2).map((id, at) => mixed(mixed(ids[at] ?? 0, ids[at + 1] ?? 0), id));
    return { words: counted(words), runs };
  });
}

/** One number of two, spread over 32 bits. */
function mixed(a: number, b: number): number {
  const sum = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b ^ (b >>> 13), 0x297a2d39);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** The rarest runs of a text, without those that no other has: see `nearTexts`. */
function rarest(runs: readonly number[], spread: ReadonlyMap<number, number>, share: number): readonly number[] {
  const sorted = [...new Set(runs)].sort((a, b) => (spread.get(a) ?? 0) - (spread.get(b) ?? 0) || a - b);
  // Of two texts with this share of their runs in common, the longer one has at least so much of it.
  const inCommon = Math.ceil((sorted.length * share) / (2 - share));
  return sorted.slice(0, sorted.length - inCommon + 1).filter((run) => (spread.get(run) ?? 0) > 1);
}

function candidates(rare: readonly number[], holders: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const times = new Map<number, number>();
  for (const run of rare) for (const at of holders.get(run) ?? []) times.set(at, (times.get(at) ?? 0) + 1);
  return [...times]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)
    .slice(0, mostCompared)
    .map(([at]) => at);
}

/** How alike two texts are; null where they are not alike enough. */
function likeness(a: Prepared, b: Prepared | null, bounds: NearBounds): number | null {
  if (b === null) return null;
  const like = likenessOf(a.words, b.words);
  if (like < bounds.words) return null;
  return likenessOf(counted(a.runs.map(String)), counted(b.runs.map(String))) < bounds.runs ? null : like;
}

/** What belongs together, because it was joined pair by pair. */
class Groups {
  readonly #groupOf = new Map<number, { members: number[]; likeness: number }>();

  join(a: number, b: number, likeness: number): void {
    const [first, second] = [this.#of(a), this.#of(b)];
    first.likeness = Math.min(first.likeness, second.likeness, likeness);
    if (first === second) return;
    first.members.push(...second.members);
    for (const member of second.members) this.#groupOf.set(member, first);
  }

  #of(one: number): { members: number[]; likeness: number } {
    const known = this.#groupOf.get(one) ?? { members: [one], likeness: 1 };
    this.#groupOf.set(one, known);
    return known;
  }

  all(): readonly NearTexts[] {
    return [...new Set(this.#groupOf.values())]
      .map(({ members, likeness }) => ({ members: members.sort((a, b) => a - b), likeness }))
      .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  }
}
