import type { Change, Desired, Held, Problem, Recorded, Settings } from '../model.ts';
import { problem } from '../problem.ts';
import { heldHelp } from './held-help.ts';

/** From this many managed articles on, the share of removals counts; below it every removal is looked at anyway. */
const countFrom = 10;

/** What the guard looks at. */
export interface GuardInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly changes: readonly Change[];
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

/** The rules, strongest first. Each says why removals are not safe, or nothing. */
const rules: readonly ((input: GuardInput, removals: number) => Problem | null)[] = [
  ({ desired }) =>
    desired.articles.length === 0 && desired.failed.length === 0 ? problem('guard-no-sources', {}) : null,
  ({ desired }) =>
    desired.failed.length > 0 ? problem('guard-failed-sources', { count: desired.failed.length }) : null,
  ({ otherContent }) => (otherContent ? problem('guard-other-content', {}) : null),
  ({ recorded, maxRemovals, allowRemovals }, removals) => {
    const managed = Object.values(recorded.articles).filter((entry) => entry.removed !== true).length;
    const limit = Math.floor(managed * maxRemovals);
    if (allowRemovals || managed < countFrom || removals <= limit) return null;
    return problem('guard-too-many', { removals, managed, share: Math.round(maxRemovals * 100) });
  },
];

/** Whether a change takes something away from readers. */
export function isRemoval(change: Change): boolean {
  return (
    change.kind === 'unpublish' ||
    change.kind === 'delete' ||
    Object.values(change.locales).some((step) => step.do === 'withdraw')
  );
}

/**
 * Holds back every removal when it is not certain that the sources are really gone, or when there are too
 * many of them for one run.
 */
export function guard(input: GuardInput): Guarded {
  const removals = input.changes.filter(isRemoval);
  if (removals.length === 0) return { changes: input.changes, held: [], problems: [] };
  for (const rule of rules) {
    const found = rule(input, removals.length);
    if (found === null) continue;
    const help = found.code === 'guard-too-many' ? heldHelp('guard') : found.help;
    return {
      changes: input.changes.filter((change) => !isRemoval(change)),
      held: removals.map(({ key, id, title }) => ({ key, id, title, why: 'guard', by: null, at: null, help })),
      problems: [found],
    };
  }
  return { changes: input.changes, held: [], problems: [] };
}
