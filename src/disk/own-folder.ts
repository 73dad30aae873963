import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { factsOf, LinkedFileError, refuseLinks } from './links.ts';
import { createOwn } from './own-file.ts';

/** Folder for a run's own files, beside the configuration. */
export const ownFolderName = '.helpcentre';

/** Milliseconds after which what stands half made must be a dead run's. */
const longestWrite = 3_600_000;

/**
 * Makes a folder and those above it, each of them a folder and no link from below the root.
 *
 * @param folder absolute
 * @param root absolute folder that is trusted; see `refuseLinks`
 * @throws LinkedFileError
 */
export async function makeFolders(folder: string, root: string): Promise<void> {
  await refuseLinks(folder, root);
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' || error.code === 'ENOTDIR' ? new LinkedFileError(folder, 'no folder') : error;
  });
  await refuseLinks(folder, root);
}

/**
 * Makes the folder for a run's own files, which git is told to ignore.
 *
 * @param folder absolute
 * @throws LinkedFileError
 */
export async function makeOwnFolder(folder: string): Promise<void> {
  const root = path.dirname(folder);
  await makeFolders(folder, root);
  await hideFromGit(folder, root);
}

async function hideFromGit(folder: string, root: string): Promise<void> {
  await createOwn(path.join(folder, '.gitignore'), root, '*\n').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * Makes the place in a run's own folder where files are made before they get their name: what a run that is killed
 * leaves there, git ignores.
 *
 * @param own absolute folder of a run's own files
 * @returns absolute
 * @throws LinkedFileError
 */
export async function makeAside(own: string): Promise<string> {
  const root = path.dirname(own);
  const aside = path.join(own, 'tmp');
  await makeFolders(aside, root);
  await hideFromGit(aside, root);
  return aside;
}

/** Removes what killed runs left half made. What cannot be removed stays. */
export async function clearAside(own: string): Promise<void> {
  const aside = path.join(own, 'tmp');
  if ((await factsOf(aside))?.isDirectory() !== true) return;
  for (const name of await readdir(aside).catch(() => [])) {
    if (name === '.gitignore') continue;
    const left = path.join(aside, name);
    const facts = await stat(left).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs < longestWrite) continue;
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
}
