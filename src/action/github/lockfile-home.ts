import type { Git } from '../../git/bot-git.ts';
import { type PushResult, pushResult } from './push-result.ts';
import { commonCommit, fetchTip, fileAt, makeCommit, type Tip } from './tip.ts';

/** Where the lockfile lives between runs. */
export interface LockfileHome {
  readonly git: Git;
  /**
   * `commit`: on the branch that is published; `pull-request`: there too, and on its way through a branch beside it;
   * `branch`: on that branch alone.
   */
  readonly mode: 'commit' | 'pull-request' | 'branch';
  /** Branch that is published. */
  readonly target: string;
  /** Branch beside it, which only the Action writes. */
  readonly side: string;
  /** Path of the lockfile from the root. */
  readonly path: string;
  /**
   * Merges three texts of the lockfile; null is no file. Throws for a text that is none.
   */
  readonly merge: (base: string | null, ours: string | null, theirs: string | null) => string | null;
  /** Waits a little between two attempts. */
  readonly pause: (attempt: number) => Promise<void>;
}

/** What became of the lockfile. */
export type Kept =
  | { readonly is: 'same' }
  | { readonly is: 'kept'; readonly branch: string; readonly commit: string }
  /** The branch takes no pushes from us; `rescue` is where the lockfile went instead, if it could. */
  | { readonly is: 'protected'; readonly detail: string; readonly rescue: { branch: string; commit: string } | null }
  | { readonly is: 'forbidden' | 'trouble'; readonly detail: string };

const attempts = 6;

/** The lockfile as the repository has it by now. */
export interface Newest {
  /** With what waits on the branch beside the target; null: there is no lockfile. */
  readonly text: string | null;
  /** On the target alone. */
  readonly main: string | null;
  /** Newest commit of the branch beside the target; null where there is none. */
  readonly side: string | null;
}

/**
 * Looks for the lockfile: newer than the checkout's when another run published meanwhile.
 *
 * @param tip newest commit of the target; null to go by the checkout
 * @param local the checkout's lockfile; null when it has none
 * @throws GitError, or what `merge` throws
 */
export async function newestLockfile(home: LockfileHome, tip: Tip | null, local: string | null): Promise<Newest> {
  const { git, mode, path } = home;
  const side = await fetchTip(git, home.side, 2);
  const main = tip === null ? local : await fileAt(git, tip.commit, path);
  if (side === null) return { text: main, main, side: null };
  const theirs = await fileAt(git, side.commit, path);
  if (mode === 'branch') return { text: theirs ?? main, main, side: side.commit };
  const base = await baseOfSide(home, tip?.commit ?? 'HEAD', side.commit);
  return { text: home.merge(base, main, theirs), main, side: side.commit };
}

/**
 * The lockfile that the side set out from: what it has beyond that is what it adds. The commit before the side's newest
 * will not do: people merge the target into it, and commit to it.
 */
async function baseOfSide({ git, path }: LockfileHome, target: string, side: string): Promise<string | null> {
  const common = await commonCommit(git, target, side);
  return common === null ? null : fileAt(git, common, path);
}

/**
 * Whether the token may push, found out before anything is published, by asking the remote for a push that moves
 * nothing.
 *
 * @returns the remote's words when it may not
 */
export async function whyNoPush({ git, mode, target, side }: LockfileHome): Promise<string | null> {
  const branch = mode === 'commit' ? target : side;
  const result = pushResult(await git.run(['push', '-n', '--porcelain', 'origin', `HEAD:refs/heads/${branch}`]));
  return result.is === 'forbidden' ? result.detail : null;
}

/**
 * Puts the lockfile into the repository: on top of whatever is there by now, entry by entry, again when somebody
 * pushes in between. Nothing in the checkout moves.
 *
 * @param base the lockfile that the run began with
 * @param ours the lockfile that it wrote
 * @throws GitError, or what `merge` throws
 */
export async function keepLockfile(
  home: LockfileHome,
  base: string | null,
  ours: string,
  message: string,
): Promise<Kept> {
  switch (home.mode) {
    case 'commit':
      return keepOnTarget(home, base, ours, message);
    case 'pull-request':
      return repeat(home, () => tryOnSide(home, base, ours, message));
    case 'branch':
      return repeat(home, () => tryAlone(home, base, ours, message));
  }
}

