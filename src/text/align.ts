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
const MAX_EDITS = 1500;

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
  const [old, young] = [stanzas(before, look), stanzas(after, look)];
  const found: Aligned<Item>[] = [];
  let [at, to] = [0, 0];
  for (const run of runsOf(old, young, look)) {
    if (run.same) {
      for (let step = 0; step < run.old; step += 1)
        for (const pair of both(old[at + step], young[to + step])) found.push(pair);
    } else {
      // One by one: as the arguments of a call, a hundred thousand would be more than its stack has room for.
      for (const pair of changed(old.slice(at, at + run.old), young.slice(to, to + run.young), look)) found.push(pair);
    }
    at += run.old;
    to += run.young;
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
  readonly old: number;
  readonly young: number;
}

function runsOf<Item>(old: readonly Stanza<Item>[], young: readonly Stanza<Item>[], look: Look<Item>): readonly Run[] {
  const keys = (list: readonly Stanza<Item>[]): string[] => list.map(({ item }) => look.key(item));
  const found = diffArrays(keys(old), keys(young), { maxEditLength: MAX_EDITS });
  const runs: Run[] = [];
  for (const { added, removed, count } of found ?? []) {
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ same: true, old: count, young: count });
    else if (last === undefined || last.same)
      runs.push({ same: false, old: removed ? count : 0, young: added ? count : 0 });
    else
      runs[runs.length - 1] = {
        ...last,
        old: last.old + (removed ? count : 0),
        young: last.young + (added ? count : 0),
      };
  }
  return found === undefined ? [{ same: false, old: old.length, young: young.length }] : runs;
}

function changed<Item>(
  old: readonly Stanza<Item>[],
  young: readonly Stanza<Item>[],
  look: Look<Item>,
): readonly Aligned<Item>[] {
  const found: Aligned<Item>[] = [];
  let [gone, come]: [Stanza<Item>[], Stanza<Item>[]] = [[], []];
  const texts = (list: readonly Stanza<Item>[]): string[] => list.map(({ item }) => look.text(item));
  for (const [a, b] of [...alignLines(texts(old), texts(young)), [null, null] as const]) {
    const [before, after] = [a === null ? undefined : old[a], b === null ? undefined : young[b]];
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

function both<Item>(old: Stanza<Item> | undefined, young: Stanza<Item> | undefined): readonly Aligned<Item>[] {
  if (old === undefined || young === undefined) return [];
  return [{ before: old.item, after: young.item }, ...blanksBehind(old, young)];
}

function blanksBehind<Item>(old: Stanza<Item>, young: Stanza<Item>): readonly Aligned<Item>[] {
  const length = Math.max(old.blanks.length, young.blanks.length);
  return Array.from({ length }, (_, index) => ({
    before: old.blanks[index] ?? null,
    after: young.blanks[index] ?? null,
  }));
}
