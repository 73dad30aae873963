import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeFiles } from './repository.ts';

const identity = {
  GIT_AUTHOR_NAME: 'Wren',
  GIT_AUTHOR_EMAIL: 'wren@example.com',
  GIT_COMMITTER_NAME: 'Wren',
  GIT_COMMITTER_EMAIL: 'wren@example.com',
};

/** Without the upkeep that git starts after commits, fetches and pushes: several processes each time. */
const quick = {
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'receive.autogc',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_CONFIG_KEY_2: 'gc.auto',
  GIT_CONFIG_VALUE_2: '0',
};

/** Runs git as a person would. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', ...quick, ...identity };
  const { stdout } = await promisify(execFile)('git', [...args], { cwd, env, maxBuffer: 1 << 26 });
  return stdout.replace(/\n$/, '');
}

/** A bare repository that is the origin, and a person's clone of it. */
export interface Origin {
  /** Folder that holds `acme/help.git`. */
  readonly root: string;
  readonly bare: string;
  readonly clone: string;
  /** Commits files to a branch and pushes it; null takes a file away. @returns the commit */
  commit(branch: string, files: Readonly<Record<string, string | null>>, message?: string): Promise<string>;
  /** Merges a branch into main and pushes it. @returns the merge commit */
  merge(branch: string): Promise<string>;
  /** A file of a branch; null where it is not. */
  show(ref: string, file: string): Promise<string | null>;
  /** A checkout of one commit, as actions/checkout makes it, with a header for the server left in its settings. */
  checkout(dir: string, url: string, ref: string): Promise<void>;
  /** Refuses pushes to a branch as a protected one does. */
  protect(branch: string): Promise<void>;
}

/** Makes an origin with a first commit on main. */
export async function makeOrigin(dir: string, files: Readonly<Record<string, string>>): Promise<Origin> {
  const root = path.join(dir, 'git');
  const bare = path.join(root, 'acme', 'help.git');
  const clone = path.join(dir, 'clone');
  await mkdir(bare, { recursive: true });
  await git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  for (const [key, value] of [
    ['uploadpack.allowAnySHA1InWant', 'true'],
    ['http.receivepack', 'true'],
  ] as const)
    await git(bare, 'config', key, value);
  await git(dir, 'clone', '--quiet', bare, clone);
  await git(clone, 'checkout', '--quiet', '-B', 'main');
  const commit: Origin['commit'] = async (branch, changed, message = 'Change the docs') => {
    await git(clone, 'fetch', '--quiet', '--prune', 'origin');
    const fetched = (await git(clone, 'branch', '--remotes', '--format=%(refname:lstrip=3)')).split('\n');
    const from = [branch, 'main'].find((name) => fetched.includes(name));
    if (from !== undefined) await git(clone, 'checkout', '--quiet', '-B', branch, `origin/${from}`);
    const written = Object.entries(changed).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
    await writeFiles(clone, Object.fromEntries(written));
    for (const [name, text] of Object.entries(changed)) if (text === null) await rm(path.join(clone, name));
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--message', message);
    await git(clone, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    return git(clone, 'rev-parse', 'HEAD');
  };
  await commit('main', files, 'Begin');
  return {
    root,
    bare,
    clone,
    commit,
    async merge(branch) {
      await git(clone, 'fetch', '--quiet', 'origin');
      await git(clone, 'checkout', '--quiet', '-B', 'main', 'origin/main');
      await git(clone, 'merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, `origin/${branch}`);
      await git(clone, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
      return git(clone, 'rev-parse', 'HEAD');
    },
    async show(ref, file) {
      try {
        return await git(bare, 'show', `${ref}:${file}`);
      } catch {
        return null;
      }
    },
    async checkout(target, url, ref) {
      await mkdir(target, { recursive: true });
      await git(target, 'init', '--quiet');
      await git(target, 'remote', 'add', 'origin', url);
      await git(target, 'fetch', '--quiet', '--no-tags', '--depth=1', bare, ref);
      await git(target, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
      const { origin } = new URL(url);
      await git(target, 'config', `http.${origin}/.extraheader`, 'AUTHORIZATION: basic bGVmdDpvdmVy');
    },
    async protect(branch) {
      const hook = path.join(bare, 'hooks', 'pre-receive');
      const script = `#!/bin/sh
while read old new ref; do
  if [ "$ref" = "refs/heads/${branch}" ]; then
    echo "error: GH006: Protected branch update failed for $ref." >&2
    exit 1
  fi
done
`;
      await writeFile(hook, script);
      await chmod(hook, 0o755);
    },
  };
}
