import type { Held } from '../model/plan.ts';
import { type DriftReport, driftGone, driftMarkdown, editedWords } from '../report/drift-markdown.ts';
import { commentLimit, summaryLimit } from '../report/fit-together.ts';
import { inert } from '../report/markdown.ts';
import { count, paint } from '../report/paint.ts';
import { planText } from '../report/plan-text.ts';
import { articleDifferences } from '../use-cases/differences/articles.ts';
import { lookAt } from '../use-cases/look.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';
import type { Looked } from '../use-cases/plan-of.ts';
import { noGithub } from './comment.ts';
import { pullRequestAbout } from './edits.ts';
import { markerOf } from './github/marker.ts';
import { closeIssue, keepIssue } from './github/sticky-issue.ts';
import type { Job } from './job.ts';
import { bringNewest, openHome } from './lockfile.ts';
import { demandToken } from './publish.ts';
import { setOutputs } from './tell.ts';

const edits: readonly Held['why'][] = ['drift', 'conflict', 'pending-draft', 'gone'];

/**
 * `run: drift`: looks for edits that were made in Intercom, and keeps one issue or one pull request about them, closed
 * when nothing is left.
 *
 * @returns the exit code: finding an edit is no failure
 * @throws ActionError, GithubError, IntercomError
 */
export async function lookForDrift(job: Job): Promise<number> {
  demandToken(job);
  const home = await openHome(job);
  if (home !== null) await bringNewest(job, home, false);
  // What the configuration does about an edit is no matter here: an edit is an edit.
  const looked = await lookAt(job.context, await sourcesOrThrow(job.context), {
    onDrift: 'fail',
    ...(job.inputs.workspace === null ? {} : { workspace: job.inputs.workspace }),
  });
  const edited = looked.plan.held.filter(({ why }) => edits.includes(why));
  await setOutputs(job, { drift: edited.length, held: looked.plan.held.length, digest: looked.plan.digest });
  job.context.print(planText(looked.plan, paint(false), looked.remote?.workspace.name ?? null));
  const report = reportOf(job, looked, edited);
  const unseen = unseenIn(looked);
  if (unseen.length > 0) await sayUnseen(job, unseen);
  if (edited.length === 0 && unseen.length > 0) return 0;
  if (edited.length === 0) await job.runner.summary(driftGone('', job.label, null));
  else {
    await job.runner.summary(driftMarkdown({ ...report, marker: '' }, summaryLimit));
    const text = `${editedWords(edited)} edited in Intercom: ${edited
      .slice(0, 10)
      .map(({ key }) => key)
      .join(', ')}`;
    job.runner.annotate('warning', 'drift', text);
  }
  if (job.inputs.drift === 'issue') await issueAbout(job, report);
  if (job.inputs.drift === 'pull-request') await pullRequestAbout(job, home, report);
  return 0;
}

/** Managed articles of which nothing is known, because their sources have errors. */
function unseenIn({ sources, recorded }: Looked): readonly string[] {
  const failed = new Set(sources.desired.failed);
  return Object.keys(recorded.articles).filter((key) => failed.has(key));
}

/** That edits of these articles are not seen: what is open about them stays open. */
async function sayUnseen({ runner }: Job, keys: readonly string[]): Promise<void> {
  const names = keys.slice(0, 10).join(', ');
  const was = keys.length === 1 ? 'was' : 'were';
  const text = `${count(keys.length, 'article')} ${was} not looked at, because the sources have errors: ${names}. Open issues and pull requests about edits stay open.`;
  runner.annotate('warning', 'not-looked-at', text);
  await runner.summary(inert(text));
}

function reportOf({ key, label }: Job, looked: Looked, edited: readonly Held[]): DriftReport {
  const { remote, sources } = looked;
  const { desired } = sources;
  const keys = new Set(edited.map((one) => one.key));
  return {
    marker: markerOf('drift', key),
    name: label,
    workspaceName: remote?.workspace.name ?? '',
    edited,
    articles: articleDifferences(looked, keys),
    defaultLocale: desired.locale,
  };
}

async function issueAbout({ github, label, runUrl, runner, context }: Job, report: DriftReport): Promise<void> {
  if (github === null) throw noGithub();
  const { marker, edited } = report;
  if (edited.length === 0) {
    const closed = await closeIssue(github, marker, driftGone(marker, label, runUrl));
    if (closed !== null) context.print(`No edits are left: ${closed.html_url} is closed\n`);
    return;
  }
  const which = label === null ? '' : ` (${label})`;
  const title = `The help centre was edited in Intercom${which}`;
  const issue = await keepIssue(github, marker, title, driftMarkdown(report, commentLimit));
  await setOutputs({ runner }, { issue: issue.html_url });
  context.print(`The issue: ${issue.html_url}\n`);
}
