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
export const BOLD: Mark = { name: 'b', attributes: '', rank: 1 };
/** Italic; both `i` and `em`. */
export const ITALIC: Mark = { name: 'i', attributes: '', rank: 2 };

/**
 * Collapses white space as a browser shows it: none at either end of the line or beside a lifted block, and one
 * space elsewhere, whatever element it stands in. Runs that become empty disappear.
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
    const single = piece.text.replace(/[\t\n\f\r ]+/g, ' ');
    const text: string = afterSpace && single.startsWith(' ') ? single.slice(1) : single;
    if (text === '') continue;
    kept.push({ text, marks: piece.marks });
    afterSpace = text.endsWith(' ');
  }
  dropTrailingSpace(kept);
  return kept;
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
      piece.marks.every((mark) => mark === BOLD || mark === ITALIC),
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