async function keepOnTarget(home: LockfileHome, base: string | null, ours: string, message: string): Promise<Kept> {
  const kept = await repeat(home, () => tryOnTarget(home, base, ours, message));
  if (kept.is !== 'protected') return kept;
  // What is not in the repository is lost with this machine.
  const rescue = await repeat(home, () => tryOnSide(home, base, ours, message));
  if (rescue.is === 'kept') return { ...kept, rescue: { branch: rescue.branch, commit: rescue.commit } };
  return kept;
}

type Attempt = Kept | { readonly is: 'moved' };

async function repeat(home: LockfileHome, act: () => Promise<Attempt>): Promise<Kept> {
  let last: Kept = { is: 'trouble', detail: 'the branch moved each time' };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await act();
    if (result.is !== 'moved' && result.is !== 'trouble') return result;
    if (result.is === 'trouble') last = result;
    if (attempt < attempts) await home.pause(attempt);
  }
  return last;
}

async function tryOnTarget(home: LockfileHome, base: string | null, ours: string, message: string): Promise<Attempt> {
  const { git, target, path } = home;
  const tip = await fetchTip(git, target);
  if (tip === null) return { is: 'protected', detail: `the branch ${target} is gone`, rescue: null };
  const theirs = await fileAt(git, tip.commit, path);
  const merged = home.merge(base, ours, theirs);
  if (merged === theirs || merged === null) return { is: 'same' };
  const files = new Map([[path, merged]]);
  const commit = await makeCommit(git, { parents: [tip.commit], from: tip.commit, files, message });
  return pushed(home, target, commit, []);
}

/** On top of the target, on the branch beside it: written anew each time, so that a pull request of it never conflicts. */
async function tryOnSide(home: LockfileHome, base: string | null, ours: string, message: string): Promise<Attempt> {
  const { git, target, side, path } = home;
  const tip = await fetchTip(git, target);
  if (tip === null) return { is: 'protected', detail: `the branch ${target} is gone`, rescue: null };
  const before = await fetchTip(git, side, 2);
  const there = before === null ? null : await fileAt(git, before.commit, path);
  const main = await fileAt(git, tip.commit, path);
  const theirs = before === null ? main : home.merge(await baseOfSide(home, tip.commit, before.commit), main, there);
  const merged = home.merge(base, ours, theirs);
  if (merged === main || merged === null) return { is: 'same' };
  if (before !== null && there === merged) return { is: 'kept', branch: side, commit: before.commit };
  const files = new Map([[path, merged]]);
  const commit = await makeCommit(git, { parents: [tip.commit], from: tip.commit, files, message });
  return pushed(home, side, commit, [`--force-with-lease=refs/heads/${side}:${before?.commit ?? ''}`]);
}

async function tryAlone(home: LockfileHome, base: string | null, ours: string, message: string): Promise<Attempt> {
  const { git, side, path } = home;
  const before = await fetchTip(git, side);
  const theirs = before === null ? null : await fileAt(git, before.commit, path);
  const merged = before === null ? ours : home.merge(base, ours, theirs);
  if (merged === theirs || merged === null) return { is: 'same' };
  const files = new Map([[path, merged]]);
  const parents = before === null ? [] : [before.commit];
  // Another help centre of the repository may have its lockfile there.
  const commit = await makeCommit(git, { parents, from: before?.commit ?? null, files, message });
  return pushed(home, side, commit, []);
}

async function pushed(
  { git }: LockfileHome,
  branch: string,
  commit: string,
  options: readonly string[],
): Promise<Attempt> {
  const asked = ['push', '--porcelain', ...options, 'origin', `${commit}:refs/heads/${branch}`];
  const result: PushResult = pushResult(await git.run(asked));
  if (result.is === 'pushed') return { is: 'kept', branch, commit };
  return result.is === 'protected' ? { ...result, rescue: null } : result;
}

/**
 * Takes the branch beside the target away, once all it had is on the target. Where the lockfile lives on that branch
 * alone it stays.
 *
 * @param known its newest commit as the run took it in; a branch that moved since holds what another run kept, and stays
 */
export async function dropSide({ git, mode, side }: LockfileHome, known: string | null): Promise<void> {
  if (known === null || mode === 'branch') return;
  const lease = `--force-with-lease=refs/heads/${side}:${known}`;
  await git.run(['push', '--porcelain', lease, 'origin', `:refs/heads/${side}`]);
}
