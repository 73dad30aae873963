import { pageAddress } from '../model/documentation.ts';
import { deadLinksGone, deadLinksMarkdown, deadWords } from '../report/dead-links-markdown.ts';
import { commentLimit, summaryLimit } from '../report/fit-together.ts';
import { linksSummary } from '../report/links-summary.ts';
import { inert } from '../report/markdown.ts';
import { count } from '../report/paint.ts';
import type { LinksReport } from '../use-cases/check-links.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';
import { noGithub } from './comment.ts';
import { markerOf } from './github/marker.ts';
import { closeIssue, keepIssue } from './github/sticky-issue.ts';
import type { Job } from './job.ts';
import { setOutputs } from './tell.ts';

/** Looks at addresses on the web. It is loaded where it is asked for. */
type Look = typeof import('../use-cases/check-links.ts').checkLinks;

const lookAtLinks: Look = async (...asked) => (await import('../use-cases/check-links.ts')).checkLinks(...asked);

/**
 * `run: links`: looks whether the addresses on the web that articles link to still exist, and keeps one issue about those
 * that do not, closed when all are well again. It asks nobody but them and GitHub, and needs no token of Intercom.
 *
 * @param look looks at addresses on the web
 * @returns the exit code: a dead link is no failure
 * @throws ActionError, GithubError, ProblemsError
 */
export async function lookForDeadLinks(job: Job, look: Look = lookAtLinks): Promise<number> {
  const sources = await sourcesOrThrow(job.context);
  const report = await look(sources.external, sources, job.context);
  const { dead, failedOnce } = report;
  await setOutputs(job, { 'dead-links': dead.length });
  job.context.print(`${linksSummary(report)}\n`);
  await job.runner.summary(
    [
      ...(dead.length === 0 ? [] : [deadLinksMarkdown(dead, { marker: '', name: job.label, limit: summaryLimit })]),
      inert(linksSummary(report)),
    ].join('\n\n'),
  );
  if (dead.length > 0) {
    const named = dead.slice(0, 10).map(({ url }) => url);
    job.runner.annotate('warning', 'dead-links', `${deadWords(dead.length)}: ${named.join(', ')}`);
  }
  if (!report.isRemembered && failedOnce.length > 0) job.runner.annotate('notice', 'links-not-remembered', forgetful);
  const unread = sources.unread.length + sources.misplaced.length;
  if (unread > 0) sayUnread(job, unread);
  await issueAbout(job, report, unread > 0);
  return 0;
}

const forgetful = `Nothing is known from earlier runs, and an address is dead when it failed on two days: keep .helpcentre/cache from run to run, as the workflow at ${pageAddress('guides/action')} does.`;

function sayUnread({ runner }: Job, unread: number): void {
  const text = `${count(unread, 'source')} could not be read, so that the links in there were not looked at: an open issue stays open.`;
  runner.annotate('warning', 'not-looked-at', text);
}

/** @param isPart whether there may be links that nobody looked at */
async function issueAbout(job: Job, report: LinksReport, isPart: boolean): Promise<void> {
  const { github, label, runUrl, context, key } = job;
  if (github === null) throw noGithub();
  const marker = markerOf('links', key);
  const { dead, failedOnce, unchecked, isRemembered } = report;
  if (dead.length > 0) {
    const which = label === null ? '' : ` (${label})`;
    const sorted = [...dead].sort((a, b) => (a.url < b.url ? -1 : 1));
    const text = deadLinksMarkdown(sorted, { marker, name: label, limit: commentLimit });
    const issue = await keepIssue(github, marker, `Links in the help centre lead nowhere${which}`, text);
    await setOutputs(job, { issue: issue.html_url });
    context.print(`The issue: ${issue.html_url}\n`);
    return;
  }
  // Where a memory got lost, dead ones fail for the first time again, or nobody can tell: that is no reason to close it.
  if (isPart || failedOnce.length > 0 || (!isRemembered && unchecked.length > 0)) return;
  const closed = await closeIssue(github, marker, deadLinksGone(marker, label, runUrl));
  if (closed !== null) context.print(`No dead links are left: ${closed.html_url} is closed\n`);
}
