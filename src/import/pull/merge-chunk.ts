import { conflictText, type Labels, mergeLines } from '../../text/merge-lines.ts';
import { type Carried, carry, type WriteText, writeByWords } from './carry.ts';
import type { Container } from './container.ts';
import { openLines } from './line-container.ts';
import { type MergedTree, mergeTree } from './merge-tree.ts';
import type { Normal } from './normal.ts';
import { restyle } from './restyle.ts';

/** A stretch of a body on its three sides. */
export interface ChunkMerge {
  /** As somebody wrote it. */
  readonly written: string;
  /** Blocks of its normal form. */
  readonly ours: readonly string[];
  /** Normal forms of what was published and of what Intercom has. */
  readonly base: string;
  readonly theirs: string;
  /** The source as it was last published, where somebody has it. */
  readonly published: string | null;
  readonly normal: Normal;
  readonly labels: Labels;
}

/** A stretch with their edits in it. */
export interface MergedChunk {
  readonly text: string;
  /** Blocks it comes to; null with a conflict. */
  readonly normal: readonly string[] | null;
  readonly conflicts: number;
  readonly writtenOut: readonly string[];
}

/** Merges a stretch in normal form, and makes their edits in it as it is written. */
export function mergeChunk(merge: ChunkMerge): MergedChunk {
  const { written, ours, base, theirs, normal, labels } = merge;
  const before = ours.join('\n\n');
  const sides = { ours: before, base, theirs };
  const tree = mergeTree(sides, (side) => openLines(sides[side], 'blocks', normal.readers.normal), '');
  const isWhole = tree !== null && tree.marks.size === 0;
  const lines = isWhole ? { text: tree.text, conflicts: 0 } : mergeLines(before, base, theirs, labels);
  if (lines.conflicts > 0) {
    const isNormal = written === before && normal.isOurs;
    const untouched = editUntouched(merge);
    if (untouched !== null || isNormal) return untouched ?? { ...lines, normal: null, writtenOut: [] };
    return (tree === null ? null : marked(tree, before, merge)) ?? conflictIn(merge, []);
  }
  const blocks = settledBlocks(lines.text, merge);
  const edited = blocks.join('\n\n');
  if (edited === before) return done(written, blocks);
  if (written === before) return done(normal.spell(blocks), blocks);
  return carriedOver({ written, normal: before, edited }, blocks, merge);
}

/** Every side of a stretch taken apart, for carrying an edit over. */
function styled({ written, normal, edited }: Carried<string>, { readers }: Normal): Carried<Container | null> {
  const open = (text: string): Container | null => openLines(text, 'blocks', readers.style);
  return { written: open(written), normal: open(normal), edited: open(edited) };
}

/** Markers around no more than what both edited; null where that cannot be found in what is written. */
function marked(tree: MergedTree, before: string, merge: ChunkMerge): MergedChunk | null {
  const { written, normal, labels } = merge;
  // Places are counted without what keeps two lists apart.
  if (/<!--\s*-->/.test(before)) return null;
  const blocks = settledBlocks(tree.text, merge);
  const texts = { written, normal: before, edited: blocks.join('\n\n') };
  if (!normal.isOurs) return null;
  const opened = styled(texts, normal);
  const write = kept(texts, opened, blocks, merge);
  if (write === null) return null;
  const bothSides = (ours: string, theirs: string): string => conflictText(ours, theirs, labels);
  const text = carry(texts, opened, write.by, { marks: tree.marks, write: bothSides });
  const conflicts = text.match(/^<{7} /gm)?.length ?? 0;
  return conflicts === tree.marks.size ? { text, normal: null, conflicts, writtenOut: [] } : null;
}

const done = (text: string, normal: readonly string[]): MergedChunk => ({ text, normal, conflicts: 0, writtenOut: [] });

function conflictIn({ written, theirs, normal, labels }: ChunkMerge, writtenOut: readonly string[]): MergedChunk {
  const shown = normal.isOurs ? theirs : normal.spell(normal.blocksOf(theirs));
  return { text: conflictText(written, shown, labels), normal: null, conflicts: 1, writtenOut };
}

/** Blocks of a merged text. Those with edits of both sides are brought into normal form again: columns, numbers. */
function settledBlocks(merged: string, { ours, theirs, normal }: ChunkMerge): readonly string[] {
  const known = new Set([...ours, ...normal.blocksOf(theirs)]);
  return normal
    .blocksOf(merged)
    .flatMap((block) => (known.has(block) || /^[\s>\d.-]*#{1,6} /m.test(block) ? [block] : normal.normalOf(block)));
}

/** Their edits made in what is written, as much of it kept as can be. */
function carriedOver(texts: Carried<string>, blocks: readonly string[], merge: ChunkMerge): MergedChunk {
  const { normal } = merge;
  const write = normal.isOurs ? kept(texts, styled(texts, normal), blocks, merge) : null;
  if (write !== null) return done(write.text, blocks);
  const restyled = restyle(texts.written, texts.normal, texts.edited);
  const isSpelled = restyled !== null && (normal.isOurs || !saysOurs(texts.written, restyled));
  if (restyled !== null && isSpelled && normal.comesTo(restyled, blocks)) return done(restyled, blocks);
  const spelled = normal.spell(blocks);
  const writtenOut = normal.loses(texts.written, spelled);
  return writtenOut.length > 0 ? conflictIn(merge, writtenOut) : done(spelled, blocks);
}

/** What another tool does not read. */
const ours = /^[ \t>]*(?:> ?\[!|:{3,}(?:callout|center|right|justify)\b|<details>|<!-- tight -->)|:button\[/gm;

/** Whether more of it is in a text than was. */
function saysOurs(before: string, after: string): boolean {
  return (after.match(ours)?.length ?? 0) > (before.match(ours)?.length ?? 0);
}

/** What comes of the way to write text with which an edit is right and writes nothing out; null where none does. */
function kept(
  texts: Carried<string>,
  opened: Carried<Container | null>,
  blocks: readonly string[],
  { normal }: ChunkMerge,
): { readonly text: string; readonly by: WriteText } | null {
  const writeExactly: WriteText = (one) => {
    const text = restyle(one.written, one.normal, one.edited);
    return text !== null && normal.comesTo(text, [one.edited]) ? text : one.edited;
  };
  for (const by of [writeByWords, writeExactly]) {
    let isLost = false;
    const text = carry(texts, opened, (one) => {
      const result = by(one);
      isLost ||= normal.loses(one.written, result).length > 0;
      return result;
    });
    if (!isLost && normal.comesTo(text, blocks)) return { text, by };
  }
  return null;
}

/**
 * A stretch that nobody edited here, and that comes to something else than was published only because a variable or a
 * snippet changed: their edit is made in it word by word.
 *
 * @returns null where it was edited, or where the edit meets what changed
 */
function editUntouched({ written, ours, base, theirs, published, normal }: ChunkMerge): MergedChunk | null {
  const isUntouched = published !== null && written !== '' && `\n${published}\n`.includes(`\n${written}\n`);
  const text = isUntouched ? restyle(written, base, theirs) : null;
  const expected = isUntouched ? restyle(ours.join('\n\n'), base, theirs) : null;
  if (text === null || expected === null) return null;
  const blocks = normal.blocksOf(expected);
  return normal.comesTo(text, blocks) ? done(text, blocks) : null;
}
