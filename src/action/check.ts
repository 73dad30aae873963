import { problemsToShow } from '../cli/check.ts';
import { acceptedWords } from '../cli/show-problems.ts';
import { fitTogether, type Part, summaryLimit } from '../report/fit-together.ts';
import { impactPart } from '../report/impact-markdown.ts';
import { leftOut, titleOf } from '../report/plan-markdown.ts';
import { problemsPart } from '../report/problems-part.ts';
import { problemsSummary } from '../report/problems-text.ts';
import { withCodeChecked } from '../use-cases/code-problems.ts';
import { imageProblems } from '../use-cases/local-images.ts';
import { acceptedNote } from '../use-cases/plan-report.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { gatherSources } from '../use-cases/sources.ts';
import { impactOnPull, noImpact } from './impact.ts';
import type { Job } from './job.ts';
import { judgeOf } from './judge.ts';
import { annotateProblems } from './problems.ts';

/** `run: check`: every problem at its line, and in the summary. Asks nobody but GitHub. @returns the exit code */
export async function checkSources(job: Job): Promise<number> {
  const judge = await judgeOf(job);
  const gathered = await gatherSources(job.context);
  const result = gathered.ok
    ? { ...gathered, sources: await withCodeChecked(job.context, gathered.sources) }
    : gathered;
  const found = result.ok
    ? [
        ...result.sources.problems,
        ...result.sources.untidy,
        // What a workflow checks it publishes: what fails then is an error now.
        ...(await imageProblems(result.sources, job.context, 'error')),
      ]
    : result.problems;
  const { fresh, accepted } = judge(found);
  const problems = problemsToShow(fresh, job.inputs.strict);
  await annotateProblems(job, problems);
  const { impact, hasFailed } = result.ok ? await impactOnPull(job, result.sources) : noImpact;
  const parts = [...impactPart(impact ?? undefined), ...problemsPart(problems, problemAddress)];
  await job.runner.summary(checkMarkdown(job, problemsSummary(problems), acceptedNote(accepted), parts));
  job.context.print(`${problemsSummary(problems)}${acceptedWords(accepted.length, 0)}\n`);
  return hasFailed || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function checkMarkdown({ label }: Job, found: string, notes: readonly string[], parts: readonly Part[]): string {
  const head = [`### ${titleOf(label)}: ${found}`, ...notes].join('\n\n');
  const foot = (left: readonly string[]): string => (left.length === 0 ? '' : leftOut(left, 'The log has all of it.'));
  return fitTogether(head, parts, foot, summaryLimit);
}
