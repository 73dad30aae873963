import { execFile } from 'node:child_process';
import type { Host } from '../model/host.ts';
import { type GitStart, gitEnvironment } from './git-environment.ts';
import { isShallow } from './git-folder.ts';
import { programIn } from './program.ts';
import { type FileStep, timelineOf } from './timeline.ts';

/** Largest file that is read from git, in bytes: far more than any source. */
const largest = 20_000_000;
/** Milliseconds that git may take. */
const gitTimeout = 20_000;

/** What git knows, of the repository that a folder is in. */
export interface Git {
  /** Id of the commit that is checked out; null where there is none, or git is missing. */
  head(): Promise<string | null>;
  /** Bytes of a blob, by its id or the start of it; null where git is missing, the folder is in no repository, or the blob is not there. */
  blob(id: string): Promise<Buffer | null>;
  /**
   * Git blob ids of files as they were last committed.
   *
   * @param files paths relative to the folder, forward slashes
   * @returns null where that cannot be told: git is missing, there is no repository, or nothing was committed yet
   */
  committed(files: readonly string[]): Promise<ReadonlyMap<string, string> | null>;
  /**
   * The file that git keeps under a name, in whatever case: where a disk tells none apart, `.HELPCENTRE/Journal` is what a
   * program opens as `.helpcentre/journal`.
   *
   * @param name relative to the folder, forward slashes
   * @returns as git writes it, from the root of the repository; null where there is none, or nobody can tell
   */
  keptInAnyCase(name: string): Promise<string | null>;
  /**
   * What a file was in the commits that HEAD comes from, as far as they are here.
   *
   * @param name of the file in the folder: no path
   * @returns null where that cannot be told
   */
  history(name: string): Promise<FileHistory | null>;
  /**
   * Files of the folder that are not as they were at a commit, those that are gone and those that git does not know
   * yet too.
   *
   * @param commit a branch, a tag or an id
   * @returns paths relative to the folder; null where that cannot be told
   */
  changedSince(commit: string): Promise<readonly string[] | null>;
  /**
   * What happened to files along the first parents of HEAD, newest first.
   *
   * @param paths relative to the folder, forward slashes
   * @returns null where that cannot be told
   */
  timeline(paths: readonly string[]): Promise<readonly FileStep[] | null>;
}

/** One file through its commits. */
export interface FileHistory {
  /** Newest first; bounded in number and in size. */
  readonly versions: readonly FileVersion[];
  /** Whether older commits are elsewhere: the checkout is a shallow one. */
  readonly isCutOff: boolean;
}

/** A file as it was in one commit. */
export interface FileVersion {
  readonly text: string;
  /** Whether the commit is on the line of first parents, where each version came after the one below it. */
  readonly isMainLine: boolean;
}

/** Commits of a file that are looked at. */
const mostVersions = 50;
/** Bytes of one file's versions that are read, all together. */
const mostBytes = 16_000_000;

/** Nothing is fetched, and whose repository it is counts, as when a person runs git. */
const reading: GitStart = { passed: [], settings: [], protocols: [], takesAnyOwner: false };

/**
 * Opens the repository that a folder is in, for reading what is in its own store: no shell, no network, no lock, no
 * hook, and none of the environment but what git needs to start and to find the person's settings.
 *
 * @param folder absolute
 */
