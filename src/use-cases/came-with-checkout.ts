import path from 'node:path';
import { blobId } from '../git/blob-id.ts';
import { gitIn } from '../git/git.ts';
import { type Context, shownPath } from './context.ts';

/**
 * Tells, and says to the person, whether git has these very bytes of a lock: one that came with a checkout belongs to no
 * run on it.
 */
export function cameWithCheckout({
  host,
  say,
}: Pick<Context, 'host' | 'say'>): (file: string, bytes: Uint8Array) => Promise<boolean> {
  return async (file, bytes) => {
    const name = path.basename(file);
    const committed = await gitIn(path.dirname(file), host.env).committed([name]);
    if (committed?.get(name) !== blobId(bytes)) return false;
    const shown = shownPath(host.cwd, file);
    say(`${shown} was committed, so no run on this checkout holds it. Remove it from git: git rm --cached ${shown}\n`);
    return true;
  };
}
