import path from 'node:path';
import { type Context, shownPath } from './context.ts';
import { UsageError } from './usage-error.ts';

/**
 * Keeps what concerns the paths that a person named: a file, or everything in a folder. No path means all.
 *
 * @param items problems, by their place
 */
export function byPaths<T extends { readonly place?: { readonly file: string } }>(
  items: readonly T[],
  paths: readonly string[],
  context: Context,
): readonly T[] {
  if (paths.length === 0) return items;
  const wanted = paths.map((one) => shownPath(context.host.cwd, path.resolve(context.host.cwd, one)));
  return items.filter(({ place }) => place === undefined || wanted.some((one) => isIn(place.file, one)));
}

const isIn = (file: string, folder: string): boolean =>
  folder === '' || file === folder || file.startsWith(`${folder}/`);

/**
 * Paths that a person named, as keys inside the content folder.
 *
 * @param root content folder as places name it
 * @throws UsageError when one is outside the content folder
 */
export function contentPaths(paths: readonly string[], root: string, context: Context): readonly string[] {
  return paths.map((one) => {
    const shown = shownPath(context.host.cwd, path.resolve(context.host.cwd, one));
    if (shown === root) return '';
    if (shown.startsWith(`${root}/`)) return shown.slice(root.length + 1);
    throw new UsageError(
      'outside-content',
      `${one} is not in the content folder "${root}"`,
      'Name files or folders inside it.',
      64,
    );
  });
}
