import { diffArrays } from 'diff';
import { align, type Look } from './align.ts';

/** Words that both texts have, or only one of them. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A line of either text, or of both where it was changed. */
export interface DiffLine {
  /** Where it stands: in both texts as it is, in both with other words, or in one of them only. */
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** Its words in order, without the line end. */
  readonly segments: readonly Segment[];
}

/** Lines that changed, with some that did not around them. */
export interface Hunk {
  /** Number of its first line in the text it is in, from 1: of the text after, of the one before for a removed line. */
  readonly line: number;
  readonly lines: readonly DiffLine[];
}

/** Edits after which two lines are no longer compared closely: the work grows with their square. */
const mostWordEdits = 600;

/**
 * The words in which two texts differ.
 *
 * @param context lines around a change that are shown with it
 * @returns nothing when the texts are equal
 */
export function wordDiff(before: string, after: string, context = 2): readonly Hunk[] {
  return before === after ? [] : hunksOf(diffLines(before, after), context);
}

/**
 * All lines of two texts beside each other. The lines that are not `added` are the text before, word for word; those
 * that are not `removed` are the text after. Lines that hardly have a word in common are one removed and one added.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  return align(linesOf(before), linesOf(after), look).map((line) => {
    if (line.before === null) return { kind: 'added', segments: segment('added', line.after ?? '') };
    if (line.after === null) return { kind: 'removed', segments: segment('removed', line.before) };
    return {
      kind: line.before === line.after ? 'same' : 'changed',
      segments: wordSegments(line.before, line.after),
    };
  });
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

const look: Look<string> = { key: (line) => line, text: (line) => line, isBlank: (line) => line === '' };

/** The words of one line that differ. Where there are too many: all of it. */
export function wordSegments(before: string, after: string): readonly Segment[] {
  if (before === after) return segment('same', before);
  const found = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: mostWordEdits });
  if (found === undefined) return [...segment('removed', before), ...segment('added', after)];
  return joined(
    found.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

/** Words of any script, addresses of links, white space, and every other character by itself. Nothing is left out. */
export function tokensOf(line: string): string[] {
  return line.match(pieceOfLine) ?? [];
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const pieceOfLine = new RegExp(
  `\\]\\([^\\s()]*\\)|[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])+|\\s+|.`,
  'gsu',
);

function segment(kind: Segment['kind'], text: string): readonly Segment[] {
  return text === '' ? [] : [{ kind, text }];
}

/** Changes with nothing but white space between them as one: removed words, then added ones. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  let [removed, added] = ['', ''];
  for (const [index, { kind, text }] of segments.entries()) {
    const isBetween = index > 0 && index < segments.length - 1 && /^\s+$/.test(text) && removed !== '' && added !== '';
    if (kind !== 'added' && (kind === 'removed' || isBetween)) removed += text;
    if (kind !== 'removed' && (kind === 'added' || isBetween)) added += text;
    if (kind !== 'same' || isBetween) continue;
    result.push(...segment('removed', removed), ...segment('added', added), { kind, text });
    [removed, added] = ['', ''];
  }
  return [...result, ...segment('removed', removed), ...segment('added', added)];
}

function hunksOf(lines: readonly DiffLine[], context: number): readonly Hunk[] {
  const hunks: { line: number; lines: DiffLine[] }[] = [];
  let [shownTo, older, newer] = [0, 1, 1];
  const numbers = lines.map(({ kind }) => {
    const number = kind === 'removed' ? older : newer;
    if (kind !== 'added') older += 1;
    if (kind !== 'removed') newer += 1;
    return number;
  });
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    const from = Math.max(index - context, shownTo);
    const end = Math.min(lines.length, index + context + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from === shownTo) for (const line of lines.slice(from, end)) last.lines.push(line);
    else hunks.push({ line: numbers[from] ?? 1, lines: lines.slice(from, end) });
    shownTo = end;
  }
  return hunks;
}
