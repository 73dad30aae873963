import path from 'node:path';
import type { FlavourName } from '../../model/flavour-name.ts';
import type { Detected } from './detect.ts';
import { withLanguages } from './detect.ts';
import { folderWithMost, isAboutRepository, isReadme } from './pages.ts';
import { type Tree, textsIn, treeOf } from './tree.ts';

/**
 * Markdown that is no tool's, as GitHub shows it.
 *
 * @returns null where there is none
 */
export async function plainMarkdown(folder: string): Promise<Detected | null> {
  return plainIn(await treeOf(folder));
}

/**
 * The same of a repository that is listed already.
 *
 * @param content the folder, where it is not to be looked for
 * @param flavour the tool whose signs are in the texts; null for none
 */
export function plainIn(
  tree: Tree,
  content: string | null = folderWithMost(tree),
  flavour: FlavourName | null = null,
): Detected | null {
  if (content === null) return null;
  const plain = { flavour: flavour ?? 'github', file: null, content, roots: [], siteUrl: null, base: '/' } as const;
  const found = withLanguages(tree, plain);
  return flavour === null ? withReadmes(tree, found) : found;
}

/**
 * A `README.md` is the page of its folder, as GitHub shows it there; those at the top of a repository, and their like, are
 * about the repository.
 */
function withReadmes(tree: Tree, found: Detected): Detected {
  const texts = textsIn(tree, found.content).map((file) => path.posix.relative(found.content, file));
  const isAbout = (file: string): boolean => found.content === '.' && !file.includes('/') && isAboutRepository(file);
  const aboutIt = texts.filter(isAbout);
  const pages = texts.filter((file) => !aboutIt.includes(file));
  if (pages.length === 0) return found;
  const hasReadmes = pages.some(isReadme);
  const left = hasReadmes ? aboutIt : aboutIt.filter((file) => !isReadme(file));
  return {
    ...found,
    ...(hasReadmes ? { readmes: 'articles' } : {}),
    ...(aboutIt.length === 0 ? {} : { aboutIt }),
    ignored: [...found.ignored, ...left.map((file) => `/${file}`)],
  };
}
