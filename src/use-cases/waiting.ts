import { versionHas } from '../intercom/versions.ts';
import type { Change, Plan, PlanMode } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import { linksToWaiting } from '../plan/links-to-waiting.ts';
import { withProblems } from '../plan/plan.ts';
import { scheduledPlan } from '../plan/schedules.ts';
import { stagedPlan } from '../plan/staging.ts';
import { desiredBy } from './desired-by.ts';
import type { Sources } from './sources.ts';

/** The plan with what waits: for somebody to release it, or for its time. */
export function withWaiting(
  plan: Plan,
  sources: Pick<Sources, 'desired' | 'settings'>,
  recorded: Recorded,
  remote: Remote | null,
  {
    mode,
    isChosen,
  }: { readonly mode: PlanMode | undefined; readonly isChosen: (article: Pick<Change, 'key' | 'from'>) => boolean },
): Plan {
  const { settings } = sources;
  // What is staged lacks those links too.
  const desired = desiredBy(plan, sources);
  const can = {
    draft: versionHas(settings.apiVersion, 'drafts'),
    schedule: versionHas(settings.apiVersion, 'schedules'),
  };
  const waiting = stagedPlan(plan, { desired, recorded, remote, mode, canDraft: can.draft });
  const timed =
    mode !== undefined || !can.schedule ? waiting : scheduledPlan(waiting, { desired, recorded, remote, isChosen });
  return withProblems(timed, linksToWaiting(timed, desired, recorded, remote));
}

/** What is wrong where something is to be staged, or released, and the API does not know drafts. */
export function stagingProblems(
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
  mode: PlanMode | undefined,
): readonly Problem[] {
  const isMeant = mode !== undefined || desired.articles.some(({ stage }) => stage === true);
  if (!isMeant || versionHas(settings.apiVersion, 'drafts')) return [];
  return [problem('staging-unsupported', { version: settings.apiVersion })];
}
