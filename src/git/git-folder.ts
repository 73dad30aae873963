import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findRepository, sharedStore } from './repository.ts';

/**
 * The root of the git repository that a folder is in.
 *
 * @param folder absolute; it need not exist yet
 * @returns absolute; null when it is in none
 */
export async function repositoryRoot(folder: string): Promise<string | null> {
  return (await findRepository(folder))?.root ?? null;
}

/**
 * The branch that a repository publishes from, as far as its files say: the remote's own one, or one with a usual
 * name that is checked out now.
 *
 * @param root absolute root of the repository; null for none
 * @returns `main` where they do not say
 */
export async function mainBranch(root: string | null): Promise<string> {
  if (root === null) return 'main';
  const remote = await referenceIn(path.join(root, '.git/refs/remotes/origin/HEAD'), 'refs/remotes/origin/');
  if (remote !== null) return remote;
  const here = await referenceIn(path.join(root, '.git/HEAD'), 'refs/heads/');
  return here !== null && ['main', 'master', 'trunk'].includes(here) ? here : 'main';
}

/**
 * Whether the older commits of the repository that a folder is in are elsewhere, by the file in which git keeps where
 * its history ends.
 *
 * @param folder absolute
 * @returns false too where it is in none
 */
export async function isShallow(folder: string): Promise<boolean> {
  const store = (await findRepository(folder))?.store;
  if (store === undefined) return false;
  return access(path.join(await sharedStore(store), 'shallow')).then(
    () => true,
    () => false,
  );
}

/** The branch that a file of git's leads to, without the prefix; null where it leads to none, or is not there. */
export async function referenceIn(file: string, prefix: string): Promise<string | null> {
  // In a worktree .git is a file: there is nothing to read below it.
  const text = await readFile(file, 'utf8').catch(() => '');
  const start = `ref: ${prefix}`;
  return text.startsWith(start) ? text.slice(start.length).trim() : null;
}
