import * as posix from 'node:path/posix';
import type { ContentPath } from '../model/article.ts';
import type { Library } from './library.ts';
import { decode, resolveLocal } from './paths.ts';

/** Where the text may be that is to be put in, the likeliest first. */
export function snippetPaths(target: string, from: ContentPath, { files, dialect }: Library): readonly ContentPath[] {
  const beside = resolveLocal(from, target).path;
  const inFolder = resolveLocal('', target).path;
  const own = [beside, inFolder].filter((path) => path !== null);
  if (dialect.flavour === 'github') return own;
  // Beside the content folder are the texts of the folders that the configuration names.
  const outside =
    beside === null && !target.includes('\\')
      ? [posix.join(target.startsWith('/') ? '.' : posix.dirname(from), decode(target).replace(/^\//, ''))]
      : [];
  if (inFolder === null) return [...own, ...outside];
  // Other tools begin at the repository, or find a text by its name.
  const below = inFolder.includes('/') ? [inFolder.slice(inFolder.indexOf('/') + 1)] : [];
  const byName =
    dialect.flavour === 'obsidian' ? [...files.keys()].filter((path) => path.endsWith(`/${inFolder}`)).slice(0, 1) : [];
  return [...own, ...outside, ...below, `../${inFolder}`, ...byName];
}

/** Texts that a name may mean. */
export function textsIn({ files }: Library): readonly ContentPath[] {
  return [...files.values()].filter((file) => file.kind === 'text').map((file) => file.path);
}
