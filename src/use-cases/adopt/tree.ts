import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import { localeOf } from '../../model/help-centre-locales.ts';
import { hasSourceEnding } from '../../model/source-path.ts';

/** Bytes of a tool's own file that are looked at. */
const largest = 1_000_000;
/** Levels of folders that are looked through for a tool's files. */
const deepest = 6;

/** The files of a repository, by name only. */
export interface Tree {
  /** Absolute folder. */
  readonly folder: string;
  /** Sorted by depth, then by name; hidden ones too. */
  readonly files: readonly string[];
}

/** Lists a repository, without what tools make and what packages bring. */
export async function treeOf(folder: string): Promise<Tree> {
  const found = await glob('**/*', {
    cwd: folder,
    dot: true,
    deep: deepest,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/.helpcentre/**', '**/vendor/**'],
  });
  const depth = (file: string): number => file.split('/').length;
  return { folder, files: found.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)) };
}

/** The folder of a file; `.` for the repository itself. */
export function folderOf(file: string): string {
  return path.posix.dirname(file);
}

/** The text of a file that is no program to us: it is never run. `''` for one that cannot be read. */
export async function textOf({ folder }: Tree, file: string): Promise<string> {
  const absolute = path.join(folder, file);
  try {
    const facts = await stat(absolute);
    return facts.isFile() && facts.size <= largest ? await readFile(absolute, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Files in a folder, or deeper. */
export function within({ files }: Tree, folder: string): readonly string[] {
  return folder === '.' ? files : files.filter((file) => file.startsWith(`${folder}/`));
}

/** Whether there is a folder with anything in it. */
export function hasFolder(tree: Tree, folder: string): boolean {
  return within(tree, folder).length > 0;
}

/** Texts among files. */
export function textsIn(tree: Tree, folder: string): readonly string[] {
  return within(tree, folder).filter(hasSourceEnding);
}

/** Folders of languages right in a folder, that hold texts. */
export function languagesIn(tree: Tree, folder: string): readonly string[] {
  const start = folder === '.' ? '' : `${folder}/`;
  const tops = textsIn(tree, folder).flatMap((file) => {
    const rest = file.slice(start.length);
    return rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : [];
  });
  return [...new Set(tops)].filter((name) => localeOf(name) !== null);
}
