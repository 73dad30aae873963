import { folded, slugOf } from '../../import/slug.ts';
import type { ContentPath } from '../../model/article.ts';
import { shellArgument } from '../../model/shell-argument.ts';
import { shownFile } from '../../model/shown-file.ts';
import type { Planned } from '../plan-of.ts';

/**
 * The command that gives a folder the name that its collection has by now. A pull never moves files: links and tools
 * outside may name them.
 *
 * @returns null where the folder has that name already, or another has it
 */
export function renameCommand(folder: ContentPath, name: string, planned: Planned): string | null {
  const parts = folder.split('/');
  const last = parts.at(-1) ?? '';
  const number = /^\d{1,3}[\s._-]+(?=[^\d\s._-])/.exec(last)?.[0] ?? '';
  const wanted = `${number}${slugOf(name, '')}`;
  if (wanted === number || folded(wanted) === folded(last)) return null;
  return moveCommand(folder, [...parts.slice(0, -1), wanted].join('/'), planned);
}

/**
 * The command that moves a folder to where its collection is by now.
 *
 * @param parent folder of the collection that it is in; null for none
 */
export function placeCommand(folder: ContentPath, parent: ContentPath | null, planned: Planned): string | null {
  const last = folder.split('/').at(-1) ?? '';
  return moveCommand(folder, parent === null ? last : `${parent}/${last}`, planned);
}

/** With the folders of other languages, where each has its own. */
function moveCommand(from: ContentPath, to: ContentPath, { sources }: Planned): string | null {
  const { root, sources: files, collections, languages = [] } = sources.repository;
  if (collections.some(({ folder }) => folded(folder) === folded(to)) || `${to}/`.startsWith(`${from}/`)) return null;
  const isThere = (prefix: string): boolean => files.some(({ path }) => path.startsWith(`${prefix}${from}/`));
  const prefixes = ['', ...languages.map((language) => `${language}/`)].filter(
    (prefix, _, all) => isThere(prefix) || (prefix === '' && !all.slice(1).some(isThere)),
  );
  const place = (path: ContentPath): string => shellArgument(shownFile(root, path));
  return prefixes.map((prefix) => `git mv ${place(prefix + from)} ${place(prefix + to)}`).join(' && ');
}
