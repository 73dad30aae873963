import { trimEnd } from '../../body/white-space.ts';
import { conflictText, type Labels } from '../../text/merge-lines.ts';
import { type Region, regionsOf, type Span } from '../../text/regions.ts';
import { type Cell, cellsOf } from './cells.ts';
import { mergeChunk } from './merge-chunk.ts';
import type { Normal } from './normal.ts';
import type { Piece } from './pieces.ts';

/** One body on its three sides. Blocks are outermost blocks of a normal form, in order. */
export interface BodyMerge {
  /** The body as somebody wrote it. */
  readonly written: string;
  /** The source as it was last published, where somebody has it. */
  readonly published: string | null;
  /** Its outermost blocks. */
  readonly pieces: readonly Piece[];
  /** Whether its first heading is the title, and so no part of what is merged. */
  readonly hasTitle: boolean;
  /** Blocks of its normal form. */
  readonly ours: readonly string[];
  /** Blocks of what was last published; null where nobody has it any more. */
  readonly base: readonly string[] | null;
  /** Blocks of what Intercom has now. */
  readonly theirs: readonly string[];
  readonly normal: Normal;
  readonly labels: Labels;
}

/** A body with their edits in it. */
export interface MergedBody {
  readonly text: string;
  readonly conflicts: number;
  /** Conflicts that are there only because taking the edit would write out an include, a variable, a note. */
  readonly writtenOut: readonly string[];
  /** Blocks that the result has to come to; null where there are conflicts. */
  readonly expected: readonly string[] | null;
}

/**
 * Puts what was edited in Intercom into a body, and leaves every block that was not edited there as it was written, to
 * the byte. Blocks are merged in their normal form, where both sides speak alike, and the outcome is carried over into
 * the text as it is written.
 */
export function mergeBody(merge: BodyMerge): MergedBody {
  const { pieces, ours, base, theirs, written } = merge;
  if (base === null) return withoutBase(merge);
  const cells = cellsOf(pieces.map(merge.normal.blocksOfPiece), ours);
  const chunks = chunksOf(regionsOf(ours, base, theirs), cells);
  const edits: TextEdit[] = [];
  const expected = [...ours];
  let conflicts = 0;
  const writtenOut: string[] = [];
  for (const chunk of [...chunks].reverse()) {
    const own = textOfChunk(chunk, cells, merge);
    const merged = mergeChunk({
      ...merge,
      written: own.text,
      ours: ours.slice(...chunk.ours),
      base: base.slice(...chunk.base).join('\n\n'),
      theirs: theirs.slice(...chunk.theirs).join('\n\n'),
    });
    conflicts += merged.conflicts;
    writtenOut.unshift(...merged.writtenOut);
    if (merged.normal !== null) expected.splice(chunk.ours[0], chunk.ours[1] - chunk.ours[0], ...merged.normal);
    if (merged.text !== own.text) edits.unshift({ ...own, text: merged.text });
  }
  const text = applied(written, edits, pieces);
  return { text, conflicts, writtenOut, expected: conflicts > 0 ? null : expected };
}

function withoutBase({ written, ours, theirs, normal, labels }: BodyMerge): MergedBody {
  if (ours.join('\n\n') === theirs.join('\n\n')) return { text: written, conflicts: 0, writtenOut: [], expected: ours };
  const before = /^(?:\s*\n)?/.exec(written)?.[0] ?? '';
  const middle = written.slice(before.length).trimEnd();
  const after = written.slice(before.length + middle.length);
  const text = `${before}${conflictText(middle, normal.spell(theirs), labels)}${after === '' ? '\n' : after}`;
  return { text, conflicts: 1, writtenOut: [], expected: null };
}

/** Regions widened to whole cells; those that share a cell are one. Only those that their side had a part in. */
function chunksOf(regions: readonly Region[], cells: readonly Cell[]): readonly Region[] {
  const chunks: Region[] = [];
  for (const region of regions) {
    const wide = widened(region, spanOfCells(region.ours, cells));
    const last = chunks.at(-1);
    if (last === undefined || last.ours[1] <= wide.ours[0]) chunks.push(wide);
    else chunks[chunks.length - 1] = joined(last, wide);
  }
  return chunks.filter(({ isTheirs }) => isTheirs);
}

