import type { ChildEdit, Container } from './container.ts';
import { mergeLines } from './merge-lines.ts';
import { type Pair, pairsOf } from './pairing.ts';

/** One block on its three sides, taken apart where something stands in it. */
export interface BlockSides<T> {
  readonly ours: T;
  readonly base: T;
  readonly theirs: T;
}

/**
 * Merges a block that both sides edited, by what stands in it: items of a list, rows and cells of a table, blocks of a
 * callout. What only one side touched is taken from it.
 *
 * @returns their edits made in ours; null where both edited the same
 */
export function mergeTree(texts: BlockSides<string>, opened: BlockSides<Container | null>): string | null {
  const settled = oneSided(texts);
  if (settled !== null) return settled;
  const { ours, base, theirs } = opened;
  if (ours === null || base === null || theirs === null) return isByLines(texts) ? byLines(texts) : null;
  if (ours.kind !== base.kind || base.kind !== theirs.kind) return null;
  const head = oneSided({ ours: ours.head, base: base.head, theirs: theirs.head });
  const edits = head === null ? null : editsOf({ ours, base, theirs });
  return edits === null ? null : ours.edited(edits, head === ours.head ? null : head);
}

/** What comes of three texts of which two are the same. */
function oneSided({ ours, base, theirs }: BlockSides<string>): string | null {
  if (ours === theirs || base === theirs) return ours;
  return base === ours ? theirs : null;
}

/** Code and HTML are merged as git does it; a line of text is one thing. */
function isByLines({ ours, base, theirs }: BlockSides<string>): boolean {
  return [ours, base, theirs].every((text) => /^(?:```|<[a-z])/.test(text));
}

function byLines({ ours, base, theirs }: BlockSides<string>): string | null {
  const merged = mergeLines(ours, base, theirs, { ours: '', theirs: '' });
  return merged.conflicts > 0 ? null : merged.text;
}

/** Their edits of what stands in a block, as edits of ours; null where they meet ours. */
function editsOf(sides: BlockSides<Container>): readonly ChildEdit[] | null {
  const { ours, base, theirs } = sides;
  const isHeaded = base.kind === 'table';
  const mine = sideOf(base.keys.length, pairsOf(base.keys, ours.keys, isHeaded), ours.keys.length);
  const other = sideOf(base.keys.length, pairsOf(base.keys, theirs.keys, isHeaded), theirs.keys.length);
  const edits: ChildEdit[] = [];
  for (let at = 0; at < base.keys.length; at += 1) {
    const [own, their] = [mine.placeOf.get(at), other.placeOf.get(at)];
    const isOursSame = own !== undefined && ours.keys[own] === base.keys[at];
    const isTheirsSame = their !== undefined && theirs.keys[their] === base.keys[at];
    if (isTheirsSame || (own === undefined && their === undefined)) continue;
    if (own === undefined || (their === undefined && !isOursSame)) return null;
    if (their === undefined) edits.push({ do: 'drop', at: own });
    else {
      const text = mergedChild(sides, { ours: own, base: at, theirs: their });
      if (text === null) return null;
      edits.push({ do: 'put', at: own, text });
    }
  }
  const added = additions(sides, mine, other);
  return added === null ? null : [...added, ...edits];
}

function mergedChild({ ours, base, theirs }: BlockSides<Container>, at: BlockSides<number>): string | null {
  // Keys are equal where the rest does not count, such as the number of an item.
  if (ours.keys[at.ours] === theirs.keys[at.theirs]) return ours.children[at.ours] ?? null;
  if (ours.keys[at.ours] === base.keys[at.base]) return theirs.children[at.theirs] ?? null;
  return mergeTree(
    {
      ours: ours.children[at.ours] ?? '',
      base: base.children[at.base] ?? '',
      theirs: theirs.children[at.theirs] ?? '',
    },
    { ours: ours.open(at.ours), base: base.open(at.base), theirs: theirs.open(at.theirs) },
  );
}

/** What became of a list on one side. */
interface Side {
  /** Where each place is now; those that went are left out. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** What is new: its place, by the gap it was put in; gap 0 is before the first place of the list. */
  readonly added: ReadonlyMap<number, readonly number[]>;
}

function sideOf(length: number, pairs: readonly Pair[], newLength: number): Side {
  const added = new Map<number, readonly number[]>();
  let [gap, next] = [0, 0];
  for (const [before, after] of [...pairs, [length, newLength] as const]) {
    const fresh = Array.from({ length: after - next }, (_, offset) => next + offset);
    if (fresh.length > 0) added.set(gap, fresh);
    [gap, next] = [before + 1, after + 1];
  }
  return { placeOf: new Map(pairs), added };
}

/** What they put in; null where we put in something else at the same place. */
function additions(
  { ours, base, theirs }: BlockSides<Container>,
  mine: Side,
  other: Side,
): readonly ChildEdit[] | null {
  const edits: ChildEdit[] = [];
  // A gap goes on over what either side took out: nobody can tell on which side of it something new belongs.
  const groupOf = [0];
  for (let at = 0; at < base.keys.length; at += 1) {
    const isGone = !mine.placeOf.has(at) || !other.placeOf.has(at);
    groupOf.push((groupOf[at] ?? 0) + (isGone ? 0 : 1));
  }
  const keysIn = (side: Side, keys: readonly string[], group: number): string =>
    JSON.stringify(
      [...side.added].flatMap(([gap, places]) => (groupOf[gap] === group ? places.map((at) => keys[at]) : [])),
    );
  for (const [gap, places] of other.added) {
    const group = groupOf[gap] ?? 0;
    const own = keysIn(mine, ours.keys, group);
    if (own === keysIn(other, theirs.keys, group)) continue;
    if (own !== '[]') return null;
    const before = [...mine.placeOf].reduce((last, [at, place]) => (at < gap ? Math.max(last, place + 1) : last), 0);
    edits.push(...places.map((at): ChildEdit => ({ do: 'add', at: before, text: theirs.children[at] ?? '' })));
  }
  return edits;
}
