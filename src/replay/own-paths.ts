import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { textFolder } from '../disk/text-disk.ts';
import type { LookKind } from './look.ts';

/** What a run may do at a path of its own that no other run learns anything from. */
export interface OwnPaths {
  /** Whether a look tells nothing: what is kept from run to run changes no result, by contract. */
  isUnseen(kind: LookKind, path: string): boolean;
  /** Whether a run may write there and still be one that only looks. It is told of everything that is written. */
  isUnnoticed(path: string): boolean;
}

/**
 * Paths of a run's own files that are no part of what it comes to: what is kept of compiling, texts of this process, and
 * where files are made.
 * What it remembers of links, its journal and its locks are not among them: they decide what is said. Nor is what a
 * configuration has the run read there: that is before anything is made.
 *
 * @param folder absolute folder of the configuration
 */
export function ownPaths(folder: string): OwnPaths {
  const own = path.join(folder, ownFolderName);
  const [compiled, aside] = [path.join(own, 'cache/compiled'), path.join(own, 'tmp')];
  const made = ['', 'cache', '.gitignore', 'cache/.gitignore'].map((name) => path.join(own, name));
  const isAside = (at: string): boolean => at === aside || at.startsWith(aside + path.sep);
  const texts = textFolder();
  let isMaking = false;
  return {
    isUnseen(kind, at) {
      if (at === compiled) return kind === 'itself' || kind === 'bytes';
      return isAside(at) && (isMaking || (at === aside && kind === 'itself'));
    },
    isUnnoticed(at) {
      isMaking ||= isAside(at);
      return isAside(at) || at.startsWith(texts) || at === compiled || made.includes(path.normalize(at));
    },
  };
}
