import type { Plan } from '../model/plan.ts';
import { compareSteps, type PlanDifference, planSteps } from '../plan/plan-file.ts';
import { inert } from '../report/markdown.ts';
import { markerOf } from './github/marker.ts';
import { findComment } from './github/sticky-comment.ts';
import type { Job } from './job.ts';
import { readPlanData } from './plan-data.ts';
import { isGithubs, sentenceOf } from './tell.ts';

/** How the plan that is published compares with the one that people saw. */
export interface Compared {
  /** Markdown. */
  readonly text: string;
  readonly moved: readonly PlanDifference[];
}

/**
 * Compares the plan with the one in the comment of the pull request that the commit merged. Nothing is held back for
 * it: whoever wants exactly one plan or none gives a plan file.
 */
export async function compareWithShown(job: Job, plan: Plan): Promise<Compared> {
  try {
    return await compare(job, plan);
  } catch (error) {
    if (!isGithubs(error)) throw error;
    const why = inert(sentenceOf(error).text);
    return { text: `The plan could not be compared with the one on the pull request. ${why}`, moved: [] };
  }
}

async function compare({ github, commit, key }: Job, plan: Plan): Promise<Compared> {
  if (github === null || commit === '') return { text: '', moved: [] };
  const merged = (await github.pullsOfCommit(commit)).filter((pull) => (pull.merged_at ?? null) !== null);
  const pull = merged.find((one) => one.merge_commit_sha === commit) ?? merged[0];
  if (pull === undefined)
    return { text: 'No pull request belongs to this commit, so no plan was shown before.', moved: [] };
  const link = `[#${pull.number}](${pull.html_url})`;
  const comment = await findComment(github, pull.number, markerOf('plan', key));
  const shown = comment === null ? null : readPlanData(comment.body);
  if (shown === null) return { text: `${link} shows no plan to compare with.`, moved: [] };
  if (shown.digest === plan.digest) return { text: `This is exactly the plan that ${link} showed.`, moved: [] };
  if (shown.isOffline)
    return { text: `The plan on ${link} was made without asking Intercom; this one was made anew.`, moved: [] };
  if (shown.steps === null)
    return { text: `The plan is not the one that ${link} showed, which is too long to compare.`, moved: [] };
  const moved = compareSteps(shown.steps, planSteps(plan));
  if (moved.length === 0) return { text: `The plan makes the same changes as the one that ${link} showed.`, moved };
  return { text: `Something changed since ${link} showed its plan; this is what was published.`, moved };
}
