import path from 'node:path';
import type { MergeRequest } from '../forge/merge-request.ts';
import type { Problem } from '../model/problem.ts';
import { summaryLimit } from '../report/fit-together.ts';
import { type PlanReport, planMarkdown } from '../report/plan-markdown.ts';
import { type CommonOptions, type Context, configurationFile, shownPath } from '../use-cases/context.ts';
import { demandMergeRequest, keepPlanNote } from '../use-cases/keep-plan-note.ts';
import type { Looked } from '../use-cases/plan-of.ts';
import { acceptedNote, noPlanReport, planReport, whyOffline } from '../use-cases/plan-report.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { problemsToShow } from './check.ts';

/** How a plan is reported besides, or instead. */
export interface ReportOptions {
  readonly format?: 'text' | 'markdown';
  /** Keep a note on the merge request that the pipeline runs for. */
  readonly note?: boolean;
}

/** Reports a plan as Markdown. */
export interface Reporter {
  tell(looked: Looked, fresh: readonly Problem[], accepted: readonly Problem[]): Promise<void>;
  /** Says why there is none. */
  tellNone(problems: readonly Problem[]): Promise<void>;
}

/**
 * What reports the plan as Markdown: on standard output, or in the note of a merge request.
 *
 * @returns null where neither was asked for
 * @throws UsageError where there is no merge request to keep a note on
 */
export function reporterOf(context: Context, options: CommonOptions & ReportOptions): Reporter | null {
  if (options.note !== true && options.format !== 'markdown') return null;
  const request = options.note === true ? demandMergeRequest(context.host) : null;
  const write = async (report: PlanReport, notes: readonly string[]): Promise<void> => {
    if (options.format === 'markdown') context.print(`${plainMarkdown(context, report, notes)}\n`);
    if (request !== null) await writeNote(context, request, report, notes);
  };
  return {
    tell(looked, fresh, accepted) {
      const isFork = request?.isFork === true;
      const word = request?.forge === 'GitLab' ? 'merge request' : 'pull request';
      // Without a request the report says that Intercom was not asked, and nobody asks why.
      const why = looked.remote === null && request !== null ? [whyOffline(isFork, word)] : [];
      const problems = problemsToShow([...fresh, ...looked.sources.untidy], false);
      return write(planReport(looked, problems), [...why, ...acceptedNote(accepted)]);
    },
    tellNone: (problems) => write(noPlanReport(problemsToShow(problems, false)), []),
  };
}

/** The report for whatever shows Markdown, such as the summary of a job. */
function plainMarkdown({ host, options }: Context, report: PlanReport, notes: readonly string[]): string {
  const { CI_COMMIT_SHA: gitlab, BITBUCKET_COMMIT: bitbucket, GITHUB_SHA: github } = host.env;
  const surroundings = {
    ...{ marker: '', data: '', notes, addressOf: problemAddress },
    name: options.target ?? null,
    commit: gitlab || bitbucket || github || '',
    elsewhere: '`helpcentre diff` shows them.',
  };
  return planMarkdown(report, surroundings, summaryLimit);
}

async function writeNote(
  context: Context,
  request: MergeRequest,
  report: PlanReport,
  notes: readonly string[],
): Promise<void> {
  const { host, options } = context;
  const root = host.env.CI_PROJECT_DIR || host.env.BITBUCKET_CLONE_DIR || host.cwd;
  const file = shownPath(path.resolve(host.cwd, root), configurationFile(context));
  const name = options.target ?? null;
  const key = name === null ? file : `${file}/${name}`;
  const { isKept, text } = await keepPlanNote(host, request, report, { key, name, notes });
  // What was not written is said with --quiet too: nobody would look for it.
  if (isKept) context.say(`${text}\n`);
  else host.stderr.write(`${text}\n`);
}
