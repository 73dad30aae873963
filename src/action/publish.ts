import path from 'node:path';
import { problemsToShow } from '../cli/check.ts';
import type { Plan } from '../model/plan.ts';
import { summaryLimit } from '../report/fit-together.ts';
import { code } from '../report/markdown.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { count, paint } from '../report/paint.ts';
import { planDifferencesText, planText } from '../report/plan-text.ts';
import { undoneRedirects } from '../report/redirect-text.ts';
import { statusMarkdown } from '../report/status-markdown.ts';
import type { Judge } from '../use-cases/baseline.ts';
import { allProblems } from '../use-cases/plan.ts';
import { acceptedNote } from '../use-cases/plan-report.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { hasFallenShort, type PublishRun, publishSources } from '../use-cases/publish.ts';
import { differencesFromSaved, planDiffers } from '../use-cases/saved-plan.ts';
import { statusOf } from '../use-cases/status.ts';
import { ActionError } from './action-error.ts';
import { whyNoPush } from './github/lockfile-home.ts';
import type { Tip } from './github/tip.ts';
import type { Job } from './job.ts';
import { judgeOf } from './judge.ts';
import { type Keeping, keep, prepareKeeping } from './keep.ts';
import { bringNewest, type Home, openHome } from './lockfile.ts';
import { isOvertaken, overtakenWithoutHome } from './overtaken.ts';
import { annotateProblems } from './problems.ts';
import { type Compared, compareWithShown } from './shown-plan.ts';
import { setOutputs } from './tell.ts';

/**
 * `run: publish`: publishes the commit, and puts the lockfile into the repository, also when some articles failed and
 * when the run is asked to stop.
 *
 * @returns the exit code
 */
export async function publishOnMerge(job: Job): Promise<number> {
  demandToken(job);
  const judge = await judgeOf(job);
  const home = await openHome(job);
  if (home !== null) await demandPush(home);
  const begun = home === null ? { base: null, side: null, tip: null } : await bringNewest(job, home, true);
  const newer = await newerBranch(job, home, begun.tip);
  if (newer !== null) return overtaken(job, newer);
  await prepareKeeping(job, begun);
  let run: PublishRun;
  let compared: Compared = { text: '', moved: [] };
  try {
    run = await publishSources(job.context, planOptions(job), async ({ plan, remote, ...planned }) => {
      job.context.print(planText(plan, paint(false), remote.workspace.name));
      await annotateProblems(job, problemsToShow(judge(allProblems({ plan, ...planned })).fresh, false));
      await demandSaved(job, plan);
      compared = await compareWithShown(job, plan);
      if (compared.moved.length > 0) job.context.print(planDifferencesText(compared.moved, paint(false)));
      return 'yes';
    });
  } catch (error) {
    const { text } = await keep(job, home, begun);
    if (text !== '') await job.runner.summary(text);
    throw error;
  }
  const keeping = await keep(job, home, begun);
  return finish(job, run, { compared, keeping, judge });
}

/** @throws ActionError when there is no token for Intercom */
export function demandToken({ token }: Job): void {
  if (token !== null) return;
  throw new ActionError(
    'no-token',
    'the input token is empty',
    'Give it the secret that holds your access token (secrets.INTERCOM_ACCESS_TOKEN). Runs for pull requests from forks get no secrets.',
  );
}

/** Stops before anything is published where the lockfile could not be kept. */
async function demandPush(home: Home): Promise<void> {
  const why = await whyNoPush(home);
  if (why === null) return;
  throw new ActionError(
    'no-push',
    `the token may not push and the lockfile would be lost, so nothing was published (${why})`,
    'Give the job "permissions: contents: write", or keep the lockfile yourself with lockfile: none.',
  );
}

function planOptions({ inputs }: Job) {
  return {
    allowRemovals: inputs['allow-removals'],
    paths: inputs.paths,
    ...(inputs['changed-since'] === null ? {} : { changedSince: inputs['changed-since'] }),
    ...(inputs.staging === null ? {} : { mode: inputs.staging }),
    ...(inputs.workspace === null ? {} : { workspace: inputs.workspace }),
    ...(inputs.promote === null ? {} : { promote: inputs.promote }),
    ...(inputs['on-drift'] === null ? {} : { onDrift: inputs['on-drift'] }),
  };
}