export function gitIn(folder: string, env: Host['env']): Git {
  const run = gitRunner(folder, env);
  return {
    async head() {
      const id = (await run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']))?.toString('utf8').trim() ?? '';
      return isObjectId(id) ? id : null;
    },
    blob: async (id) => (isStartOfId(id) ? run(['cat-file', 'blob', id]) : null),
    async committed(files) {
      if (files.length === 0) return new Map();
      const listed = await run(['--literal-pathspecs', 'ls-tree', '-z', 'HEAD', '--', ...files]);
      return listed === null ? null : new Map(rowsOf(listed.toString('utf8')));
    },
    async keptInAnyCase(name) {
      const prefix = await run(['rev-parse', '--show-prefix']);
      if (prefix === null) return null;
      const whole = `${prefix.toString('utf8').replace(/\n$/, '')}${name}`;
      const listed = await run(['ls-files', '-z', '--full-name', '--', `:(top,icase,literal)${whole}`]);
      return listed?.toString('utf8').split('\0')[0] || null;
    },
    async history(name) {
      const [found, isCutOff] = [await historyOf(name, run), await isShallow(folder)];
      return found === null ? null : { ...found, isCutOff };
    },
    timeline: (paths) => timelineOf(paths, run),
    async changedSince(commit) {
      const id = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
      if (id === null) return null;
      const shown = ['--name-only', '--no-renames', '--no-ext-diff', '--relative', '-z'];
      const changed = await run(['diff', ...shown, id.toString('utf8').trim(), '--', '.']);
      const fresh = await run(['ls-files', '--others', '--exclude-standard', '-z']);
      if (changed === null || fresh === null) return null;
      return `${changed.toString('utf8')}${fresh.toString('utf8')}`.split('\0').filter((name) => name !== '');
    },
  };
}

/** Runs one command of git for reading, as `gitIn` does. @returns what it printed; null where it fails */
export function gitRunner(folder: string, env: Host['env']): RunGit {
  const environment = gitEnvironment(folder, env, reading);
  return async (args, input = '') => {
    const own = await environment;
    if (own === null) return null;
    const options = { cwd: folder, env: { ...own }, timeout: gitTimeout, maxBuffer: largest, windowsHide: true };
    return new Promise((resolve) => {
      const program = programIn('git', own);
      const child = execFile(program, [...args], { ...options, encoding: 'buffer' }, (error, stdout) =>
        resolve(error === null ? stdout : null),
      );
      // Git may end before it has read everything.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  };
}

const isStartOfId = (id: string): boolean => /^[0-9a-f]{7,64}$/.test(id);

const isObjectId = (id: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id);

/** A command of git, and what it prints. */
export type RunGit = (args: readonly string[], input?: string) => Promise<Buffer | null>;

async function historyOf(name: string, run: RunGit): Promise<Omit<FileHistory, 'isCutOff'> | null> {
  const commits = async (...more: readonly string[]): Promise<readonly string[] | null> => {
    const order = ['--topo-order', `--max-count=${mostVersions}`, ...more];
    const listed = await run(['--literal-pathspecs', 'rev-list', ...order, 'HEAD', '--', name]);
    return listed === null ? null : listed.toString('utf8').split('\n').filter(isObjectId);
  };
  const all = await commits('--full-history');
  if (all === null || all.length === 0) return all === null ? null : { versions: [] };
  const main = await commits('--first-parent');
  if (main === null) return null;
  const texts = await textsAt(all, name, run);
  const mainLine = new Set(main);
  const versions = all.flatMap((commit) => {
    const text = texts.get(commit);
    return text === undefined ? [] : [{ text, isMainLine: mainLine.has(commit) }];
  });
  return { versions };
}

/** A file in each of some commits, the first ones first, as long as there is room. */
async function textsAt(commits: readonly string[], name: string, run: RunGit): Promise<ReadonlyMap<string, string>> {
  const asked = (of: readonly string[]): string => of.map((commit) => `${commit}:./${name}\n`).join('');
  const all = await run(['cat-file', '--batch'], asked(commits));
  if (all !== null && all.length <= mostBytes) return textsIn(all, commits);
  // Only where they are too many together is it worth another start of git to know their sizes first.
  const checked = (await run(['cat-file', '--batch-check'], asked(commits)))?.toString('utf8').split('\n') ?? [];
  let room = mostBytes;
  const wanted = commits.filter((_, index) => {
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(checked[index] ?? '')?.[1];
    if (size === undefined || room < Number(size)) return false;
    room -= Number(size);
    return true;
  });
  return textsIn((await run(['cat-file', '--batch'], asked(wanted))) ?? Buffer.alloc(0), wanted);
}

/** What `cat-file --batch` printed of a file in some commits; where it was none, or a folder, there is no text. */
function textsIn(printed: Buffer, commits: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  for (const commit of commits) {
    const end = printed.indexOf('\n', at);
    if (end < 0) break;
    const [, kind, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(printed.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    if (kind === 'blob') texts.set(commit, printed.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

/** Rows such as `100644 blob 8ab686… content/billing.md`, each ended by a NUL, with a tab before the path. */
function rowsOf(listed: string): readonly (readonly [string, string])[] {
  return listed.split('\0').flatMap((row) => {
    const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(row) ?? [];
    return id === undefined || path === undefined ? [] : [[path, id] as const];
  });
}
