import { isBot } from '../model/bots.ts';
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
  const shown = ['--full-history', '-c', '--no-renames', '--name-status', '--no-ext-diff'];
  const log = await logOf(run, [...shown, ...upTo(oldest), '--', ...asked]);
  return log === null ? null : { commits: commitsIn(log, ages), ages, end: oldest };
}

/** Commits of a history whose message has a word in it, without their files. @returns none where that cannot be told */
export async function commitsSaying(
  run: RunGit,
  word: string,
  { ages, end }: CodeHistory,
): Promise<readonly CodeCommit[]> {
  const log = await logOf(run, ['--fixed-strings', '--regexp-ignore-case', `--grep=${word}`, ...upTo(end)]);
  return log === null ? [] : commitsIn(log, ages);
}

const upTo = (end: string | null): readonly string[] => ['HEAD', ...(end === null ? [] : [`^${end}`])];

async function logOf(run: RunGit, args: readonly string[]): Promise<string | null> {
  const quiet = [
    '-c',
    'log.showSignature=false',
    '-c',
    'log.mailmap=false',
    '-c',
    'log.follow=false',
    '-c',
    'log.showRoot=true',
  ];
  const printed = await run([
    ...quiet,
    '--literal-pathspecs',
    'log',
    '--topo-order',
    '-z',
    '--encoding=UTF-8',
    format,
    ...args,
  ]);
  return printed?.toString('utf8') ?? null;
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

const namesIn = (printed: Buffer): string[] => printed.toString('utf8').split('\0').filter(Boolean);

/** Id, author, address and message; files follow. */
const format = '--format=%x01%H%x02%an%x02%ae%x02%B%x03';

function commitsIn(log: string, ages: ReadonlyMap<string, number>): readonly CodeCommit[] {
  const commits = log
    .split('\x01')
    .slice(1)
    .flatMap((part) => {
      const end = part.lastIndexOf('\x03');
      const [id = '', name = '', email = '', ...rest] = part.slice(0, end).split('\x02');
      const age = ages.get(id);
      if (age === undefined) return [];
      const message = rest.join('\n');
      const files = filesIn(part.slice(end + 1));
      return [{ id, subject: message.split('\n')[0]?.trim() ?? '', message, byBot: isBot(name, email), files, age }];
    });
  return commits.sort((a, b) => a.age - b.age);
}

/** `M` and a path; of a merge a sign for each parent. */
function filesIn(listed: string): CodeCommit['files'] {
  const names = listed
    .split('\0')
    .map((name) => name.replace(/^\n+/, ''))
    .filter(Boolean);
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
