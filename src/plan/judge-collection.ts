import { remoteText, textPrint, wantedTexts, withdrawnTexts } from '../body/collection-fields.ts';
import type { CollectionField } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { CollectionChange, Held } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { RecordedCollection } from '../model/recorded.ts';
import type { RemoteCollection } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { decide, type RemoteState, type SourceState, type Verdict } from './decide.ts';
import { heldCollectionHelp } from './held-help.ts';

/** A collection that the lockfile knows, on its three sides. */
export interface KnownCollection {
  readonly wanted: DesiredCollection;
  readonly recorded: RecordedCollection;
  /** null: Intercom was not asked. */
  readonly remote: RemoteCollection | null;
  /** Id of the collection that it is to be in; `not-yet` for one that the plan makes. */
  readonly parentId: string | null;
  /** The collection that it was in was deleted in Intercom, and is made again: it goes there without a question. */
  readonly isOrphaned: boolean;
}

/** What becomes of a collection. */
export interface CollectionJudgement {
  readonly change: CollectionChange | null;
  readonly held: Held | null;
  readonly problems: readonly Problem[];
}

interface FieldView {
  readonly field: CollectionField;
  readonly verdict: Verdict;
}

/**
 * Judges a collection field by field, each by the table that articles are judged by: what somebody edited in Intercom
 * is held back, and the rest is written.
 */
export function judgeCollection(known: KnownCollection, onDrift: Settings['onDrift']): CollectionJudgement {
  const { wanted, recorded, remote } = known;
  const views = viewsOf(known, onDrift);
  const fields = (...deeds: readonly Verdict['do'][]): readonly CollectionField[] =>
    views.flatMap(({ field, verdict }) => (deeds.includes(verdict.do) ? [field] : []));
  const written = fields('update', 'create', 'overwrite');
  const kept = fields('kept');
  const holds = fields('hold');
  const leaves = [...kept, ...holds].sort();
  const isContested = views.some(({ verdict }) => verdict.do === 'hold' && verdict.why === 'conflict');
  const isNoted = fields('record').length > 0 || (recorded.desired !== wanted.fingerprint && !isContested);
  const head = { key: wanted.key, id: remote?.id ?? recorded.id, ...(leaves.length === 0 ? {} : { leaves }) };
  const overwrites = fields('overwrite').length > 0 ? (['overwrite'] as const) : [];
  const takes = withdrawnTexts(wanted, recorded, remote).filter((field) => written.includes(field));
  return {
    change:
      written.length > 0
        ? {
            ...{ kind: 'update', ...head, reasons: [...reasonsOf(written), ...overwrites] },
            ...(takes.length === 0 ? {} : { takes }),
          }
        : isNoted
          ? { kind: 'record', ...head, reasons: ['same-in-intercom'] }
          : null,
    held: holds.length === 0 || remote === null ? null : heldOf(known, remote, holds, isContested),
    problems: kept.length === 0 ? [] : [problem('drift-kept', { path: `collection ${wanted.key}`, who: '' })],
  };
}

function viewsOf(known: KnownCollection, onDrift: Settings['onDrift']): readonly FieldView[] {
  const texts = new Map(wantedTexts(known.wanted, known.parentId));
  for (const field of withdrawnTexts(known.wanted, known.recorded, known.remote)) texts.set(field, '');
  return [...texts].map(([field, ours]) => {
    const theirs = known.remote === null ? null : remoteText(known.remote, field);
    const base = known.recorded.remote?.[field];
    const source = field === 'place' ? placeState(known, base) : sourceState(known, ours, theirs, base);
    const remote = theirs === null ? 'unasked' : remoteState(known, ours, theirs, base);
    const verdict = decide(source, remote, onDrift);
    if (known.recorded.remote === undefined) return { field, verdict: withoutBase(verdict, known) };
    if (field === 'place' && known.isOrphaned && verdict.do === 'hold') return { field, verdict: { do: 'update' } };
    // There is nothing to write over it with.
    return { field, verdict: ours === null && verdict.do === 'overwrite' ? { do: 'record' } : verdict };
  });
}

function sourceState(
  { wanted, recorded }: KnownCollection,
  ours: string | null,
  theirs: string | null,
  base: string | undefined,
): SourceState {
  const isSame = recorded.desired === wanted.fingerprint || ours === null;
  if (recorded.remote === undefined) return isSame ? 'equal' : 'different';
  if (ours === null) return 'equal';
  if (base === undefined) return theirs === '' || theirs === null ? 'new' : 'taken';
  return isSame || textPrint(ours) === base ? 'equal' : 'different';
}

/** The collection that it is in may be another one by now under the same name. */
function placeState({ wanted, recorded, parentId }: KnownCollection, base: string | undefined): SourceState {
  if (base === undefined) return recorded.desired === wanted.fingerprint ? 'equal' : 'different';
  return textPrint(parentId ?? '') === base ? 'equal' : 'different';
}

function remoteState(
  { recorded }: KnownCollection,
  ours: string | null,
  theirs: string,
  base: string | undefined,
): RemoteState {
  if (textPrint(theirs) === base) return 'equal';
  if (ours !== null && textPrint(ours) === textPrint(theirs)) return 'agreed';
  // Nobody knows what it was: no edit is guessed.
  if (recorded.remote === undefined || (ours === null && base === undefined)) return 'equal';
  return 'different';
}

/** What a lockfile does not know of Intercom is learnt at the next publish, without a word. */
function withoutBase(verdict: Verdict, { wanted, recorded }: KnownCollection): Verdict {
  return verdict.do === 'record' && recorded.desired === wanted.fingerprint ? { do: 'none' } : verdict;
}

/** Why it is written, in the order in which a reader would notice. */
export function reasonsOf(fields: readonly CollectionField[]): CollectionChange['reasons'] {
  const plain = (['name', 'description'] as const).filter((field) => fields.includes(field));
  const translated = fields.some((field) => field.includes('.'));
  return [
    ...plain,
    ...(translated ? (['translations'] as const) : []),
    ...(fields.includes('place') ? (['place'] as const) : []),
  ];
}

function heldOf(
  { wanted }: KnownCollection,
  remote: RemoteCollection,
  fields: readonly CollectionField[],
  isConflict: boolean,
): Held {
  return {
    key: wanted.key,
    id: remote.id,
    title: wanted.name,
    why: isConflict ? 'conflict' : 'drift',
    by: null,
    at: remote.updatedAt ?? null,
    help: heldCollectionHelp(wanted, fields),
    fields,
  };
}
