import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

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
export function git(cwd: string, ...args: readonly string[]): Promise<string> {
  return gitWith('', cwd, ...args);
}

/** The same, with something for git to read. */
async function gitWith(input: string, cwd: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', ...quick, ...identity };
  const running = promisify(execFile)('git', [...args], { cwd, env, maxBuffer: 1 << 26 });
  // Git may end before it has read everything.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(input);
  const { stdout } = await running;
  return stdout.replace(/\n$/, '');
}

/** Files of a commit: null takes one away. */
type Changed = Readonly<Record<string, string | null>>;

/** A bare repository that is the origin. */
export interface Origin {
  /** Folder that holds `acme/help.git`. */
  readonly root: string;
  readonly bare: string;
  /** Commits files to a branch, which begins at main. @returns the commit */
  commit(branch: string, files: Changed, message?: string): Promise<string>;
  /** Merges a branch into main, or into another one. @returns the merge commit */
  merge(branch: string, into?: string): Promise<string>;
  /** The newest commit of a branch. */
  tip(branch: string): Promise<string>;
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
  await makeStore(
    bare,
    `[core]
	bare = true
[uploadpack]
	allowAnySHA1InWant = true
[http]
	receivepack = true
[gc]
	auto = 0
[receive]
	autogc = false
[maintenance]
	auto = false
`,
  );
  await commitTo(bare, 'main', files, 'Begin');
  let merges = 0;
  /** Stores of checkouts, by their commit: two jobs for one commit fetch the same. */
  const fetched = new Map<string, Promise<string>>();
  const fetchOnce = async (ref: string): Promise<string> => {
    const store = path.join(await mkdtemp(path.join(dir, 'fetched-')), '.git');
    await makeStore(store, '');
    await git(path.dirname(store), 'fetch', '--quiet', '--no-tags', '--depth=1', bare, ref);
    return store;
  };
  return {
    root,
    bare,
    commit: (branch, changed, message = 'Change the docs') => commitTo(bare, branch, changed, message),
    async merge(branch, into = 'main') {
      merges += 1;
      const clone = path.join(dir, `merge-${merges}`);
      await git(dir, 'clone', '--quiet', '--branch', into, bare, clone);
      await git(clone, 'merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, `origin/${branch}`);
      await git(clone, 'push', '--quiet', 'origin', `HEAD:refs/heads/${into}`);
      return git(clone, 'rev-parse', 'HEAD');
    },
    async tip(branch) {
      const commit = await tipOf(bare, branch);
      if (commit === null) throw new Error(`There is no branch ${branch}`);
      return commit;
    },
    async show(ref, file) {
      try {
        return await git(bare, 'show', `${ref}:${file}`);
      } catch {
        return null;
      }
    },
    async checkout(target, url, ref) {
      const commit = (await tipOf(bare, ref)) ?? ref;
      const once = fetched.get(commit) ?? fetchOnce(commit);
      fetched.set(commit, once);
      await cp(await once, path.join(target, '.git'), { recursive: true });
      await makeStore(
        path.join(target, '.git'),
        `[core]
	bare = false
[remote "origin"]
	url = ${url}
	fetch = +refs/heads/*:refs/remotes/origin/*
[http "${new URL(url).origin}/"]
	extraheader = AUTHORIZATION: basic bGVmdDpvdmVy
`,
      );
      await git(target, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
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
      await mkdir(path.dirname(hook), { recursive: true });
      await writeFile(hook, script);
      await chmod(hook, 0o755);
    },
  };
}

/** An origin, and a person's clone of it as it was at its beginning. */
export interface ClonedOrigin extends Origin {
  readonly clone: string;
}

/** Makes an origin with a first commit on main, and a person's clone of it. */
export async function makeClonedOrigin(dir: string, files: Readonly<Record<string, string>>): Promise<ClonedOrigin> {
  const origin = await makeOrigin(dir, files);
  return { ...origin, clone: await cloneOf(origin, path.join(dir, 'clone')) };
}

/** A person's clone. @returns its folder */
export async function cloneOf(origin: Origin, dir: string): Promise<string> {
  await git(origin.root, 'clone', '--quiet', origin.bare, dir);
  return dir;
}

/** What `git init` makes and all that git needs, without a process: a store with no commit and its settings. */
async function makeStore(store: string, settings: string): Promise<void> {
  for (const folder of ['objects', 'refs/heads']) await mkdir(path.join(store, folder), { recursive: true });
  await writeFile(path.join(store, 'HEAD'), 'ref: refs/heads/main\n');
  await writeFile(path.join(store, 'config'), `${settings}[core]\n\trepositoryFormatVersion = 0\n`);
}

/** Commits in one process what fetching, checking out, adding, committing and pushing in a clone take twenty for. */
async function commitTo(bare: string, branch: string, files: Changed, message: string): Promise<string> {
  const from = (await tipOf(bare, branch)) ?? (await tipOf(bare, 'main'));
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const changes = Object.entries(files).map(([name, text]) =>
    text === null ? `D ${name}\n` : `M 100644 inline ${name}\n${data(text)}`,
  );
  const { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email } = identity;
  const head = `commit refs/heads/${branch}\ncommitter ${name} <${email}> now\n${data(`${message}\n`)}`;
  const stream = [head, from === null ? '' : `from ${from}\n`, ...changes].join('');
  await gitWith(stream, bare, 'fast-import', '--quiet', '--date-format=now');
  return (await tipOf(bare, branch)) ?? '';
}

/** The newest commit of a branch; null where there is none. References are never packed here. */
async function tipOf(bare: string, branch: string): Promise<string | null> {
  const text = await readFile(path.join(bare, 'refs/heads', branch), 'utf8').catch(() => null);
  return text === null ? null : text.trim();
}
