import path from 'node:path';
import { readConfiguration } from '../config/settings.ts';
import { GitError, gitText } from '../git/bot-git.ts';
import { lockfileName } from '../record/lockfile.ts';
import { configurationFile, standOf } from '../use-cases/context.ts';
import { type Checkout, openCheckout } from './github/checkout.ts';
import { fetchTip, type Tip } from './github/tip.ts';
import type { Job } from './job.ts';
import { configurationFolder, targetBranch } from './lockfile.ts';

/** A branch that is published, and the checkout that reaches it. */
export interface PublishedBranch {
  readonly checkout: Checkout;
  /** Name of the branch. */
  readonly target: string;
  /** Path of the lockfile from the root. */
  readonly path: string;
}

/**
 * Whether the branch has newer sources than the commit at hand: their own run publishes them, and this one would put
 * old texts over them. A newer lockfile alone is no matter.
 */
export async function isOvertaken(job: Job, branch: PublishedBranch, tip: Tip | null): Promise<boolean> {
  const { commit } = job;
  if (tip === null || tip.commit === commit || commit === '') return false;
  const watched = await sourcePaths(job, branch);
  if (watched === null) return false;
  const changed = await gitText(branch.checkout.git, [
    'diff',
    '--name-only',
    '-z',
    'HEAD',
    tip.commit,
    '--',
    ...watched,
  ]);
  return changed.split('\0').some((name) => name !== '' && name !== branch.path);
}

/**
 * The same where the lockfile is kept by somebody else, so that git is needed for nothing but this: where it cannot be
 * told, that is said, and publishing goes on. A tag is published on purpose, however old it is.
 *
 * @returns name of the branch that has newer sources; null for none
 */
export async function overtakenWithoutHome(job: Job): Promise<string | null> {
  const { host, inputs, runner } = job;
  if (!host.env.GITHUB_REF?.startsWith('refs/heads/')) return null;
  const checkout = await openCheckout(configurationFolder(job), host.env, inputs['github-token']);
  if (checkout === null) return null;
  const branch = { checkout, target: targetBranch(job), path: `${checkout.prefix}${lockfileName}` };
  try {
    return (await isOvertaken(job, branch, await fetchTip(checkout.git, branch.target))) ? branch.target : null;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const text = `Whether ${branch.target} has newer sources than this run is not known: ${error.message}`;
    runner.annotate('warning', error.code, text);
    return null;
  }
}

/** The configuration and the content folder, from the root of the checkout; null where they cannot be read. */
export async function sourcePaths({ context }: Job, { checkout }: PublishedBranch): Promise<readonly string[] | null> {
  const file = configurationFile(context);
  const found = await readConfiguration(context.cwd, file, standOf(context));
  if (!found.ok) return null;
  const content = path.posix.join(checkout.prefix, found.settings.content);
  return [path.posix.join(checkout.prefix, path.basename(file)), content];
}
