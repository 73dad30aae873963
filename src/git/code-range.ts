import type { ChangedFile, CodeChange } from '../model/impact.ts';
import { type LoggedCommit, namesIn, readLog } from './commit-log.ts';
import type { RunGit } from './git.ts';

/** A change between two states of a repository, and the states. */
export interface CodeRange extends CodeChange {
  /** Commit that it begins at: the one that both sides have in common. */
  readonly base: string;
  /** Commit that it ends at; null for the files as they are now. */
  readonly head: string | null;
}

/**
 * What changed on one side since it parted from another.
 *
 * @param run git in the root of the repository
 * @param from a branch, a tag or an id
 * @param to the same; null for HEAD with what is not committed yet
 * @returns null where that cannot be told: a commit is not here, or they have none in common
 */
export async function codeRange(run: RunGit, from: string, to: string | null): Promise<CodeRange | null> {
  const [start, end] = [await commitAt(run, from), await commitAt(run, to ?? 'HEAD')];
  if (start === null || end === null) return null;
  const base = textOf(await run(['merge-base', start, end]));
  if (base === null || base === '') return null;
  const listed = await run(['diff', ...shown, '--find-renames', '--name-status', base, ...(to === null ? [] : [end])]);
  const fresh = to === null ? await run(['ls-files', '--others', '--exclude-standard', '-z']) : Buffer.alloc(0);
  // What a merge itself changed, in a conflict that it settled; a person says in its message what was looked at.
  const commits = await readLog(run, ['-c', '--no-renames', '--name-only', `${base}..${end}`]);
  const open = to === null ? await run(['diff', ...shown, '--no-renames', '--name-only', 'HEAD']) : Buffer.alloc(0);
  if (listed === null || fresh === null || commits === null || open === null) return null;
  const files = [...stepsIn(namesIn(listed)), ...namesIn(fresh).map((path) => ({ path }))];
  return {
    ...{ base, head: to === null ? null : end },
    files: withBots(files, commits, new Set(namesIn(open))),
    messages: commits.map(({ message }) => message),
  };
}

/** The id of a commit; null where git does not know the name. */
export async function commitAt(run: RunGit, name: string): Promise<string | null> {
  return textOf(await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]));
}

const shown = ['--no-ext-diff', '-z'];
const textOf = (printed: Buffer | null): string | null => printed?.toString('utf8').trim() ?? null;
/** `M` and a path, or `R087` and two. */
function stepsIn(names: readonly string[]): readonly ChangedFile[] {
  const files: ChangedFile[] = [];
  for (let at = 0; at < names.length; at += 2) {
    const [status = '', path = '', renamed] = names.slice(at, at + 3);
    if (/^[RC]/.test(status) && renamed !== undefined) {
      files.push(status.startsWith('R') ? { path: renamed, old: path } : { path: renamed });
      at += 1;
    } else files.push({ path });
  }
  return files;
}

/** What bots alone committed is told apart; what a person has not committed yet is the person's. */
function withBots(
  files: readonly ChangedFile[],
  commits: readonly LoggedCommit[],
  open: ReadonlySet<string>,
): readonly ChangedFile[] {
  const touched = new Map<string, boolean>();
  for (const { names: own, byBot } of commits) {
    for (const file of own) touched.set(file, byBot && touched.get(file) !== false);
  }
  return files.map((one) => {
    const known = [one.path, ...(one.old === undefined ? [] : [one.old])].flatMap((name) => touched.get(name) ?? []);
    const byBots = known.length > 0 && known.every(Boolean) && !open.has(one.path);
    return byBots ? { ...one, byBots: true } : one;
  });
}
