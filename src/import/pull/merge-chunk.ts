import { type Carried, carry, type WriteText, writeByWords } from './carry.ts';
import type { Container } from './container.ts';
import { openLines } from './line-container.ts';
import { conflictText, type Labels, mergeLines } from './merge-lines.ts';
import { mergeTree } from './merge-tree.ts';
import { losesMarks, type Normal } from './normal.ts';
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
  const open = (text: string): Container | null => openLines(text, 'blocks', normal.readers.normal);
  const tree = mergeTree(
    { ours: before, base, theirs },
    { ours: open(before), base: open(base), theirs: open(theirs) },
  );
  const lines = tree === null ? mergeLines(before, base, theirs, labels) : { text: tree, conflicts: 0 };
  if (lines.conflicts > 0) {
    const isNormal = written === before;
    return editUntouched(merge) ?? (isNormal ? { ...lines, normal: null, writtenOut: [] } : conflictIn(merge, []));
  }
  const blocks = settledBlocks(lines.text, merge);
  const edited = blocks.join('\n\n');
  if (edited === before) return done(written, blocks);
  if (written === before) return done(edited, blocks);
  const texts = { written, normal: before, edited };
  const styled = (text: string): Container | null => openLines(text, 'blocks', normal.readers.style);
  const opened = { written: styled(written), normal: styled(before), edited: styled(edited) };
  return carriedOver(texts, opened, blocks, merge);
}

const done = (text: string, normal: readonly string[]): MergedChunk => ({ text, normal, conflicts: 0, writtenOut: [] });

function conflictIn({ written, theirs, labels }: ChunkMerge, writtenOut: readonly string[]): MergedChunk {
  return { text: conflictText(written, theirs, labels), normal: null, conflicts: 1, writtenOut };
}

/** Blocks of a merged text. Those with edits of both sides are brought into normal form again: columns, numbers. */
function settledBlocks(merged: string, { ours, theirs, normal }: ChunkMerge): readonly string[] {
  const known = new Set([...ours, ...normal.blocksOf(theirs)]);
  return normal
    .blocksOf(merged)
    .flatMap((block) => (known.has(block) || /^[\s>\d.-]*#{1,6} /m.test(block) ? [block] : normal.normalOf(block)));
}

/** Their edits made in what is written, as much of it kept as can be. */
function carriedOver(
  texts: Carried<string>,
  opened: Carried<Container | null>,
  blocks: readonly string[],
  merge: ChunkMerge,
): MergedChunk {
  const { normal } = merge;
  const lost = new Set<string>();
  const careful =
    (write: WriteText): WriteText =>
    (one) => {
      const text = write(one);
      for (const mark of losesMarks(one.written, text)) lost.add(mark);
      return text;
    };
  const writeExactly: WriteText = (one) => {
    const text = restyle(one.written, one.normal, one.edited);
    return text !== null && normal.comesTo(text, [one.edited]) ? text : one.edited;
  };
  for (const write of [writeByWords, writeExactly]) {
    lost.clear();
    const text = carry(texts, opened, careful(write));
    if (lost.size === 0 && normal.comesTo(text, blocks)) return done(text, blocks);
  }
  const restyled = restyle(texts.written, texts.normal, texts.edited);
  if (restyled !== null && normal.comesTo(restyled, blocks)) return done(restyled, blocks);
  const writtenOut = losesMarks(texts.written, texts.edited);
  return writtenOut.length > 0 ? conflictIn(merge, writtenOut) : done(texts.edited, blocks);
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
