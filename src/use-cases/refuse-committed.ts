import path from 'node:path';
import { gitIn } from '../git/git.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Context, shownPath } from './context.ts';

/**
 * Refuses notes of a run that was cut off where git has them. They are believed, so they have to be this machine's own:
 * those that came with a checkout could say that somebody else's article is a source's, or a probe's to take away.
 *
 * @param ownFolder absolute folder of a run's own files, which is there
 * @param name path of the notes in it, with slashes
 * @throws UsageError where git has one
 */
export async function refuseCommitted({ host }: Context, ownFolder: string, name: string): Promise<void> {
  const kept = await gitIn(ownFolder, host.env).keptInAnyCase(name);
  if (kept === null) return;
  const shown = shownPath(host.cwd, path.join(ownFolder, name));
  throw new UsageError(
    'committed-journal',
    `${shown} was committed, and what it says was done here need not be true`,
    `Take it out of the repository: git rm --force ":/${kept}". Ask whoever committed it why.`,
  );
}
