import { codeHistory, movedTo } from '../git/code-history.ts';
import type { RunGit } from '../git/git.ts';
import { isShallow } from '../git/git-folder.ts';
import type { Place } from '../model/place.ts';
import { type Problem, problem } from '../model/problem.ts';
import { folderOfGlob, globsOf } from '../text/globs.ts';

/**
 * Says that a glob names no file, and the commit that took the last one away. A shallow checkout does not know it, and
 * nothing is said of the past then.
 *
 * @param run git in the root of the repository
 * @param place where the glob stands
 */
export async function goneProblem(run: RunGit, root: string, glob: string, place: Place | undefined): Promise<Problem> {
  const globs = globsOf([glob]);
  const history = (await isShallow(root)) ? null : await codeHistory(run, [folderOfGlob(glob)]);
  for (const { id, subject, files } of history?.commits ?? []) {
    const file = files.find(({ path, isGone }) => isGone && globs.caughtBy(path) !== null);
    if (file === undefined) continue;
    const to = await movedTo(run, id, file.path);
    return problem('sources-gone', { glob, commit: id.slice(0, 8), subject, to, isWhole: true }, place);
  }
  const isWhole = history !== null && history.end === null;
  return problem('sources-gone', { glob, commit: null, subject: '', to: null, isWhole }, place);
}
