import { GitError } from '../git/bot-git.ts';
import { explainError } from '../use-cases/explain-error.ts';
import { ActionError } from './action-error.ts';
import { GithubError } from './github/github-error.ts';
import type { Runner } from './github/runner.ts';
import type { Job } from './job.ts';

/** Names of the Action's outputs. */
export type OutputName =
  | 'plan'
  | 'digest'
  | 'changes'
  | 'held'
  | 'published'
  | 'failed'
  | 'errors'
  | 'warnings'
  | 'drift'
  | 'dead-links'
  | 'impact'
  | 'comment-file'
  | 'comment'
  | 'lockfile'
  | 'commit'
  | 'pull-request'
  | 'issue';

/** Sets outputs of the step; what is null is left out. */
export async function setOutputs(
  { runner }: Pick<Job, 'runner'>,
  outputs: Partial<Readonly<Record<OutputName, string | number | null>>>,
): Promise<void> {
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== null) await runner.output(name, String(value));
  }
}

/** An error in a sentence, with what to do. */
export function sentenceOf(error: unknown): { readonly code: string; readonly text: string } {
  if (error instanceof GithubError) return { code: `github-${error.code}`, text: error.message };
  if (error instanceof GitError) return { code: error.code, text: error.message };
  const { code, message, help } = error instanceof ActionError ? error : explainError(error);
  const stop = /[.!?]$/.test(message) ? '' : '.';
  return { code, text: help === '' ? message : `${message}${stop} ${help}` };
}

/** Says an error, or a warning, in the log and on the page of the run. */
export function tell(runner: Runner, level: 'error' | 'warning' | 'notice', error: unknown): void {
  const { code, text } = sentenceOf(error);
  runner.annotate(level, code, text);
}

/** Whether an error is GitHub's or git's, so that it says nothing about Intercom. */
export function isGithubs(error: unknown): boolean {
  return error instanceof GithubError || error instanceof GitError;
}
