import { mergeLines } from '../../text/merge-lines.ts';
import { pairsOf } from '../../text/pairing.ts';
import type { Pair } from '../../text/same-places.ts';
import type { ChildEdit, Container } from './container.ts';

/** One block on its three sides, taken apart where something stands in it. */
export interface BlockSides<T> {
  readonly ours: T;
  readonly base: T;
  readonly theirs: T;
}

/** A block with edits of both sides. */
export interface MergedTree {
  readonly text: string;
  /** What both edited and is left as ours: their text, by the place in ours: `/2/0` is the first in the third. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Takes one side apart; null where nothing stands in it. */
export type OpenSide = (side: keyof BlockSides<unknown>) => Container | null;

/**
 * Merges a block that both sides edited, by what stands in it: items of a list, rows and cells of a table, blocks of a
 * callout. What only one side touched is taken from it.
 *
 * @param path place of the block; null where no conflict can be marked in it
 * @returns their edits made in ours; null where both edited the same, and it cannot be told where
 */
export function mergeTree(texts: BlockSides<string>, open: OpenSide, path: string | null): MergedTree | null {
  const settled = oneSided(texts);
  if (settled !== null) return { text: settled, marks: noMarks };
  const [ours, base, theirs] = [open('ours'), open('base'), open('theirs')];
  if (ours === null || base === null || theirs === null) return byLines(texts);
  if (ours.kind !== base.kind || base.kind !== theirs.kind) return null;
  const head = oneSided({ ours: ours.head, base: base.head, theirs: theirs.head });
  const marks = new Map<string, string>();
  const edits = head === null ? null : editsOf({ ours, base, theirs }, ours.isBare ? path : null, marks);
  const text = edits === null ? null : ours.edited(edits, head === ours.head ? null : head);
  return text === null ? null : { text, marks };
}

/** What comes of three texts of which two are the same. */
function oneSided({ ours, base, theirs }: BlockSides<string>): string | null {
  if (ours === theirs || base === theirs) return ours;
  return base === ours ? theirs : null;
}

const noMarks: MergedTree['marks'] = new Map();

/** Code and HTML are merged as git does it; a line of text is one thing. */
function byLines({ ours, base, theirs }: BlockSides<string>): MergedTree | null {
  if (![ours, base, theirs].every((text) => /^(?:```|<[a-z])/.test(text))) return null;
  const merged = mergeLines(ours, base, theirs, { ours: '', theirs: '' });
  return merged.conflicts > 0 ? null : { text: merged.text, marks: noMarks };
}

/** Their edits of what stands in a block, as edits of ours; null where they meet ours and that cannot be marked. */
function editsOf(
  sides: BlockSides<Container>,
  path: string | null,
  marks: Map<string, string>,
): readonly ChildEdit[] | null {
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
      const place = path === null ? null : `${path}/${own}`;
      const merged = mergedChild(sides, { ours: own, base: at, theirs: their }, place);
      if (merged === null && place === null) return null;
      if (merged === null) marks.set(place ?? '', theirs.children[their] ?? '');
      else edits.push({ do: 'put', at: own, text: merged.text });
      for (const [inner, text] of merged?.marks ?? []) marks.set(inner, text);
    }
  }
  const added = additions(sides, mine, other);
  return added === null ? null : [...added, ...edits];
}

function mergedChild(
  { ours, base, theirs }: BlockSides<Container>,
  at: BlockSides<number>,
  path: string | null,
): MergedTree | null {
  const taken = (text: string | undefined) => (text === undefined ? null : { text, marks: noMarks });
  // Keys are equal where the rest does not count, such as the number of an item.
  if (ours.keys[at.ours] === theirs.keys[at.theirs]) return taken(ours.children[at.ours]);
  if (ours.keys[at.ours] === base.keys[at.base]) return taken(theirs.children[at.theirs]);
  return mergeTree(
    {
      ours: ours.children[at.ours] ?? '',
      base: base.children[at.base] ?? '',
      theirs: theirs.children[at.theirs] ?? '',
    },
    (side) => ({ ours, base, theirs })[side].open(at[side]),
    path,
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
