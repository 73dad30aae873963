import path from 'node:path';
import { readOwn, removeOwn } from '../disk/own-file.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Lockfile } from '../model/recorded.ts';
import { formatLockfile } from '../record/format-lockfile.ts';
import { lockfileName } from '../record/lockfile.ts';
import { mergeLockfiles } from '../record/merge-lockfiles.ts';
import { emptyLockfile, parseLockfile } from '../record/parse-lockfile.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { configurationFile } from '../use-cases/context.ts';
import { ActionError } from './action-error.ts';
import { type Checkout, openCheckout } from './github/checkout.ts';
import { type LockfileHome, newestLockfile } from './github/lockfile-home.ts';
import { fetchSomeHistory, fetchTip, type Tip } from './github/tip.ts';
import type { Job } from './job.ts';
import { ownBranch } from './own-branch.ts';

/** Absolute folder of the configuration, and with it of the lockfile. */
export function configurationFolder({ context }: Job): string {
  return path.dirname(configurationFile(context));
}

/** Absolute path of the lockfile in the checkout. */
export function lockfilePath(job: Job): string {
  return path.join(configurationFolder(job), lockfileName);
}

/** Text of the lockfile in the checkout; null when there is none. */
export async function localLockfile(job: Job): Promise<string | null> {
  const file = lockfilePath(job);
  return (await readOwn(file, path.dirname(file)))?.toString('utf8') ?? null;
}

/** Where the lockfile lives, with the checkout that reaches it. */
export interface Home extends LockfileHome {
  readonly checkout: Checkout;
}

/**
 * Finds where the lockfile lives.
 *
 * @returns null for `lockfile: none`
 * @throws ActionError when that cannot be told
 */
export async function openHome(job: Job): Promise<Home | null> {
  const { inputs, host } = job;
  if (inputs.lockfile === 'none') return null;
  const checkout = await openCheckout(configurationFolder(job), host.env, inputs['github-token']);
  if (checkout === null) {
    throw new ActionError(
      'no-checkout',
      'the working directory is not in a git checkout with a remote "origin"',
      'Run actions/checkout before this step, or keep the lockfile yourself with lockfile: none.',
    );
  }
  return {
    checkout,
    git: checkout.git,
    mode: inputs.lockfile,
    target: targetBranch(job),
    side: inputs['lockfile-branch'] ?? ownBranch(inputs, 'lockfile'),
    path: `${checkout.prefix}${lockfileName}`,
    merge: mergeTexts,
    pause: (attempt) => host.sleep(attempt * 300 * (0.5 + host.random())),
  };
}

/** Branch that a run publishes: the one that was pushed, else the repository's default branch. */
export function targetBranch({ host, defaultBranch }: Job): string {
  const pushed = /^refs\/heads\/(.+)$/.exec(host.env.GITHUB_REF ?? '')?.[1];
  const branch = pushed ?? defaultBranch;
  if (branch !== null) return branch;
  throw new ActionError('no-branch', 'it is not clear which branch the lockfile belongs on', 'Run this on a branch.');
}

/** The lockfile that a run begins with, as the repository had it. */
export interface KnownLockfile {
  /** What ours is compared with when it is put back; null: there was none. */
  readonly base: string | null;
  /** Commit of the branch beside, whose entries are in the run's lockfile; null where there was none. */
  readonly side: string | null;
}

/** What a run begins with. */
export interface Beginning extends KnownLockfile {
  /** Newest commit of the branch that is published; null where that is gone, or was not asked for. */
  readonly tip: Tip | null;
}

/**
 * Puts the newest lockfile of the repository into the checkout: it is newer than the commit when another run published
 * meanwhile, or when it waits on a branch of its own.
 *
 * @param withTip whether the branch that is published counts, and not only the checkout
 * @throws GitError, ProblemsError
 */
export async function bringNewest(job: Job, home: Home, withTip: boolean): Promise<Beginning> {
  const local = await localLockfile(job);
  const tip = withTip ? await fetchTip(home.git, home.target) : null;
  await fetchSomeHistory(home.git);
  const { text, main, side } = await newestLockfile(home, tip, local);
  if (text !== local) {
    const file = lockfilePath(job);
    const root = path.dirname(file);
    if (text === null) await removeOwn(file, root);
    else await replaceFile(file, text, { root, own: path.join(root, ownFolderName) });
  }
  return { base: home.mode === 'branch' ? text : main, side, tip };
}

/** Merges texts of the lockfile. @throws ProblemsError for a text that is none */
function mergeTexts(base: string | null, ours: string | null, theirs: string | null): string | null {
  if (ours === null && theirs === null) return null;
  const merged = mergeLockfiles(parsed(base), parsed(ours), parsed(theirs));
  return formatLockfile(merged);
}

function parsed(text: string | null): Lockfile {
  if (text === null) return emptyLockfile();
  const result = parseLockfile(text, lockfileName);
  if (result.ok) return result.lockfile;
  throw new ProblemsError(result.problems);
}
