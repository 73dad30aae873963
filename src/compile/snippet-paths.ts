import * as posix from 'node:path/posix';
import type { ContentPath } from '../model/article.ts';
import type { FileFacts } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { behindAlias } from './alias.ts';
import { decode, resolveLocal } from './paths.ts';

/** Where texts are looked for. */
interface Shelf {
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  readonly dialect: Pick<Settings, 'flavour'>;
}

/** The text of a file that a page imports, where it is one of the repository's. Where it was looked for is noted in `uses`. */
export function importedText(
  address: string,
  from: ContentPath,
  library: Shelf & { readonly uses: Set<ContentPath> },
): string | null {
  if (!/^(?:[./]|[@~][\w-]*\/)/.test(address)) return null;
  const likely = snippetPaths(address, from, library);
  const isText = (path: ContentPath): boolean => library.files.get(path)?.kind === 'text';
  const found = likely.find(isText) ?? behindAlias(address, textsIn(library));
  for (const path of [...likely, found]) if (path !== null) library.uses.add(path);
  const facts = found === null ? undefined : library.files.get(found);
  return facts?.kind === 'text' ? facts.text : null;
}

/** Where the text may be that is to be put in, the likeliest first. */
export function snippetPaths(target: string, from: ContentPath, { files, dialect }: Shelf): readonly ContentPath[] {
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

/** The paths of all texts. */
export function textsIn({ files }: Pick<Shelf, 'files'>): readonly ContentPath[] {
  return [...files.values()].filter((file) => file.kind === 'text').map((file) => file.path);
}
