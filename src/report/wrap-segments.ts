import stringWidth from 'fast-string-width';
import type { Segment } from '../text/diff.ts';
import { type Paint, printable } from './paint.ts';

/** White space, a character of a script without spaces, or what stands between the two. */
const segmentPattern =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * Words with what became of them, in lines of a width. Broken at white space, never inside a word, however long; what
 * is marked is marked anew on each line.
 *
 * @param width columns
 */
export function wrapSegments(segments: readonly Segment[], width: number, paint: Paint): readonly string[] {
  const markWidth = stringWidth(paint.deleted(''));
  const lines: Segment[][] = [[]];
  let used = 0;
  for (const unit of unitsOf(segments)) {
    const kind = lines.at(-1)?.at(-1)?.kind ?? 'same';
    if (used > 0 && used + sizeOf(unit, kind, markWidth) - trailingSpace(unit) > width) {
      lines.push([]);
      used = 0;
    }
    used += sizeOf(unit, used === 0 ? 'same' : kind, markWidth);
    lines.at(-1)?.push(...unit);
  }
  return lines.map((line, index) => painted(line, index < lines.length - 1, paint));
}

/** Pieces that are not parted: words with the marks that touch them, and the white space behind. */
function unitsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const units: Segment[][] = [[]];
  for (const { kind, text } of segments) {
    for (const [piece] of printable(text).replaceAll('\t', '    ').matchAll(segmentPattern)) {
      units.at(-1)?.push({ kind, text: piece });
      if (/^\s|^\p{Script=Han}|^\p{Script=Hiragana}|^\p{Script=Katakana}/u.test(piece)) units.push([]);
    }
  }
  return units;
}

/** Columns of a unit, and of the marks that begin in it behind a piece of some kind. */
function sizeOf(unit: readonly Segment[], before: Segment['kind'], markWidth: number): number {
  let [size, last] = [0, before];
  for (const { kind, text } of unit) {
    size += stringWidth(text) + (kind === 'same' || kind === last ? 0 : markWidth);
    last = kind;
  }
  return size;
}

function trailingSpace(unit: readonly Segment[]): number {
  const text = unit.at(-1)?.text ?? '';
  return text.length - text.trimEnd().length;
}

function painted(pieces: readonly Segment[], isBroken: boolean, paint: Paint): string {
  const runs: { kind: Segment['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  const last = runs.at(-1);
  // White space that a line is broken at is not to be seen, whatever became of it.
  if (last !== undefined && (isBroken || last.kind === 'same')) last.text = last.text.trimEnd();
  return runs
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? paint.deleted(text) : paint.inserted(text)))
    .join('');
}
