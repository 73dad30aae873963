import path from 'node:path';
import { readOwn } from '../disk/own-file.ts';
import { gitText } from '../git/bot-git.ts';
import type { Pull } from '../model/pulled.ts';
import { type DriftReport, driftGone } from '../report/drift-markdown.ts';
import { commentLimit, fitTogether } from '../report/fit-together.ts';
import { paint } from '../report/paint.ts';
import { leftOut } from '../report/plan-markdown.ts';
import { pullMarkdown } from '../report/pull-markdown.ts';
import { pullText } from '../report/pull-text.ts';
import { pullArticles } from '../use-cases/pull/pull.ts';
import { ActionError } from './action-error.ts';
import { noGithub } from './comment.ts';
import { closePull, keepPull } from './github/kept-pull.ts';
import { isOnlyOurs } from './github/only-ours.ts';
import { type PushResult, pushResult } from './github/push-result.ts';
import { fetchTip, fileAt, makeCommit, type Tip } from './github/tip.ts';
import type { Job } from './job.ts';
import { type Home, localLockfile } from './lockfile.ts';
import { isOvertaken, sourcePaths } from './overtaken.ts';
import { ownBranch } from './own-branch.ts';
import { setOutputs } from './tell.ts';

/**
 * Keeps one pull request that takes edits made in Intercom into the sources; closed, its branch taken away, when nothing
 * is left.
 *
 * @param home where the lockfile lives: it changes with the sources
 * @throws ActionError, GithubError, GitError
 */
export async function pullRequestAbout(job: Job, home: Home | null, report: DriftReport): Promise<void> {
  const { github, context, inputs, label, runUrl } = job;
  if (github === null) throw noGithub();
  if (home === null) {
    const help = 'Leave the input lockfile out, or use drift: issue.';
    throw new ActionError('no-lockfile', 'drift: pull-request needs to know where the lockfile lives', help);
  }
  const branch = ownBranch(inputs, 'edits');
  const tip = await fetchTip(home.git, home.target);
  if (tip === null || (await isOvertaken(job, home, tip))) {
    context.print('The branch has newer sources than this run; the next run looks again.\n');
    return;
  }
  const pull = report.edited.length === 0 ? null : await pullArticles(context, [], {});
  if (pull !== null) context.print(pullText(pull, paint(false)));
  const files = pull === null ? new Map<string, Uint8Array | string>() : await changedFiles(job, home, tip, pull);
  const before = await fetchTip(home.git, branch, 2);
  if (before !== null && !(await isOnlyOurs(home.git, before, tip))) {
    const text = `Somebody pushed to ${branch}: it and its pull request are left as they are. Merge the pull request, or delete the branch; the next run goes on from there.`;
    job.runner.annotate('warning', 'drift', text);
    return;
  }
  if (pull === null || files.size === 0) {
    const closed = await closePull(github, branch, driftGone(report.marker, label, runUrl));
    if (closed !== null) context.print(`No edit is left to take: ${closed.html_url} is closed\n`);
    if (before !== null) await dropBranch(home, before);
    return;
  }
  await pushEdits(home, { branch, before, tip, files });
  const which = label === null ? '' : ` (${label})`;
  const title = `Take edits from Intercom into the sources${which}`;
  const kept = await keepPull(github, { head: branch, base: home.target, title, body: bodyOf(pull) });
  await setOutputs(job, { 'pull-request': kept.html_url });
  context.print(`The pull request: ${kept.html_url}\n`);
}

/**
 * What the pull wrote: sources, images and the lockfile, by path from the root. Other files of the checkout are none of
 * its business, whatever earlier steps left there.
 */
async function changedFiles(
  job: Job,
  home: Home,
  tip: Tip,
  pull: Pull,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const { git, path: lockfile } = home;
  const content = (await sourcePaths(job, home))?.at(-1) ?? '.';
  const root = await gitText(git, ['rev-parse', '--show-toplevel']);
  const written = pull.pulled.filter(({ result }) => result !== 'noted').map((one) => one.path);
  const files = new Map<string, Uint8Array | string>();
  for (const own of new Set([...written, ...pull.images])) {
    const name = path.posix.join(content, own);
    // Written a moment ago; a link that came into its place meanwhile is not followed.
    const bytes = await readOwn(path.join(root, name), root);
    if (bytes === null) throw new ActionError('edits-not-pushed', `${name} is gone again`, 'Run again.');
    files.set(name, bytes);
  }
  if (files.size === 0) return files;
  // What others put there meanwhile stays.
  const before = await fileAt(git, 'HEAD', lockfile);
  const merged = home.merge(before, await localLockfile(job), await fileAt(git, tip.commit, lockfile));
  if (merged !== null) files.set(lockfile, merged);
  return files;
}

interface Edits {
  readonly branch: string;
  /** What is on the branch so far, only ours; null: there is none. */
  readonly before: Tip | null;
  readonly tip: Tip;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** Puts the edits on their branch, on top of the newest commit. */
async function pushEdits(home: Home, { branch, before, tip, files }: Edits): Promise<void> {
  const { git } = home;
  const message = 'Take edits from Intercom into the sources\n';
  const commit = await makeCommit(git, { parents: [tip.commit], from: tip.commit, files, message });
  if (before !== null && (await isSame(home, before.commit, commit))) return;
  const lease = `--force-with-lease=refs/heads/${branch}:${before?.commit ?? ''}`;
  const asked = ['push', '--porcelain', lease, 'origin', `${commit}:refs/heads/${branch}`];
  const result: PushResult = pushResult(await git.run(asked));
  if (result.is === 'pushed') return;
  const detail = result.is === 'moved' ? 'somebody pushed to it at the same time' : result.detail;
  const help = 'The job needs "permissions: contents: write" for drift: pull-request.';
  throw new ActionError('edits-not-pushed', `the branch ${branch} could not be pushed: ${detail}`, help);
}

/** Whether two commits have the same files and come after the same commit. */
async function isSame({ git }: Home, one: string, other: string): Promise<boolean> {
  const facts = (commit: string) => gitText(git, ['log', '-1', '--format=%T %P', commit]);
  return (await facts(one)) === (await facts(other));
}

async function dropBranch({ git }: Home, { branch, commit }: Tip): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${branch}:${commit}`;
  await git.run(['push', '--porcelain', lease, 'origin', `:refs/heads/${branch}`]);
}

const head =
  'This takes edits that were made in Intercom into the sources they belong to. It is kept up to date until it is merged, and closed when nothing is left. Merge it as it is: the lockfile in it says that these edits are known.';

function bodyOf(pull: Pull): string {
  const parts = [{ name: 'the list of files', text: pullMarkdown(pull) }];
  const foot = (left: readonly string[]): string =>
    left.length === 0 ? '' : leftOut(left, 'The changed files say all of it.');
  return fitTogether(head, parts, foot, commentLimit);
}
