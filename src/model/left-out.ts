import type { ContentPath } from './article.ts';

/** Whether a file or a folder of that name is never read. */
export const isLeftOutName = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Whether a path is in a place that is never read, so that nobody knows what is there; `..` leads to another place. */
export function isLeftOut(path: ContentPath): boolean {
  return path.split('/').some((part) => part !== '..' && isLeftOutName(part));
}

/** Why nobody knows whether a file is there. */
export const leftOut = 'it is in a hidden folder, or in one that is never read';
