import path from 'node:path';
import type { Host } from '../model/host.ts';
import { shownPath } from './context.ts';

/** Names files from the repository's root, where GitHub's runner says which folder that is. */
export function fromRoot(host: Host): (file: string) => string {
  const root = host.env.GITHUB_WORKSPACE;
  return (file) => {
    if (root === undefined || root === '') return file;
    const relative = shownPath(path.resolve(host.cwd, root), path.resolve(host.cwd, file));
    return relative === '' || relative.startsWith('../') || path.isAbsolute(relative) ? file : relative;
  };
}
