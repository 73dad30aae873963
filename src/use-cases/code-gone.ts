import { type CodeHistory, codeHistory, movedTo } from '../git/code-history.ts';
import type { RunGit } from '../git/git.ts';
import { isShallow } from '../git/git-folder.ts';
import type { Place } from '../model/place.ts';
import { type Problem, problem } from '../model/problem.ts';
import { folderOfGlob, type Globs, globsOf } from '../text/globs.ts';

/** A glob that names no file. */
export interface DeadGlob {
  readonly glob: string;
  readonly place: Place | undefined;
}

/**
 * Says of globs that they name no file, and the commit that took the last one away. A shallow checkout does not know it,
 * and nothing is said of the past then.
 *
 * @param run git in the root of the repository
 */
export async function goneProblems(run: RunGit, root: string, dead: readonly DeadGlob[]): Promise<readonly Problem[]> {
  if (dead.length === 0) return [];
  const folders = dead.map(({ glob }) => folderOfGlob(glob));
  const history = (await isShallow(root)) ? null : await codeHistory(run, folders);
  const problems: Problem[] = [];
  for (const { glob, place } of dead) {
    const last = history === null ? null : lastOf(globsOf([glob]), history);
    const to = last === null ? null : await movedTo(run, last.id, last.file);
    const isWhole = history !== null && history.end === null;
    const named = { commit: last?.id.slice(0, 8) ?? null, subject: last?.subject ?? '' };
    problems.push(problem('sources-gone', { glob, ...named, to, isWhole }, place));
  }
  return problems;
}

/** The newest commit that took away a file that a glob caught; null where none did. */
function lastOf(
  globs: Globs,
  { commits }: CodeHistory,
): { readonly id: string; readonly subject: string; readonly file: string } | null {
  for (const { id, subject, files } of commits) {
    const file = files.find(({ path, isGone }) => isGone && globs.caughtBy(path) !== null);
    if (file !== undefined) return { id, subject, file: file.path };
  }
  return null;
}
