import { diffArrays } from 'diff';
import { alignLines } from './align-lines.ts';

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

/** Edits after which two texts are no longer compared closely: the work grows with their square. */
const MAX_LINE_EDITS = 1500;
const MAX_WORD_EDITS = 600;

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
  const [old, young] = [stanzas(before), stanzas(after)];
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  for (const run of runsOf(old, young)) {
    if (run.same) {
      for (let step = 0; step < run.old; step += 1) lines.push(...both(old[at + step], young[to + step]));
    } else {
      lines.push(...changed(old.slice(at, at + run.old), young.slice(to, to + run.young)));
    }
    at += run.old;
    to += run.young;
  }
  return lines;
}

/** The words of one line that differ. Where there are too many: all of it. */
export function wordSegments(before: string, after: string): readonly Segment[] {
  if (before === after) return segment('same', before);
  const found = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MAX_WORD_EDITS });
  if (found === undefined) return [...segment('removed', before), ...segment('added', after)];
  return joined(
    found.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

/** Words of any script, addresses of links, white space, and every other character by itself. Nothing is left out. */
function tokensOf(line: string): string[] {
  return line.match(TOKEN) ?? [];
}

const LONE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const TOKEN = new RegExp(`\\]\\([^\\s()]*\\)|[${LONE}]|(?:(?![${LONE}])[\\p{L}\\p{N}\\p{M}_])+|\\s+|.`, 'gsu');

/** A line with the empty ones after it, which say nothing of their own about what became of what. */
interface Stanza {
  readonly text: string;
  readonly blanks: number;
}

function stanzas(text: string): readonly Stanza[] {
  const found: { text: string; blanks: number }[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    const last = found.at(-1);
    if (line === '' && last !== undefined) last.blanks += 1;
    else found.push({ text: line, blanks: 0 });
  }
  return found;
}

interface Run {
  readonly same: boolean;
  readonly old: number;
  readonly young: number;
}

function runsOf(old: readonly Stanza[], young: readonly Stanza[]): readonly Run[] {
  const texts = (list: readonly Stanza[]): string[] => list.map(({ text }) => text);
  const found = diffArrays(texts(old), texts(young), { maxEditLength: MAX_LINE_EDITS });
  const runs: Run[] = [];
  for (const { added, removed, count } of found ?? []) {
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ same: true, old: count, young: count });
    else if (last === undefined || last.same)
      runs.push({ same: false, old: removed ? count : 0, young: added ? count : 0 });
    else
      runs[runs.length - 1] = {
        ...last,
        old: last.old + (removed ? count : 0),
        young: last.young + (added ? count : 0),
      };
  }
  return found === undefined ? [{ same: false, old: old.length, young: young.length }] : runs;
}

function changed(old: readonly Stanza[], young: readonly Stanza[]): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [gone, come]: [Stanza[], Stanza[]] = [[], []];
  const texts = (list: readonly Stanza[]): string[] => list.map(({ text }) => text);
  for (const [a, b] of [...alignLines(texts(old), texts(young)), [null, null] as const]) {
    const [before, after] = [a === null ? undefined : old[a], b === null ? undefined : young[b]];
    if (before !== undefined && after === undefined) gone.push(before);
    else if (before === undefined && after !== undefined) come.push(after);
    else {
      lines.push(...replaced(gone, come), ...both(before, after));
      [gone, come] = [[], []];
    }
  }
  return lines;
}

/** Lines that went, then those that came; what is empty behind both is behind the two together. */
function replaced(gone: readonly Stanza[], come: readonly Stanza[]): readonly DiffLine[] {
  const [lastGone, lastCome] = [gone.at(-1), come.at(-1)];
  if (lastGone === undefined || lastCome === undefined) {
    return [...gone.flatMap((one) => only('removed', one)), ...come.flatMap((one) => only('added', one))];
  }
  return [
    ...gone.slice(0, -1).flatMap((one) => only('removed', one)),
    ...only('removed', { ...lastGone, blanks: 0 }),
    ...come.slice(0, -1).flatMap((one) => only('added', one)),
    ...only('added', { ...lastCome, blanks: 0 }),
    ...blanksBehind(lastGone, lastCome),
  ];
}

function only(kind: 'added' | 'removed', stanza: Stanza): readonly DiffLine[] {
  return [{ kind, segments: segment(kind, stanza.text) }, ...blanks(kind, stanza.blanks)];
}

function both(old: Stanza | undefined, young: Stanza | undefined): readonly DiffLine[] {
  if (old === undefined || young === undefined) return [];
  const kind = old.text === young.text ? 'same' : 'changed';
  return [{ kind, segments: wordSegments(old.text, young.text) }, ...blanksBehind(old, young)];
}

function blanksBehind(old: Stanza, young: Stanza): readonly DiffLine[] {
  const kept = Math.min(old.blanks, young.blanks);
  return [...blanks('same', kept), ...blanks('removed', old.blanks - kept), ...blanks('added', young.blanks - kept)];
}

function blanks(kind: DiffLine['kind'], count: number): readonly DiffLine[] {
  return Array.from({ length: count }, () => ({ kind, segments: [] }));
}

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
  let [shownTo, old, young] = [0, 1, 1];
  const numbers = lines.map(({ kind }) => {
    const number = kind === 'removed' ? old : young;
    if (kind !== 'added') old += 1;
    if (kind !== 'removed') young += 1;
    return number;
  });
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    const from = Math.max(index - context, shownTo);
    const end = Math.min(lines.length, index + context + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from === shownTo) last.lines.push(...lines.slice(from, end));
    else hunks.push({ line: numbers[from] ?? 1, lines: lines.slice(from, end) });
    shownTo = end;
  }
  return hunks;
}
