import type { Edit, Fix, Place } from '../model/place.ts';

/**
 * Applies fixes to one file's text. A fix is applied as a whole or not at all: one that touches what an earlier
 * one changed already, or that does not fit the text, is left for another run. Text that is put in gets the
 * line ends of the line it is put into.
 *
 * @param text as it is on disk, whatever its line ends, with a byte order mark if it has one
 * @param file as places name it; edits of other files are not looked at
 */
export function applyFixes(text: string, fixes: readonly Fix[], file: string): string {
  const lines = linesOf(text);
  const taken: Span[] = [];
  for (const fix of fixes) {
    const spans = fix.edits.filter((edit) => edit.place.file === file).map((edit) => spanOf(edit, lines));
    const all = spans.filter((span) => span !== null);
    const isFree = all.every((span, index) => ![...taken, ...all.slice(0, index)].some((one) => overlap(one, span)));
    if (all.length === spans.length && isFree) taken.push(...all);
  }
  const ordered = [...taken].sort((a, b) => a.from - b.from || a.to - b.to);
  const parts: string[] = [];
  let copied = 0;
  for (const { from, to, text: instead } of ordered) {
    parts.push(text.slice(copied, from), instead);
    copied = to;
  }
  const fixed = parts.join('') + text.slice(copied);
  return fixes.some((fix) => fix.lineEnds?.includes(file)) ? fixed.replace(/\r\n?/g, '\n') : fixed;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Line {
  readonly start: number;
  /** Without its line end. */
  readonly length: number;
  readonly end: string;
}

function linesOf(text: string): readonly Line[] {
  // Places count lines and columns in the text behind a byte order mark.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const lines: Line[] = [];
  let start = mark;
  for (const match of text.slice(mark).matchAll(/\r\n?|\n/g)) {
    const at = match.index + mark;
    lines.push({ start, length: at - start, end: match[0] });
    start = at + match[0].length;
  }
  return [...lines, { start, length: text.length - start, end: lines.at(-1)?.end ?? '\n' }];
}

function spanOf({ place, text }: Edit, lines: readonly Line[]): Span | null {
  const from = offsetOf(place.line, place.column, lines);
  const to = place.endLine === undefined ? from : offsetOf(place.endLine, place.endColumn ?? 1, lines);
  if (from === null || to === null || to < from) return null;
  return { from, to, text: text.replaceAll('\n', lineEndAt(place, lines)) };
}

function offsetOf(line: number, column: number, lines: readonly Line[]): number | null {
  const found = lines[line - 1];
  if (found === undefined || column - 1 > found.length) return null;
  if (column < 1) return line === 1 && column === 0 && found.start === 1 ? 0 : null;
  return found.start + column - 1;
}

function lineEndAt({ line }: Place, lines: readonly Line[]): string {
  return lines[line - 1]?.end ?? '\n';
}

/** Two that only touch do not overlap, unless both put text in at one place: their order would be a guess. */
function overlap(a: Span, b: Span): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}
