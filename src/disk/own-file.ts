import { constants, readSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../model/code-of.ts';
import { factsOf, LinkedFileError, refuseLinks } from './links.ts';
import { writeWhole } from './whole.ts';

// Windows has neither: there only looking before and after helps.
const safely = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file of ours, never through a link: none of the folders between the root and the file may be one, and the
 * system itself refuses one in the file's place. What another program puts there in between is seen after opening.
 *
 * @param file absolute
 * @param root absolute folder that is trusted; see `refuseLinks`
 * @param flags how to open, as the system's own constants; what opens for writing refuses a second name of a file, and
 *   where a new file is wanted a link counts as one that is there
 * @throws LinkedFileError, or the system's error, such as ENOENT
 */
export async function openOwn(file: string, root: string, flags: number): Promise<FileHandle> {
  const makes = (flags & constants.O_EXCL) !== 0;
  await refuseLinks(makes ? path.dirname(file) : file, root);
  const handle = await open(file, flags | safely).catch((error: NodeJS.ErrnoException) => {
    const isLink = error.code === 'ELOOP' || error.code === 'EMLINK';
    throw isLink ? new LinkedFileError(file, 'link') : error.code === 'EISDIR' ? notPlain(file) : error;
  });
  try {
    await refuseLinks(file, root);
    const opened = await handle.stat();
    if (!opened.isFile()) throw notPlain(file);
    const writes = (flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0;
    if (writes && opened.nlink > 1) throw new LinkedFileError(file, 'second name');
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function notPlain(file: string): LinkedFileError {
  return new LinkedFileError(file, 'no file');
}

/** Reads a file of ours; null when there is none. @throws LinkedFileError, or the system's error */
export async function readOwn(file: string, root: string): Promise<Buffer | null> {
  return withOwn(file, root, (handle) => handle.readFile());
}

/**
 * Reads a large file of ours in pieces, which need not be in memory at once, and may be gone through again.
 *
 * @returns null when there is none
 * @throws LinkedFileError, or the system's error
 */
export async function withOwnPieces<T>(
  file: string,
  root: string,
  use: (pieces: Iterable<Buffer>) => T,
): Promise<T | null> {
  return withOwn(file, root, async ({ fd }) => use({ [Symbol.iterator]: () => piecesOf(fd) }));
}

/** Bytes that are read at once. */
const piece = 1024 * 1024;

function* piecesOf(fd: number): Generator<Buffer, undefined> {
  for (let at = 0; ; ) {
    const bytes = Buffer.allocUnsafe(piece);
    const read = readSync(fd, bytes, 0, piece, at);
    if (read === 0) return undefined;
    at += read;
    yield bytes.subarray(0, read);
  }
}

async function withOwn<T>(file: string, root: string, use: (handle: FileHandle) => Promise<T>): Promise<T | null> {
  let handle: FileHandle;
  try {
    handle = await openOwn(file, root, constants.O_RDONLY);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** Opens a file of ours to add to its end; it is made if it is not there. @throws LinkedFileError */
export function openToAppend(file: string, root: string): Promise<FileHandle> {
  return openOwn(file, root, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT);
}

/**
 * Adds a line to the end of a file that is open for that. It waits for the system to take it over, which is quicker than
 * to ask another thread to wait; it is on disk after a sync.
 */
export function appendNow({ fd }: FileHandle, text: string): void {
  writeWhole(fd, Buffer.from(text), null);
}

/** Adds to the end of a file of ours; it is made if it is not there. @throws LinkedFileError */
export async function appendOwn(file: string, root: string, text: string): Promise<void> {
  const handle = await openToAppend(file, root);
  try {
    await handle.appendFile(text);
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file of ours where there is none.
 *
 * @throws LinkedFileError, or the system's EEXIST where something is there, whatever it is
 */
export async function createOwn(file: string, root: string, text: string | Uint8Array): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await openOwn(file, root, flags);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

/** Removes a file of ours, or the link in its place; nothing is done where a folder on the way is a link. */
export async function removeOwn(file: string, root: string): Promise<void> {
  const facts = await factsOf(file);
  if (facts === null) return;
  if (!facts.isSymbolicLink()) await refuseLinks(file, root);
  await rm(file, { force: true });
}
