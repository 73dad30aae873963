import type { Problem } from '../model/problem.ts';
import { count } from '../report/paint.ts';
import type { PlanReport } from '../report/plan-markdown.ts';
import { articleDifferences } from './differences/articles.ts';
import type { Looked } from './plan-of.ts';

/**
 * A plan with all that is shown of it on a pull request.
 *
 * @param problems those that are to be shown, sorted
 */
export function planReport(looked: Looked, problems: readonly Problem[]): PlanReport {
  return {
    plan: looked.plan,
    articles: articleDifferences(looked),
    problems,
    workspaceName: looked.remote?.workspace.name ?? null,
    defaultLocale: looked.sources.desired.locale,
  };
}

/** The same where no plan could be made. @param problems they say why */
export function noPlanReport(problems: readonly Problem[]): PlanReport {
  return { plan: null, articles: [], problems, workspaceName: null, defaultLocale: 'en' };
}

/** Why a plan was made without asking Intercom, for the report of a request to merge. */
export function whyOffline(isFork: boolean, request: 'pull request' | 'merge request'): string {
  const because = isFork ? `The ${request} comes from a fork, whose runs get no secrets` : 'No token was given';
  return `${because}: the plan is made from the lockfile only.`;
}

/** What is left out because it is accepted, in a sentence; none for nothing. */
export function acceptedNote(accepted: readonly Problem[]): readonly string[] {
  return accepted.length === 0 ? [] : [`The baseline accepts ${count(accepted.length, 'more problem')}.`];
}
