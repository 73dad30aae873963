import * as posix from 'node:path/posix';
import type { ContentPath } from './article.ts';
import { isBeside } from './language-folder.ts';

/**
 * A file as problems name it.
 *
 * @param root content folder as named in problems
 */
export function shownFile(root: string, path: ContentPath): string {
  if (root === '.') return path;
  return isBeside(path) ? posix.join(root, path) : `${root}/${path}`;
}
