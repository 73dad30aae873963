import { diffArrays } from 'diff';
import { alignLines } from './align-lines.ts';

/** One item beside what became of it; null where it is in one of the two lists only. */
export interface Aligned<Item> {
  readonly before: Item | null;
  readonly after: Item | null;
}

/** How items are compared. */
export interface Look<Item> {
  /** Items with one key are the same. */
  key(item: Item): string;
  /** The words that tell whether one item is another that was changed. */
  text(item: Item): string;
  /** Whether it is space, which says nothing of its own about what became of what. */
  isBlank(item: Item): boolean;
}

/** Edits after which two lists are no longer compared closely: the work grows with their square. */
const mostEdits = 1500;

/**
 * Puts the items of two lists beside each other: equal ones, and those that are most alike where others changed.
 *
 * @returns every item of both once, each list in its order. Where items of both have nothing in common, those of the
 *   first come first
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  look: Look<Item>,
): readonly Aligned<Item>[] {
  const [older, newer] = [stanzas(before, look), stanzas(after, look)];
  const found: Aligned<Item>[] = [];
  let [at, to] = [0, 0];
  for (const run of runsOf(older, newer, look)) {
    if (run.same) {
      for (let step = 0; step < run.older; step += 1)
        for (const pair of both(older[at + step], newer[to + step])) found.push(pair);
    } else {
      // One by one: as the arguments of a call, a hundred thousand would be more than its stack has room for.
      for (const pair of changed(older.slice(at, at + run.older), newer.slice(to, to + run.newer), look))
        found.push(pair);
    }
    at += run.older;
    to += run.newer;
  }
  return found;
}

/** An item with the blank ones after it. */
interface Stanza<Item> {
  readonly item: Item;
  readonly blanks: readonly Item[];
}

function stanzas<Item>(items: readonly Item[], look: Look<Item>): readonly Stanza<Item>[] {
  const found: { item: Item; blanks: Item[] }[] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last !== undefined && look.isBlank(item)) last.blanks.push(item);
    else found.push({ item, blanks: [] });
  }
  return found;
}

interface Run {
  readonly same: boolean;
  readonly older: number;
  readonly newer: number;
}

function runsOf<Item>(
  older: readonly Stanza<Item>[],
  newer: readonly Stanza<Item>[],
  look: Look<Item>,
): readonly Run[] {
  const keys = (list: readonly Stanza<Item>[]): string[] => list.map(({ item }) => look.key(item));
  const found = diffArrays(keys(older), keys(newer), { maxEditLength: mostEdits });
  const runs: Run[] = [];
  for (const { added, removed, count } of found ?? []) {
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ same: true, older: count, newer: count });
    else if (last === undefined || last.same)
      runs.push({ same: false, older: removed ? count : 0, newer: added ? count : 0 });
    else
      runs[runs.length - 1] = {
        ...last,
        older: last.older + (removed ? count : 0),
        newer: last.newer + (added ? count : 0),
      };
  }
  return found === undefined ? [{ same: false, older: older.length, newer: newer.length }] : runs;
}

function changed<Item>(
  older: readonly Stanza<Item>[],
  newer: readonly Stanza<Item>[],
  look: Look<Item>,
): readonly Aligned<Item>[] {
  const found: Aligned<Item>[] = [];
  let [gone, come]: [Stanza<Item>[], Stanza<Item>[]] = [[], []];
  const texts = (list: readonly Stanza<Item>[]): string[] => list.map(({ item }) => look.text(item));
  for (const [a, b] of [...alignLines(texts(older), texts(newer)), [null, null] as const]) {
    const [before, after] = [a === null ? undefined : older[a], b === null ? undefined : newer[b]];
    if (before !== undefined && after === undefined) gone.push(before);
    else if (before === undefined && after !== undefined) come.push(after);
    else {
      for (const pair of replaced(gone, come)) found.push(pair);
      for (const pair of both(before, after)) found.push(pair);
      [gone, come] = [[], []];
    }
  }
  return found;
}

/** Items that went, then those that came; what is blank behind both is behind the two together. */
function replaced<Item>(gone: readonly Stanza<Item>[], come: readonly Stanza<Item>[]): readonly Aligned<Item>[] {
  const [lastGone, lastCome] = [gone.at(-1), come.at(-1)];
  if (lastGone === undefined || lastCome === undefined) return [...gone.flatMap(went), ...come.flatMap(came)];
  return [
    ...gone.slice(0, -1).flatMap(went),
    { before: lastGone.item, after: null },
    ...come.slice(0, -1).flatMap(came),
    { before: null, after: lastCome.item },
    ...blanksBehind(lastGone, lastCome),
  ];
}

function went<Item>({ item, blanks }: Stanza<Item>): readonly Aligned<Item>[] {
  return [item, ...blanks].map((before) => ({ before, after: null }));
}

function came<Item>({ item, blanks }: Stanza<Item>): readonly Aligned<Item>[] {
  return [item, ...blanks].map((after) => ({ before: null, after }));
}

function both<Item>(older: Stanza<Item> | undefined, newer: Stanza<Item> | undefined): readonly Aligned<Item>[] {
  if (older === undefined || newer === undefined) return [];
  return [{ before: older.item, after: newer.item }, ...blanksBehind(older, newer)];
}

function blanksBehind<Item>(older: Stanza<Item>, newer: Stanza<Item>): readonly Aligned<Item>[] {
  const length = Math.max(older.blanks.length, newer.blanks.length);
  return Array.from({ length }, (_, index) => ({
    before: older.blanks[index] ?? null,
    after: newer.blanks[index] ?? null,
  }));
}
