import { constants } from 'node:fs';
import path from 'node:path';
import { openOwn } from '../disk/own-file.ts';
import { pageAddress } from '../model/documentation.ts';
import { commentLimit } from '../report/fit-together.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { ActionError } from './action-error.ts';
import { type CommentFile, mostBytes, parseCommentFile } from './comment-file.ts';
import { markerOf } from './github/marker.ts';
import type { Pull } from './github/repository.ts';
import { keepComment } from './github/sticky-comment.ts';
import type { Job } from './job.ts';
import { planData } from './plan-data.ts';
import { setOutputs } from './tell.ts';

/**
 * `run: comment`: posts what the run of a pull request left, from a workflow that runs with the rights of the base
 * repository. Which pull request it is, the event says and never the file.
 *
 * @returns the exit code
 * @throws ActionError, GithubError
 */
export async function postComment(job: Job): Promise<number> {
  const { event, github, inputs, context } = job;
  if (event.is !== 'workflow-run') {
    throw new ActionError(
      'no-workflow-run',
      'run: comment posts what another workflow prepared, and this run was not started by one',
      `Start it with "on: workflow_run"; ${pageAddress('guides/action')} has the two workflows.`,
    );
  }
  if (event.of !== 'pull_request') {
    context.print('The other workflow did not run for a pull request, so there is nothing to post.\n');
    return 0;
  }
  if (github === null) throw noGithub();
  const file = await readCommentFile(job, inputs['comment-file']);
  const pulls = event.headName === null ? [] : await github.openPulls(event.headName);
  const ours = pulls.filter(({ head }) => head.sha === event.head);
  if (ours.length === 0 || file.head !== event.head) {
    context.print('The pull request is closed or has newer commits, so nothing was posted.\n');
    return 0;
  }
  for (const pull of ours) await post(job, pull, file);
  return 0;
}

async function post(job: Job, pull: Pull, { report, head }: CommentFile): Promise<void> {
  const { github, label, key, context } = job;
  if (github === null) throw noGithub();
  const marker = markerOf('plan', key);
  const from = 'This comes from a run of the pull request itself, which has no secrets: read it with that in mind.';
  const around = {
    marker,
    data: report.plan === null ? '' : planData(report.plan),
    name: label,
    notes: [from],
    commit: head,
    elsewhere: 'See the summary of that run.',
    addressOf: problemAddress,
  };
  const comment = await keepComment(github, pull.number, marker, planMarkdown(report, around, commentLimit));
  await setOutputs(job, { comment: comment.html_url });
  context.print(`The comment is on ${pull.html_url}\n`);
}

async function readCommentFile({ context }: Job, name: string | null): Promise<CommentFile> {
  if (name === null) {
    throw new ActionError(
      'no-comment-file',
      'run: comment needs the input comment-file',
      'Download the artifact that the other workflow uploaded, and name the file in it.',
    );
  }
  const file = path.resolve(context.cwd, name);
  const content = await readUpTo(file, context.cwd, mostBytes);
  const parsed = content === null ? null : parseCommentFile(content);
  if (parsed !== null) return parsed;
  throw new ActionError(
    'bad-comment-file',
    `${name} is not a comment file that this version can read`,
    'Nothing was posted.',
  );
}

/** A file's text; null when it has more bytes than that. */
async function readUpTo(file: string, root: string, most: number): Promise<string | null> {
  const handle = await openOwn(file, root, constants.O_RDONLY);
  try {
    const { size } = await handle.stat();
    return size > most ? null : await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** What is thrown where something has to be written on GitHub and there is no token for it. */
export function noGithub(): ActionError {
  return new ActionError(
    'no-github-token',
    'there is no token for GitHub',
    'Remove the input github-token to use its default.',
  );
}
