import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Git, GitError, gitOutput, gitText } from '../../git/bot-git.ts';

/** The newest commit of a branch of the remote, fetched. */
export interface Tip {
  readonly branch: string;
  readonly commit: string;
}

/**
 * Fetches the newest commit of a branch. Nothing in the checkout moves; what is here already is not fetched again.
 *
 * @param depth commits to have of it, where the checkout is not whole
 * @returns null when the remote has no such branch
 * @throws GitError
 */
export async function fetchTip(git: Git, branch: string, depth = 1): Promise<Tip | null> {
  const listed = await gitText(git, ['ls-remote', 'origin', `refs/heads/${branch}`]);
  const commit = idOf(listed, `refs/heads/${branch}`);
  if (commit === null) return null;
  // Of a commit that is here, what comes before it may be missing.
  if (depth === 1 && (await git.run(['cat-file', '-e', `${commit}^{commit}`])).code === 0) return { branch, commit };
  const isShallow = (await gitText(git, ['rev-parse', '--is-shallow-repository'])) === 'true';
  const ref = `refs/helpcentre/${branch}`;
  // A whole checkout stays whole.
  const part = isShallow ? [`--depth=${depth}`] : [];
  const fetched = await git.run(['fetch', '--no-tags', '--quiet', ...part, 'origin', `+refs/heads/${branch}:${ref}`]);
  if (fetched.code !== 0 && /couldn't find remote ref/i.test(fetched.stderr)) return null;
  if (fetched.code !== 0) throw new GitError(`git fetch failed: ${fetched.stderr.trim().split('\n').at(-1)}`);
  return { branch, commit: await gitText(git, ['rev-parse', '--verify', `${ref}^{commit}`]) };
}

/** The id of one reference among those that the remote listed: its patterns match the ends of other names too. */
function idOf(listed: string, ref: string): string | null {
  const rows = listed.split('\n').map((row) => row.split('\t'));
  return rows.find(([, name]) => name === ref)?.[0] ?? null;
}

/**
 * The text of a file in a commit.
 *
 * @param file path from the root
 * @returns null only where the commit has no such file: one that cannot be read is not one that is missing
 * @throws GitError
 */
export async function fileAt(git: Git, commit: string, file: string): Promise<string | null> {
  const listed = await gitText(git, ['ls-tree', '-z', '--full-tree', commit, '--', file]);
  const blob = /^\d+ blob ([0-9a-f]+)\t/.exec(listed)?.[1];
  return blob === undefined ? null : gitOutput(git, ['cat-file', 'blob', blob]);
}

/** Commits of history that are fetched first where the checkout is not whole: a full history may be large. */
const someHistory = 100;

/**
 * The newest commit that two commits have in common, with as much history fetched as it takes to see it. Nothing in
 * the checkout moves.
 *
 * @returns null when they have none
 * @throws GitError
 */
export async function commonCommit(git: Git, one: string, other: string): Promise<string | null> {
  for (const more of [null, `--deepen=${someHistory}`, '--unshallow']) {
    if (more !== null) {
      if ((await gitText(git, ['rev-parse', '--is-shallow-repository'])) !== 'true') return null;
      await gitText(git, ['fetch', '--no-tags', '--quiet', more, 'origin', one, other]);
    }
    const { code, stdout, stderr } = await git.run(['merge-base', one, other]);
    if (code === 0) return stdout.trim();
    // 1 is the answer "none"; anything else is a failure.
    if (code !== 1) throw new GitError(`git merge-base failed: ${stderr.trim().split('\n').at(-1)}`);
  }
  return null;
}

/**
 * Fetches some history of the commit at hand, where the checkout is not whole: only that tells a revert of the lockfile
 * from an edit in Intercom. Nothing in the checkout moves; without it the run goes on.
 */
export async function fetchSomeHistory(git: Git): Promise<void> {
  const { code, stdout } = await git.run(['rev-parse', '--is-shallow-repository', 'HEAD^{commit}']);
  const [isShallow, head = ''] = stdout.split('\n');
  if (code !== 0 || isShallow !== 'true') return;
  await git.run(['fetch', '--no-tags', '--quiet', `--deepen=${someHistory}`, 'origin', head]);
}

/** What a new commit is made of. */
export interface NewCommit {
  /** Commits it comes after; none for the first of a branch. */
  readonly parents: readonly string[];
  /** Commit whose files it has too; null: only those named. */
  readonly from: string | null;
  /** Contents of files by path from the root; null takes one away. */
  readonly files: ReadonlyMap<string, string | Uint8Array | null>;
  readonly message: string;
}

/**
 * Makes a commit beside the checkout: its files, its index and its branch stay as they are.
 *
 * @returns the commit's id
 * @throws GitError
 */
export async function makeCommit(git: Git, { parents, from, files, message }: NewCommit): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-index-'));
  const env = { GIT_INDEX_FILE: path.join(folder, 'index') };
  try {
    await gitText(git, from === null ? ['read-tree', '--empty'] : ['read-tree', from], { env });
    for (const [file, content] of files) {
      if (content === null) {
        await gitText(git, ['update-index', '--force-remove', '--', file], { env });
        continue;
      }
      const blob = await gitText(git, ['hash-object', '-w', '--no-filters', '--stdin'], { input: content });
      await gitText(git, ['update-index', '--add', '--cacheinfo', `100644,${blob},${file}`], { env });
    }
    const tree = await gitText(git, ['write-tree'], { env });
    const after = parents.flatMap((parent) => ['-p', parent]);
    return await gitText(git, ['commit-tree', tree, ...after, '-F', '-'], { input: message });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
