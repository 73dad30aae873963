import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';

/** What a run may do at a path of its own that no other run learns anything from. */
export interface OwnPaths {
  /** Where a look tells nothing: what is kept from run to run changes no result, by contract. */
  isUnseen(path: string): boolean;
  /** Where a run may write and still be one that only looks. */
  isUnnoticed(path: string): boolean;
}

/**
 * Paths of a run's own files that are no part of what it comes to: what is kept of compiling, and where files are made.
 * What it remembers of links, its journal and its locks are not among them: they decide what is said.
 *
 * @param folder absolute folder of the configuration
 */
export function ownPaths(folder: string): OwnPaths {
  const own = path.join(folder, ownFolderName);
  const kept = ['cache/compiled', 'cache/runs', 'tmp'].map((name) => path.join(own, name));
  const made = ['', 'cache', '.gitignore', 'cache/.gitignore'].map((name) => path.join(own, name));
  const isUnseen = (at: string): boolean => kept.some((one) => at === one || at.startsWith(one + path.sep));
  return { isUnseen, isUnnoticed: (at) => isUnseen(at) || made.includes(path.normalize(at)) };
}
