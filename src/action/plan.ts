import path from 'node:path';
import { problemsToShow } from '../cli/check.ts';
import { gitIn } from '../git/git.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import { commentLimit, summaryLimit } from '../report/fit-together.ts';
import { paint } from '../report/paint.ts';
import { type PlanReport, type PlanSurroundings, planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { statusMarkdown } from '../report/status-markdown.ts';
import type { Judge } from '../use-cases/baseline.ts';
import { chosenPart } from '../use-cases/chosen-part.ts';
import { withCodeChecked } from '../use-cases/code-problems.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import type { ReadBlob } from '../use-cases/gone-texts.ts';
import { lookAt } from '../use-cases/look.ts';
import { allProblems, sourcesOrThrow } from '../use-cases/plan.ts';
import type { Looked } from '../use-cases/plan-of.ts';
import { acceptedNote, noPlanReport, planReport, whyOffline } from '../use-cases/plan-report.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { statusOf } from '../use-cases/status.ts';
import { ActionError } from './action-error.ts';
import { commentFileName, formatCommentFile } from './comment-file.ts';
import { markerOf } from './github/marker.ts';
import { keepComment } from './github/sticky-comment.ts';
import { impactOnPull } from './impact.ts';
import type { Job } from './job.ts';
import { judgeOf } from './judge.ts';
import { bringNewest, openHome } from './lockfile.ts';
import { planData } from './plan-data.ts';
import { annotateProblems } from './problems.ts';
import { isGithubs, setOutputs, tell } from './tell.ts';
import { makeTemporary, writeTemporary } from './temporary.ts';

/**
 * `run: plan`: problems at their lines, the plan as a comment, as the summary, as a file, and as a file that another
 * workflow can post. Only reads from Intercom.
 *
 * @returns the exit code: 1 when there is an error
 */
export async function planForPull(job: Job): Promise<number> {
  const judge = await judgeOf(job);
  await bringLockfile(job);
  const file = path.join(job.temp, 'plan.json');
  await makeTemporary(job);
  const { report, accepted, translations, hasFailed } = await makeReport(job, file, judge);
  const { plan, problems } = report;
  await annotateProblems(job, problems);
  if (plan !== null) {
    job.context.print(planText(plan, paint(false), report.workspaceName));
    const changes = plan.changes.length + plan.collections.length + (plan.redirects?.length ?? 0);
    await setOutputs(job, { plan: file, digest: plan.digest, changes, held: plan.held.length });
  }
  const head = job.event.is === 'pull-request' ? job.event.head : job.commit;
  await leaveForPosting(job, report, head);
  const around = surroundings(job, report, head, acceptedNote(accepted));
  const inSummary = { ...around, marker: '', data: '', elsewhere: '`helpcentre diff` shows them.' };
  await job.runner.summary(planMarkdown(report, inSummary, summaryLimit));
  if (translations !== '') await job.runner.summary(translations);
  await comment(job, report, around);
  return hasFailed || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The newest lockfile where it may wait on a branch of its own. A plan goes on without it. */
async function bringLockfile(job: Job): Promise<void> {
  try {
    const home = await openHome(job);
    if (home !== null) await bringNewest(job, home, false);
  } catch (error) {
    if (!isGithubs(error) && !(error instanceof ActionError)) throw error;
    tell(job.runner, 'warning', error);
  }
}

/** A report, and what the baseline accepts of what was found. */
interface Judged {
  readonly report: PlanReport;
  readonly accepted: readonly Problem[];
  /** How the languages stand, for the summary. */
  readonly translations: string;
  /** The step fails, whatever the problems are: somebody has to look at an article. */
  readonly hasFailed: boolean;
}

async function makeReport(job: Job, file: string, judge: Judge): Promise<Judged> {
  try {
    const looked = await look(job, file);
    const { impact, hasFailed } = await impactOnPull(job, looked.sources);
    const judged = reportOf(job, await withCode(job, looked), judge);
    return { ...judged, hasFailed, report: { ...judged.report, ...(impact === null ? {} : { impact }) } };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const problems = problemsToShow(error.problems, job.inputs.strict);
    return { report: noPlanReport(problems), accepted: [], translations: '', hasFailed: false };
  }
}

/** What to do in a workflow about what the command asks of a person. */
const whichHelp: Readonly<Record<string, string>> = {
  'which-workspace': 'Without a token, name the workspace to plan for: workspace: ID.',
  'which-target': 'Name one with the input target.',
};

async function look(job: Job, file: string): Promise<Looked> {
  const { context, inputs, token } = job;
  try {
    const options = {
      out: file,
      offline: token === null,
      imageHost: 'demanded' as const,
      allowRemovals: inputs['allow-removals'],
      ...(inputs['on-drift'] === null ? {} : { onDrift: inputs['on-drift'] }),
      ...(inputs.staging === null ? {} : { mode: inputs.staging }),
      ...(inputs.workspace === null ? {} : { workspace: inputs.workspace }),
      ...(inputs.promote === null ? {} : { promote: inputs.promote }),
    };
    const sources = await sourcesOrThrow(context);
    const choice = { paths: inputs.paths, changedSince: inputs['changed-since'] ?? undefined };
    const part = await chosenPart(context, sources, choice);
    return await lookAt(context, sources, { ...options, ...part }, { blob: publishedBlob(job) });
  } catch (error) {
    const help = error instanceof UsageError ? whichHelp[error.code] : undefined;
    if (help === undefined) throw error;
    throw new ActionError((error as UsageError).code, (error as UsageError).message, help);
  }
}

/** A checkout holds one commit, so GitHub is asked for what came before it. Without an answer a move stays unseen. */
function publishedBlob({ context, github }: Job): ReadBlob {
  const git = gitIn(context.cwd, context.host.env);
  return async (id) => {
    const here = await git.blob(id);
    if (here !== null || github === null) return here;
    return github.blob(id).catch((error: unknown) => {
      if (isGithubs(error)) return null;
      throw error;
    });
  };
}

/** With what is wrong with the globs of code: their history is in no usual checkout. */
async function withCode({ context }: Job, looked: Looked): Promise<Looked> {
  return { ...looked, sources: await withCodeChecked(context, looked.sources, 'files') };
}

function reportOf({ inputs }: Job, looked: Looked, judge: Judge): Omit<Judged, 'hasFailed'> {
  const { fresh, accepted } = judge([...allProblems(looked), ...looked.sources.untidy]);
  const report = planReport(looked, problemsToShow(fresh, inputs.strict));
  return { report, accepted, translations: statusMarkdown(statusOf(looked.sources)) };
}

async function leaveForPosting(job: Job, report: PlanReport, head: string): Promise<void> {
  const file = await writeTemporary(job, commentFileName, formatCommentFile({ formatVersion: 1, head, report }));
  await setOutputs(job, { 'comment-file': file });
}

function surroundings(job: Job, { plan }: PlanReport, head: string, more: readonly string[]): PlanSurroundings {
  const { label, key, runUrl, event, token } = job;
  const isFork = event.is === 'pull-request' && event.isFork;
  const why = whyOffline(isFork, 'pull request');
  const where = runUrl === null ? 'The summary of the run' : `The [summary of the run](${runUrl})`;
  return {
    marker: markerOf('plan', key),
    data: plan === null ? '' : planData(plan),
    name: label,
    notes: [...(token === null && plan !== null ? [why] : []), ...more],
    commit: head,
    elsewhere: `${where} has them.`,
    addressOf: problemAddress,
  };
}

/** Keeps the comment up to date. Where GitHub does not let it, that is said, and the plan stands all the same. */
async function comment(job: Job, report: PlanReport, around: PlanSurroundings): Promise<void> {
  const { event, github, inputs, context, runner } = job;
  if (event.is !== 'pull-request' || !inputs.comment) return;
  if (event.isFork || github === null) {
    context.print('This run may not write comments; a second workflow can post the one in the output comment-file.\n');
    return;
  }
  try {
    const kept = await keepComment(github, event.number, around.marker, planMarkdown(report, around, commentLimit));
    await setOutputs(job, { comment: kept.html_url });
  } catch (error) {
    if (!isGithubs(error)) throw error;
    tell(runner, 'warning', error);
    await runner.summary('The comment on the pull request could not be written; this page has everything.');
  }
}
