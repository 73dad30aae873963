import type { PulledPart } from '../../model/pulled.ts';
import { splitSource } from '../../text/fences.ts';
import { conflictText, type Labels } from '../../text/merge-lines.ts';
import { editFrontMatter, type FieldEdit } from './front-matter.ts';
import { depthBetween, levelOf, sameUpToDepth, shifted } from './levels.ts';
import { type MergedBody, mergeBody } from './merge-body.ts';
import { mergeField } from './merge-field.ts';
import type { Normal } from './normal.ts';
import type { Piece } from './pieces.ts';

/** One field on its three sides. */
export interface FieldSides {
  readonly part: Exclude<PulledPart, 'body'>;
  /** Key as the front matter spells it; null: it is a title that stands as the text's first heading. */
  readonly key: string | null;
  /** null: nobody knows any more. */
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
  /** What to write where theirs is taken; null takes the field out. */
  readonly value: FieldEdit['value'];
  /** The front matter has it with a variable in it: taking theirs would write the variable out. */
  readonly holdsVariable: boolean;
  /** Other fields that go where theirs is taken, because they would say something else. */
  readonly instead?: readonly string[];
}

/** A source on its three sides. */
export interface SourceMerge {
  /** The file as somebody wrote it, LF line ends. */
  readonly text: string;
  /** The file as it was last published; null where nobody has it any more. */
  readonly published: string | null;
  readonly fields: readonly FieldSides[];
  /** Blocks of the normal form of each side's body. */
  readonly blocks: {
    readonly ours: readonly string[];
    readonly base: readonly string[] | null;
    readonly theirs: readonly string[];
  };
  readonly normal: Normal;
  /** Blocks of the normal form of the body that a whole source compiles to. */
  readonly normalOfSource: (text: string) => readonly string[];
  /** Outermost blocks of its body. */
  readonly pieces: readonly Piece[];
  readonly labels: Labels;
}

/** A source with their edits in it. */
export interface MergedSource {
  readonly text: string;
  readonly conflicts: number;
  /** What was taken from Intercom, or is in conflict. */
  readonly changed: readonly PulledPart[];
  /** What taking an edit would have written out, so that it is a conflict: `an include`. */
  readonly writtenOut: readonly string[];
}

/**
 * Merges a source with what Intercom has: front matter field by field, the body block by block.
 */
export function mergeSource(merge: SourceMerge): MergedSource {
  const { text, fields, labels, pieces } = merge;
  const { front, body } = splitSource(text);
  const verdicts = fields.map((field) => ({ field, verdict: mergeField(field.base, field.ours, field.theirs) }));
  const changedFields = verdicts.filter(({ verdict }) => verdict !== 'keep');
  const edits = changedFields.flatMap(({ field, verdict }) => editsOf(field, verdict === 'conflict'));
  const newFront = editFrontMatter(front, edits, labels);
  const merged = settled(body, merge);
  const heading = changedFields.find(({ field }) => field.key === null);
  const titled = heading === undefined ? null : withTitle(merged.text, pieces, heading.field, heading.verdict, labels);
  const newBody = titled?.text ?? merged.text;
  const bodyChanged = merged.text !== body || merged.conflicts > 0;
  return {
    text: newFront + newBody,
    conflicts: edits.filter(({ isConflict }) => isConflict).length + (titled?.conflicts ?? 0) + merged.conflicts,
    changed: [...changedFields.map(({ field }) => field.part), ...(bodyChanged ? (['body'] as const) : [])],
    writtenOut: [
      ...new Set([
        ...changedFields.flatMap(({ field }) => (field.holdsVariable ? ['a variable'] : [])),
        ...merged.writtenOut,
      ]),
    ],
  };
}

function editsOf({ key, value, holdsVariable, instead = [] }: FieldSides, isConflict: boolean): readonly FieldEdit[] {
  if (key === null) return [];
  const isHeld = isConflict || holdsVariable;
  const others = isHeld ? [] : instead.map((other) => ({ key: other, value: null, isConflict: false }));
  return [{ key, value, isConflict: isHeld }, ...others];
}

/** The merged body, if it comes to what it has to come to; else the merged normal form itself. */
function settled(body: string, merge: SourceMerge): MergedBody {
  const { blocks, normal, labels, text, pieces } = merge;
  const { published, fields } = merge;
  const hasTitle = fields.some(({ key }) => key === null);
  const levelled = inLevelsOf(merge);
  const merged = mergeBody({ written: body, published, pieces, hasTitle, ...levelled, normal, labels });
  if (merged.expected === null || merged.text === body) return merged;
  const { front } = splitSource(text);
  const isRight = sameUpToDepth(merge.normalOfSource(front + merged.text), merged.expected);
  if (isRight) return merged;
  const whole = normal.spell(merged.expected);
  const lost = normal.loses(body, whole);
  const lead = /^(?:\s*\n)?/.exec(body)?.[0] ?? '';
  const own = body.slice(lead.length).trimEnd();
  if (lost.length === 0) return { ...merged, text: `${lead}${headed(whole, body, pieces, hasTitle)}\n` };
  const conflict = conflictText(own, normal.spell(blocks.theirs), labels);
  return { text: `${lead}${conflict}\n`, conflicts: 1, writtenOut: lost, expected: null };
}

/** The three sides with headings as deep as they are in the source. */
function inLevelsOf({ blocks, normal, pieces }: SourceMerge): SourceMerge['blocks'] {
  const { ours, base } = blocks;
  const theirs = shifted(blocks.theirs, depthBetween(blocks.theirs, base ?? ours));
  const headings = pieces.filter(({ type }) => type === 'heading');
  const written = headings.flatMap((piece) => {
    const level = levelOf(piece.text);
    return level === null ? [] : shiftedTo(normal.blocksOfPiece(piece), level);
  });
  const by = depthBetween(ours, written);
  return { ours: shifted(ours, by), base: base === null ? null : shifted(base, by), theirs: shifted(theirs, by) };
}

function shiftedTo(blocks: readonly string[], level: number): readonly string[] {
  const own = levelOf(blocks[0] ?? '');
  return own === null ? [] : shifted(blocks, level - own);
}

/** A body of nothing but its normal form keeps the heading that is its title. */
function headed(whole: string, body: string, pieces: readonly Piece[], hasTitle: boolean): string {
  const title = !hasTitle ? undefined : pieces.find(({ type }) => type === 'heading');
  return title === undefined ? whole : `${body.slice(title.start, title.end)}\n\n${whole}`;
}

/** The title where it is the text's first heading. */
function withTitle(
  text: string,
  pieces: readonly Piece[],
  { value, holdsVariable }: FieldSides,
  verdict: string,
  labels: Labels,
): { readonly text: string; readonly conflicts: number } {
  const own = pieces.find(({ type }) => type === 'heading')?.text ?? '';
  const at = own === '' ? -1 : `\n${text}\n`.indexOf(`\n${own}\n`);
  if (at < 0) return { text, conflicts: 0 };
  const level = /^#{1,6}/.exec(own)?.[0] ?? '#';
  const heading = `${level} ${String(value)}`;
  const isConflict = verdict === 'conflict' || holdsVariable || /\{\{/.test(own);
  const instead = isConflict ? conflictText(own, heading, labels) : heading;
  return { text: text.slice(0, at) + instead + text.slice(at + own.length), conflicts: isConflict ? 1 : 0 };
}
