import { codeRange } from '../git/code-range.ts';
import { gitRunner } from '../git/git.ts';
import { isBot } from '../model/bots.ts';
import type { CodeChange } from '../model/impact.ts';
import { impactOf, toReview } from '../plan/impact.ts';
import { type ImpactToReview, impactSentence } from '../report/impact-markdown.ts';
import type { Sources } from '../use-cases/sources.ts';
import { type Watching, watchedArticles } from '../use-cases/watched.ts';
import type { WorkflowEvent } from './github/event.ts';
import type { GithubRepository } from './github/repository.ts';
import type { Job } from './job.ts';
import { isGithubs, sentenceOf, setOutputs } from './tell.ts';

/** What a pull request has to do with articles that it leaves as they are. */
export interface PullImpact {
  /** null: nothing, or nobody asked. */
  readonly impact: ImpactToReview | null;
  /** Whether that fails the step. */
  readonly hasFailed: boolean;
}

type PullRequest = Extract<WorkflowEvent, { readonly is: 'pull-request' }>;

/** No article has to do with it, or nobody asked. */
export const noImpact: PullImpact = { impact: null, hasFailed: false };

/**
 * Finds the articles that a pull request has to do with and leaves as they are, and says so at the step: as a warning, or
 * as an error where the input `impact` demands that somebody looks at them. Pull requests of bots are left alone. Where
 * no article names code, nobody is asked.
 */
export async function impactOnPull(job: Job, sources: Sources): Promise<PullImpact> {
  const { event, inputs, runner } = job;
  if (inputs.impact === 'off' || event.is !== 'pull-request' || event.byBot) return noImpact;
  const watching = await watchedArticles(sources);
  if (watching === null) return noImpact;
  const isRequired = inputs.impact === 'require';
  const level = isRequired ? 'error' : 'warning';
  const found = await changeOf(job, event, watching);
  if ('unknown' in found) {
    runner.annotate(level, 'impact-unknown', found.unknown);
    return { impact: null, hasFailed: isRequired };
  }
  if (!found.isWhole) runner.annotate(level, 'impact-unknown', cutOff);
  const hasFailed = isRequired && !found.isWhole;
  const articles = toReview(impactOf(watching.articles, found.change, watching.isDocs)).map(
    ({ key, title, file, hits }) => ({ key, title, file, hits }),
  );
  await setOutputs(job, { impact: articles.length });
  if (articles.length === 0) return { impact: null, hasFailed };
  const impact = { articles, isRequired };
  runner.annotate(level, 'impact', impactSentence(impact));
  return { impact, hasFailed: isRequired };
}

/** Not `isWhole`: there are more files or commits than are told of. */
type FoundChange = { readonly change: CodeChange; readonly isWhole: boolean } | { readonly unknown: string };

/** What GitHub lists at most. */
const most = { files: 3_000, commits: 250 };
const cutOff =
  'This pull request is too large for GitHub to list all of it (3,000 files and 250 commits at most), so articles may be missing here. Check out with "fetch-depth: 0".';

/** GitHub knows what a pull request changes, however little of it is checked out; git does where all of it is. */
async function changeOf(job: Job, event: PullRequest, watching: Watching): Promise<FoundChange> {
  const told = job.github === null ? null : await fromGithub(job.github, event);
  if (told !== null && 'change' in told && told.isWhole) return told;
  const local = await fromGit(job, event, watching);
  if (local !== null) return { change: local, isWhole: true };
  if (told !== null && 'change' in told) return told;
  const help = 'Give the job the permission "pull-requests: read", or check out with "fetch-depth: 0".';
  const why = told === null ? 'there is no token for GitHub, and git does not have the commits' : told.unknown;
  return { unknown: `Which articles this pull request has to do with is not known: ${why} ${help}` };
}

async function fromGithub(github: GithubRepository, { number }: PullRequest): Promise<FoundChange> {
  try {
    const listed = await github.pullFiles(number);
    const commits = await github.pullCommits(number);
    const byBots =
      commits.length > 0 && commits.every(({ commit: { author } }) => isBot(author?.name ?? '', author?.email));
    const files = listed.map(({ filename, status, previous_filename: old }) => ({
      path: filename,
      ...(status === 'renamed' && old !== undefined ? { old } : {}),
      ...(byBots ? { byBots: true as const } : {}),
    }));
    const isWhole = listed.length < most.files && commits.length < most.commits;
    return { change: { files, messages: commits.map(({ commit }) => commit.message) }, isWhole };
  } catch (error) {
    if (!isGithubs(error)) throw error;
    return { unknown: sentenceOf(error).text };
  }
}

async function fromGit({ context }: Job, { base, head }: PullRequest, { root }: Watching): Promise<CodeChange | null> {
  return base === null ? null : codeRange(gitRunner(root, context.host.env), base, head);
}
