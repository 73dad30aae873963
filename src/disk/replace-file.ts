import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { factsOf, LinkedFileError, refuseLinks } from './links.ts';
import { makeAside } from './own-folder.ts';

/** Where a file is written, and where it is made before. */
export interface ReplaceOptions {
  /** Absolute folder that is trusted; see `refuseLinks`. */
  readonly root: string;
  /** Absolute folder of a run's own files, made if it is not there. */
  readonly own: string;
  /** false: the file need not survive a loss of power. */
  readonly sync?: boolean;
}

/**
 * Writes a file whole or not at all, over one that is there, whose mode and owner it keeps. It is made in the folder of
 * a run's own files, so that a kill leaves nothing in the repository; where that is on another disk, beside its place.
 *
 * @param file absolute
 * @throws LinkedFileError, or the system's error; the old file is whole then
 */
export async function replaceFile(file: string, content: string | Uint8Array, options: ReplaceOptions): Promise<void> {
  await refuseLinks(file, options.root);
  const before = await factsOf(file);
  if (before !== null && !before.isFile()) throw new LinkedFileError(file, 'no file');
  const aside = await makeAside(options.own);
  const made = path.join(aside, randomUUID());
  try {
    await write(made, content, before, options.sync !== false);
    if (await putInPlace(made, file, options.root)) return;
  } finally {
    await rm(made, { force: true });
  }
  const beside = path.join(path.dirname(file), `.helpcentre-${randomUUID()}`);
  try {
    await write(beside, content, before, options.sync !== false);
    await refuseLinks(file, options.root);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** A link that came into the file's place meanwhile is itself replaced, not what it leads to. */
async function putInPlace(made: string, file: string, root: string): Promise<boolean> {
  await refuseLinks(file, root);
  try {
    await rename(made, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false;
    throw error;
  }
}

async function write(file: string, content: string | Uint8Array, before: Stats | null, sync: boolean): Promise<void> {
  const handle = await open(file, 'wx', 0o666);
  try {
    await handle.writeFile(content);
    if (before !== null) await likeBefore(handle, before);
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Only root may give a file away, and not every disk has modes. */
async function likeBefore(handle: FileHandle, before: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== before.uid || own.gid !== before.gid) {
    await handle.chown(before.uid, before.gid).catch(() => undefined);
  }
  await handle.chmod(before.mode & 0o7777).catch(() => undefined);
}