/**
 * The branch that is published, if it has newer sources, whose own run publishes them. What is promoted is compared with
 * what the other target has by now, so that nothing old gets there.
 */
async function newerBranch(job: Job, home: Home | null, tip: Tip | null): Promise<string | null> {
  if (job.inputs.promote !== null) return null;
  if (home === null) return await overtakenWithoutHome(job);
  return (await isOvertaken(job, home, tip)) ? home.target : null;
}

async function overtaken({ runner, commit }: Job, target: string): Promise<number> {
  const text = `${target} has newer sources than commit ${commit.slice(0, 12)}, which another run publishes, so this run published nothing. If that run is missing, run the workflow for the newest commit.`;
  runner.annotate('notice', 'overtaken', text);
  await runner.summary(
    `### Help centre: nothing published\n\n${code(target)} has newer sources, which another run publishes.`,
  );
  return 0;
}

/** Stops where exactly one plan was asked for, and this is another. */
async function demandSaved({ inputs, context, runner }: Job, plan: Plan): Promise<void> {
  if (inputs.plan === null) return;
  const file = path.resolve(context.cwd, inputs.plan);
  const differences = await differencesFromSaved(context, file, plan);
  if (differences === null) return;
  const words = planDifferencesText(differences, paint(false));
  context.print(words);
  const rows = differences.map(({ key, before, after }) => `- ${code(key)} ${before} then, ${after} now`);
  await runner.summary(['**What changed since the plan was made**', '', ...rows.slice(0, 200)].join('\n'));
  throw planDiffers(inputs.plan, differences);
}

async function finish(
  job: Job,
  run: PublishRun,
  { compared, keeping, judge }: { readonly compared: Compared; readonly keeping: Keeping; readonly judge: Judge },
): Promise<number> {
  const { planned, facts } = run;
  const { plan } = planned;
  const { fresh, accepted } = judge(allProblems(planned));
  const failed = facts.outcomes.filter(({ result }) => result === 'failed').length;
  const undone = failed + facts.notBegun.length + facts.failedCollections.size + undoneRedirects(facts).length;
  await setOutputs(job, {
    digest: plan.digest,
    changes: plan.changes.length + plan.collections.length + (plan.redirects?.length ?? 0),
    held: plan.held.length,
    published: facts.outcomes.length - failed,
    failed: undone,
  });
  job.context.print(outcomeText(facts, paint(false)));
  const report = {
    name: job.label,
    facts,
    plan,
    problems: problemsToShow(fresh, false),
    notes: acceptedNote(accepted),
    moved: compared.moved,
    compared: job.inputs.plan === null ? compared.text : 'This is exactly the plan of the plan file.',
    lockfile: keeping.text,
    addressOf: problemAddress,
  };
  const translations = statusMarkdown(statusOf(planned.sources));
  await job.runner.summary(outcomeMarkdown(report, summaryLimit));
  if (translations !== '') await job.runner.summary(translations);
  sayShort(job, run, failed);
  return hasFallenShort(run, fresh) || !keeping.isKept ? 1 : 0;
}

/** What keeps the run from being a success, on the page of the run. */
function sayShort({ runner, host }: Job, { planned, facts }: PublishRun, failed: number): void {
  const { held } = planned.plan;
  if (host.signal.aborted) {
    const left = facts.notBegun.length;
    runner.annotate(
      'error',
      'cancelled',
      `The run was asked to stop before ${count(left, 'change')} began. Run it again to go on.`,
    );
  }
  if (failed > 0)
    runner.annotate(
      'error',
      'failed',
      `${count(failed, 'change')} failed. The summary names ${failed === 1 ? 'it' : 'them'}.`,
    );
  if (held.length > 0) {
    const names = held
      .slice(0, 10)
      .map(({ key }) => key)
      .join(', ');
    runner.annotate(
      'error',
      'held-back',
      `${held.length} articles are held back: ${names}. The summary says how to go on.`,
    );
  }
}
