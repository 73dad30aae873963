import type { Problem } from '../model/problem.ts';
import { annotationsInOrder } from '../report/github-annotations.ts';
import { fromRoot } from '../use-cases/from-root.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { type ChangedLines, changedFirst, changedLines } from './github/changed-lines.ts';
import type { Job } from './job.ts';
import { isGithubs, sentenceOf, setOutputs } from './tell.ts';

/**
 * Shows problems at their lines in the pull request, those on changed lines first, and counts them in the outputs.
 */
export async function annotateProblems(job: Job, problems: readonly Problem[]): Promise<void> {
  const fileOf = fromRoot(job.host);
  const changed = problems.length === 0 ? new Map() : await changedInPull(job);
  const placed = changedFirst(problems, changed, ({ place }) =>
    place === undefined ? null : { file: fileOf(place.file), line: place.line },
  );
  job.runner.commands(annotationsInOrder(placed, fileOf, problemAddress));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  await setOutputs(job, { errors, warnings: problems.length - errors });
}

async function changedInPull({ event, github, context }: Job): Promise<ChangedLines> {
  if (event.is !== 'pull-request' || github === null) return new Map();
  try {
    return changedLines(await github.pullFiles(event.number));
  } catch (error) {
    if (!isGithubs(error)) throw error;
    // Only their order depends on it.
    context.say(`${sentenceOf(error).text}\n`);
    return new Map();
  }
}