/** Blocks of all cells that a stretch of blocks lies in; a place between two cells is in neither. */
function spanOfCells([start, end]: Span, cells: readonly Cell[]): Span {
  const touched = cells.filter(({ blocks: [from, to] }) =>
    start === end ? from < start && start < to : from < end && start < to && from < to,
  );
  return [
    Math.min(start, ...touched.map(({ blocks }) => blocks[0])),
    Math.max(end, ...touched.map(({ blocks }) => blocks[1])),
  ];
}

function widened(region: Region, [start, end]: Span): Region {
  const before = region.ours[0] - start;
  const after = end - region.ours[1];
  const wide = ([from, to]: Span): Span => [from - before, to + after];
  return { ...region, ours: [start, end], base: wide(region.base), theirs: wide(region.theirs) };
}

/** What is between two regions is the same on all sides, so the wider of their ends hold for each side. */
function joined(first: Region, second: Region): Region {
  const hull = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  return {
    ours: hull(first.ours, second.ours),
    base: hull(first.base, second.base),
    theirs: hull(first.theirs, second.theirs),
    isTheirs: first.isTheirs || second.isTheirs,
  };
}

/** New text for a stretch of a body. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is written for the blocks of a chunk; for none of them, the place where they would stand. */
function textOfChunk({ ours: [start, end] }: Region, cells: readonly Cell[], merge: BodyMerge): TextEdit {
  const { pieces, written } = merge;
  const inside = cells.filter(({ blocks: [from, to] }) => from >= start && to <= end && from < to);
  const from = inside[0]?.pieces[0] ?? 0;
  const to = inside.at(-1)?.pieces[1] ?? 0;
  const [first, last] = [pieces[from], pieces[to - 1]];
  if (from < to && first !== undefined && last !== undefined) {
    return { start: first.start, end: last.end, text: written.slice(first.start, last.end) };
  }
  const before = cells.findLast(
    ({ blocks, pieces: own }) => blocks[1] <= start && blocks[0] < blocks[1] && own[0] < own[1],
  );
  const lead = before === undefined ? leadOf(merge) : pieces[before.pieces[1] - 1];
  const at = lead?.end ?? pieces[0]?.start ?? written.length;
  return { start: at, end: at, text: '' };
}

/** Text begins behind the heading that is the title. */
function leadOf({ pieces, hasTitle }: BodyMerge): Piece | undefined {
  if (!hasTitle) return undefined;
  const heading = pieces.findIndex(({ type }) => type === 'heading');
  const isFirst = heading >= 0 && pieces.slice(0, heading).every(({ type }) => type === 'html');
  return isFirst ? pieces[heading] : undefined;
}

/** Text with its edits, a blank line around what is new and none left over from what is gone. */
function applied(written: string, edits: readonly TextEdit[], pieces: readonly Piece[]): string {
  let result = written;
  for (const { start, end, text } of [...edits].reverse()) {
    const before = result.slice(0, start);
    const after = result.slice(end);
    if (start !== end && text !== '') result = before + text + after;
    else if (start !== end) result = withOneLineEnd(before) + closing(after, before);
    else if (pieces.length === 0) result = `${before === '' ? '' : `${trimEnd(before, '\n')}\n\n`}${text}\n`;
    else if (start === pieces[0]?.start) result = `${before}${text}\n\n${after}`;
    else result = `${before}\n\n${text}${after === '' ? '\n' : after}`;
  }
  return result;
}

/** Text that ends in line ends with one of them; what is nothing else stays. */
function withOneLineEnd(text: string): string {
  return text.endsWith('\n') && text.trim() !== '' ? `${trimEnd(text, '\n')}\n` : text;
}

/** What follows a piece that went: its line end goes with it. */
function closing(after: string, before: string): string {
  const rest = after.replace(/^\n/, '');
  return before.trim() === '' ? rest.replace(/^\n+/, '') : rest;
}
