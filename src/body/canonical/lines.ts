import { trimEnd, trimStart } from '../white-space.ts';
import type { CanonicalElement, CanonicalNode } from './node.ts';
import { element } from './node.ts';

/**
 * What a stretch of text looks like: `b`, `i`, a link, code … Two stretches are in the same mark when it is the same
 * object; bold and italic exist once, so bold beside bold is one stretch, while code beside code stays two boxes.
 */
export interface Mark {
  readonly name: string;
  readonly attributes: string;
  /** Marks print from the outside in by rank; those of one rank as they were nested. */
  readonly rank: number;
}

/** Text with its marks. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A block (image, video) that stood among text. */
export interface Lifted {
  readonly block: CanonicalElement;
}

/** What stands between two line breaks. */
export type Line = readonly (Run | Lifted)[];

/** Bold; both `b` and `strong`. */
export const boldMark: Mark = { name: 'b', attributes: '', rank: 1 };
/** Italic; both `i` and `em`. */
export const italicMark: Mark = { name: 'i', attributes: '', rank: 2 };

/**
 * Collapses white space as a browser shows it: none at either end of the line or beside a lifted block, and one
 * space elsewhere, whatever element it stands in. Runs that become empty disappear. Characters without width go, but
 * for one alone in its line, which keeps the line open.
 */
export function collapseLine(line: Line): Line {
  const kept: (Run | Lifted)[] = [];
  let afterSpace = true;
  for (const piece of line) {
    if ('block' in piece) {
      dropTrailingSpace(kept);
      kept.push(piece);
      afterSpace = true;
      continue;
    }
    const single = withoutUnseen(piece).replace(/[\t\n\f\r ]+/g, ' ');
    const text: string = afterSpace && single.startsWith(' ') ? single.slice(1) : single;
    if (text === '') continue;
    kept.push({ text, marks: piece.marks });
    afterSpace = text.endsWith(' ');
  }
  dropTrailingSpace(kept);
  const isHeldOpen = kept.length === 0 && line.some((piece) => 'text' in piece && withoutUnseen(piece) !== piece.text);
  return isHeldOpen ? [{ text: '\u200b', marks: [] }] : spacesOutside(kept);
}

/**
 * U+200B between letters of a script that is written without spaces is where a line may break, so it is seen; code is
 * copied.
 */
const unseen =
  /\ufeff|\u200b(?![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])|(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])\u200b/gu;

function withoutUnseen({ text, marks }: Run): string {
  const hasAny = text.includes('\u200b') || text.includes('\ufeff');
  return !hasAny || marks.some((mark) => mark.name === 'code') ? text : text.replace(unseen, '');
}

/** A space at the edge of what is bold, italic or a link is not seen to belong to it: it stands outside. */
function spacesOutside(line: Line): Line {
  if (!line.some((piece) => 'text' in piece && piece.marks.length > 0 && hasEdge(piece.text))) return line;
  const parts = line.flatMap(atEdges);
  const before = lastSeen(parts);
  const after = lastSeen(parts.toReversed()).toReversed();
  return parts.map((part, index) => {
    if (!isSpaces(part)) return part;
    const isAround = (mark: Mark): boolean => isIn(mark, before[index]) && isIn(mark, after[index]);
    return { ...part, marks: part.marks.filter((mark) => !['a', 'b', 'i'].includes(mark.name) || isAround(mark)) };
  });
}

/** For each part the last one up to it that is more than spaces. */
function lastSeen(parts: Line): readonly (Run | Lifted | undefined)[] {
  let last: Run | Lifted | undefined;
  return parts.map((part) => {
    if (!isSpaces(part)) last = part;
    return last;
  });
}

function isIn(mark: Mark, piece: Run | Lifted | undefined): boolean {
  return piece !== undefined && 'text' in piece && piece.marks.includes(mark);
}

const spaces = ' \u00a0';

function hasEdge(text: string): boolean {
  return spaces.includes(text.charAt(0)) || spaces.includes(text.charAt(text.length - 1));
}

/** Text and the spaces at its ends one by one. */
function atEdges(piece: Run | Lifted): readonly (Run | Lifted)[] {
  if ('block' in piece || piece.marks.length === 0 || piece.marks.some(({ name }) => name === 'code')) return [piece];
  const { text: whole } = piece;
  const tail = trimStart(whole, spaces);
  const inside = trimEnd(tail, spaces);
  const before = whole.slice(0, whole.length - tail.length);
  return [before, inside, tail.slice(inside.length)].flatMap((text) =>
    text === '' ? [] : [{ text, marks: piece.marks }],
  );
}

function isSpaces(piece: Run | Lifted): piece is Run {
  return 'text' in piece && /^[ \u00a0]+$/.test(piece.text) && piece.marks.every(({ name }) => name !== 'code');
}

/** After collapsing, a line has at most one space at its end. */
function dropTrailingSpace(pieces: (Run | Lifted)[]): void {
  const last = pieces.at(-1);
  if (last === undefined || 'block' in last || !last.text.endsWith(' ')) return;
  pieces.pop();
  const text = last.text.slice(0, -1);
  if (text !== '') pieces.push({ text, marks: last.marks });
}

/**
 * Whether nothing of a line can be seen: no text, or only spaces that do not collapse and characters without
 * width (U+200B is what Intercom's editor leaves after a line break at the end of a paragraph).
 */
export function isInvisible(line: Line): boolean {
  return line.every(
    (piece) =>
      'text' in piece &&
      /^[ \u00a0\u200b\ufeff]*$/.test(piece.text) &&
      piece.marks.every((mark) => mark === boldMark || mark === italicMark),
  );
}

/** Nests runs into elements: neighbours share every mark they have in common from the outside in. */
export function nestRuns(runs: readonly Run[]): readonly CanonicalNode[] {
  const root: CanonicalNode[] = [];
  const open: { readonly mark: Mark; readonly children: CanonicalNode[] }[] = [];
  for (const run of runs) {
    const marks = outermostFirst(run.marks);
    const shared = open.findIndex((level, index) => level.mark !== marks[index]);
    if (shared >= 0) open.length = shared;
    for (const mark of marks.slice(open.length)) {
      const children: CanonicalNode[] = [];
      (open.at(-1)?.children ?? root).push(element(mark.name, mark.attributes, children));
      open.push({ mark, children });
    }
    (open.at(-1)?.children ?? root).push(run.text);
  }
  return root;
}

function outermostFirst(marks: readonly Mark[]): readonly Mark[] {
  return marks.length < 2 ? marks : [...new Set(marks)].sort((a, b) => a.rank - b.rank);
}
