import { namesIn, readLog } from './commit-log.ts';
import type { RunGit } from './git.ts';

/** A commit that changed files, as far as somebody is told of it. */
export interface CodeCommit {
  readonly id: string;
  readonly subject: string;
  readonly message: string;
  readonly byBot: boolean;
  /** Files that it added or changed, and those that it took away. */
  readonly files: readonly { readonly path: string; readonly isGone: boolean }[];
  /** Commits of the branch that are newer than the one that brought it in: 0 for the newest. */
  readonly age: number;
}

/** Commits that touched some files, and how old they are. */
export interface CodeHistory {
  /** Newest first. */
  readonly commits: readonly CodeCommit[];
  /** Ages of all commits that were looked at, by id. */
  readonly ages: ReadonlyMap<string, number>;
  /** A commit of the branch at which they end, older than all of them; null where that is all there is. */
  readonly end: string | null;
}

/** Commits of the branch that are looked at, and those that they brought in. */
const mostAge = 2_000;
const mostCommits = 50_000;
/** Arguments past which everything is looked at: a command line is not endless. */
const mostPaths = 300;

/**
 * Commits that HEAD comes from and that touched some files, the newest first, each with when the branch got it: a commit
 * counts from the merge that brought it in, whenever it was made.
 *
 * @param run git in the root of the repository
 * @param paths files and folders from the root; one that is empty means everything
 * @returns null where that cannot be told
 */
export async function codeHistory(run: RunGit, paths: readonly string[]): Promise<CodeHistory | null> {
  const graph = await run(['rev-list', '--topo-order', '--parents', `--max-count=${mostCommits}`, 'HEAD']);
  if (graph === null) return null;
  const { ages, oldest } = agesIn(graph.toString('utf8'));
  const some = [...new Set(paths)];
  const asked = some.length > mostPaths || some.includes('') ? [] : some;
  // -c names what a merge itself changed, in a conflict that it settled.
  const shown = ['--full-history', '-c', '--no-renames', '--name-status'];
  const commits = await logged(run, [...shown, ...upTo(oldest), '--', ...asked], ages);
  return commits === null ? null : { commits, ages, end: oldest };
}

/** Commits of a history whose message has a word in it, without their files. @returns none where that cannot be told */
export async function commitsSaying(
  run: RunGit,
  word: string,
  { ages, end }: CodeHistory,
): Promise<readonly CodeCommit[]> {
  const saying = ['--fixed-strings', '--regexp-ignore-case', `--grep=${word}`];
  return (await logged(run, [...saying, ...upTo(end)], ages)) ?? [];
}

const upTo = (end: string | null): readonly string[] => ['HEAD', ...(end === null ? [] : [`^${end}`])];

/** Commits that are among those looked at, the newest first. */
async function logged(
  run: RunGit,
  args: readonly string[],
  ages: ReadonlyMap<string, number>,
): Promise<readonly CodeCommit[] | null> {
  const commits = await readLog(run, ['--topo-order', ...args]);
  const aged = commits?.flatMap(({ names, ...commit }) => {
    const age = ages.get(commit.id);
    const subject = commit.message.split('\n')[0]?.trim() ?? '';
    return age === undefined ? [] : [{ ...commit, subject, files: filesIn(names), age }];
  });
  return aged?.sort((a, b) => a.age - b.age) ?? null;
}

/**
 * Where a file went that a commit took away.
 *
 * @returns its new path; null where it was not moved
 */
export async function movedTo(run: RunGit, commit: string, file: string): Promise<string | null> {
  const shown = ['--no-commit-id', '-r', '--root', '--find-renames', '--name-status', '-z'];
  const printed = await run(['diff-tree', ...shown, '--end-of-options', commit]);
  const names = printed?.toString('utf8').split('\0') ?? [];
  const at = names.findIndex((name, index) => /^R\d*$/.test(name) && names[index + 1] === file);
  return at === -1 ? null : (names[at + 2] ?? null);
}

/** Files that git knows or could know, and repositories within this one. */
export interface KnownFiles {
  readonly files: readonly string[];
  /** Folders with a repository of their own, whose files are not this one's. */
  readonly submodules: readonly string[];
}

/** All files of the repository that are not left out by `.gitignore`. @returns null where that cannot be told */
export async function knownFiles(run: RunGit): Promise<KnownFiles | null> {
  const staged = await run(['ls-files', '--stage', '-z']);
  const fresh = await run(['ls-files', '--others', '--exclude-standard', '-z']);
  const gone = await run(['ls-files', '--deleted', '-z']);
  if (staged === null || fresh === null || gone === null) return null;
  const rows = namesIn(staged).map((row) => ({ mode: row.slice(0, 6), path: row.slice(row.indexOf('\t') + 1) }));
  const missing = new Set(namesIn(gone));
  const files = [...rows.map(({ path }) => path).filter((path) => !missing.has(path)), ...namesIn(fresh)];
  const submodules = rows.filter(({ mode }) => mode === '160000').map(({ path }) => path);
  return { files: [...new Set(files)], submodules };
}

/** `M` and a path; of a merge a sign for each parent. */
function filesIn(names: readonly string[]): CodeCommit['files'] {
  return names.flatMap((status, at) => {
    const path = names[at + 1];
    return at % 2 === 1 || path === undefined ? [] : [{ path, isGone: /^D+$/.test(status) }];
  });
}

/** When the branch got each commit: the oldest of its own commits that comes from it. */
function agesIn(graph: string): { readonly ages: ReadonlyMap<string, number>; readonly oldest: string | null } {
  const rows = graph.split('\n').flatMap((row) => (row === '' ? [] : [row.split(' ')]));
  const parents = new Map(rows.map(([id = '', ...own]) => [id, own]));
  const line: string[] = [];
  for (let id = rows[0]?.[0]; id !== undefined && line.length <= mostAge; id = parents.get(id)?.[0]) line.push(id);
  const oldest = line.length > mostAge ? (line.pop() ?? null) : null;
  const ages = new Map<string, number>();
  for (let age = line.length - 1; age >= 0; age -= 1) {
    const open = [line[age] ?? ''];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (ages.has(id) || id === oldest) continue;
      ages.set(id, age);
      open.push(...(parents.get(id) ?? []));
    }
  }
  return { ages, oldest };
}

/**
 * The commits that last changed some lines of a file, as it is now.
 *
 * @param run git in the root of the repository
 * @param file from the root
 * @param lines first and last of each part, from 1
 * @returns ids by line; all zeros for what is not committed. null where that cannot be told
 */
export async function linesChanged(
  run: RunGit,
  file: string,
  lines: readonly (readonly [number, number])[],
): Promise<ReadonlyMap<number, string> | null> {
  const parts = lines.flatMap(([first, last]) => ['-L', `${first},${last}`]);
  const printed = await run(['blame', '--porcelain', ...parts, '--', file]);
  if (printed === null) return null;
  const rows = printed.toString('utf8').matchAll(/^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/gm);
  return new Map([...rows].map(([, id = '', line]) => [Number(line), id]));
}
