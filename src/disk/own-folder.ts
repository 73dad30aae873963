import { constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { factsOf, LinkedFileError, refuseLinks } from './links.ts';
import { openOwn } from './own-file.ts';

/** Folder for a run's own files, beside the configuration. */
export const ownFolderName = '.helpcentre';

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

/**
 * Tells git to ignore a folder of ours. The file that does is written anew where a kill left it empty.
 *
 * @param folder absolute, and there
 * @param root absolute folder that is trusted; see `refuseLinks`
 * @throws LinkedFileError
 */
export async function hideFromGit(folder: string, root: string): Promise<void> {
  const file = path.join(folder, '.gitignore');
  const facts = await factsOf(file);
  if (facts !== null && facts.size > 0) return;
  const handle = await openOwn(file, root, constants.O_WRONLY | constants.O_CREAT);
  try {
    await handle.writeFile('*\n');
  } finally {
    await handle.close();
  }
}
