import type { Desired } from '../model/desired.ts';
import type { Change, Held } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Settings } from '../model/settings.ts';
import { somePaths } from '../model/some-paths.ts';
import { heldHelp } from './held-help.ts';
import type { Loss } from './losses.ts';
import type { Suspects } from './suspects.ts';

/** Below this many managed articles a share says little: then half of them may go, and one always. */
const countFrom = 10;
const shareOfFew = 0.5;

/** What the guard looks at. */
export interface GuardInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly changes: readonly Change[];
  /** What readers lose by a change; null: nothing. */
  readonly lossOf: (change: Change) => Loss | null;
  /** Articles with an error that a change may be the other half of; see `suspectsAmong`. */
  readonly suspectsOf: Suspects;
  readonly maxRemovals: Settings['maxRemovals'];
  /** `--allow-removals`: lifts the share, and nothing else. */
  readonly allowRemovals: boolean;
  /** Whether the lockfile was written for another content folder. */
  readonly otherContent: boolean;
}

/** What is left of the changes, and what was held back. */
export interface Guarded {
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  readonly problems: readonly Problem[];
}

/** When it is not certain that sources are really gone, strongest first. Each says why, or nothing. */
const rules: readonly ((input: GuardInput) => Problem | null)[] = [
  ({ desired }) =>
    desired.articles.length === 0 && desired.failed.length === 0 ? problem('guard-no-sources', {}) : null,
  ({ otherContent }) => (otherContent ? problem('guard-other-content', {}) : null),
];

/** Whether readers would lose too many articles in one run, however that comes. */
function tooMany(input: GuardInput, lost: readonly Loss[]): Problem | null {
  const { recorded, maxRemovals, allowRemovals } = input;
  const managed = Object.values(recorded.articles).filter((entry) => entry.removed !== true).length;
  const isFew = managed < countFrom;
  const share = isFew ? Math.max(maxRemovals, shareOfFew) : maxRemovals;
  const limit = Math.max(isFew ? 1 : 0, Math.floor(managed * share));
  if (allowRemovals || lost.length <= limit) return null;
  const drafts = lost.filter(({ toDraft }) => toDraft).length;
  const whole = lost.filter(({ locales }) => locales === null).length;
  return problem('guard-too-many', { losses: lost.length, whole, drafts, managed, share: Math.round(share * 100) });
}

/** Whether a change takes something away because its source is gone. */
function isRemoval(change: Change): boolean {
  return (
    change.kind === 'unpublish' ||
    change.kind === 'delete' ||
    Object.values(change.locales).some((step) => step.do === 'withdraw')
  );
}

/**
 * Holds back every removal when it is not certain that the sources are really gone, those that may be moves into a source
 * with an error, and everything that readers would lose, drafts of published articles too, when that is too much for one
 * run.
 */
export function guard(input: GuardInput): Guarded {
  const removals = input.changes.filter(isRemoval);
  const [unsafe] = removals.length === 0 ? [] : rules.flatMap((rule) => rule(input) ?? []);
  const sure =
    unsafe === undefined
      ? withoutHiddenMoves(input)
      : heldBack(input.changes, isRemoval, unsafe, () => unsafe.help, input.lossOf);
  const lost = new Map(
    sure.changes.flatMap((change) => {
      const loss = input.lossOf(change);
      return loss === null ? [] : [[change, loss] as const];
    }),
  );
  const found = lost.size === 0 ? null : tooMany(input, [...lost.values()]);
  if (found === null) return sure;
  const left = heldBack(
    sure.changes,
    (change) => lost.has(change),
    found,
    () => heldHelp('guard'),
    input.lossOf,
  );
  return { ...left, held: [...sure.held, ...left.held], problems: [...sure.problems, found] };
}

/** Holds back removals that may be moves into a source with an error. */
function withoutHiddenMoves({ changes, suspectsOf, lossOf }: GuardInput): Guarded {
  const suspects = new Map(
    changes.filter(isRemoval).flatMap((change) => {
      const found = suspectsOf(change);
      return found.length === 0 ? [] : [[change, found] as const];
    }),
  );
  if (suspects.size === 0) return all(changes);
  const sources = somePaths([...new Set([...suspects.values()].flat())].sort(), 'or');
  const found = problem('guard-failed-sources', { removals: suspects.size, sources });
  const helpFor = (change: Change): string =>
    `Its file may have moved to ${somePaths(suspects.get(change) ?? [], 'or')}, which has errors: fix those first.`;
  return heldBack(changes, (change) => suspects.has(change), found, helpFor, lossOf);
}

const all = (changes: readonly Change[]): Guarded => ({ changes, held: [], problems: [] });

function heldBack(
  changes: readonly Change[],
  isHeld: (change: Change) => boolean,
  why: Problem,
  helpFor: (change: Change) => string,
  lossOf: GuardInput['lossOf'],
): Guarded {
  const held = changes.filter(isHeld).map((change): Held => {
    const { key, id, title } = change;
    const locales = lossOf(change)?.locales ?? null;
    return {
      key,
      id,
      title,
      why: 'guard',
      by: null,
      at: null,
      ...(locales === null ? {} : { locales }),
      help: helpFor(change),
    };
  });
  return { changes: changes.filter((change) => !isHeld(change)), held, problems: [why] };
}
