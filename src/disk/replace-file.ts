import type { Stats } from 'node:fs';
import { type FileHandle, link, open, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../model/code-of.ts';
import { isRefused, withAside, withBeside } from './aside.ts';
import { factsOf, LinkedFileError, refuseLinks } from './links.ts';
import { renameOver } from './rename-over.ts';

/** What a file is to hold; in pieces where it is long, which may be gone through again. */
type Content = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

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
 * a run's own files, so that a kill leaves nothing that git sees; where that is on another disk, or cannot be written,
 * beside its place.
 *
 * @param file absolute
 * @throws LinkedFileError, or the system's error; the old file is whole then
 */
export async function replaceFile(file: string, content: Content, options: ReplaceOptions): Promise<void> {
  await refuseLinks(file, options.root);
  const before = await factsOf(file);
  if (before !== null && !before.isFile()) throw new LinkedFileError(file, 'no file');
  // A link that came into the file's place meanwhile is itself replaced, not what it leads to.
  await makeAndPut(file, { content, before, options }, (made, to) => renameOver(made, to));
}

/**
 * Writes a file whole or not at all, and never over anything that is there.
 *
 * @param file absolute
 * @throws LinkedFileError for a folder on the way, the system's EEXIST where something is in its place, or its error
 */
export async function addFile(file: string, content: Content, options: ReplaceOptions): Promise<void> {
  await makeAndPut(file, { content, before: null, options }, putWhereNothingIs);
}

interface Making {
  readonly content: Content;
  readonly before: Stats | null;
  readonly options: ReplaceOptions;
}

async function makeAndPut(
  file: string,
  { content, before, options }: Making,
  put: (made: string, file: string) => Promise<void>,
): Promise<void> {
  const make = async (made: string): Promise<void> => {
    await write(made, content, before, options.sync !== false);
    await refuseLinks(path.dirname(file), options.root);
    await put(made, file);
  };
  try {
    await withAside(options.own, make);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV' && !isRefused(error)) throw error;
    await withBeside(options.own, file, make);
  }
}

/** A second name is refused by the system where there is a file. Not every disk knows such: there we look ourselves. */
async function putWhereNothingIs(made: string, file: string): Promise<void> {
  try {
    await link(made, file);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' || code === 'EXDEV' || code === 'ENOENT') throw error;
    if ((await factsOf(file)) !== null) throw Object.assign(new Error(`${file} is there`), { code: 'EEXIST' });
    await rename(made, file);
  }
}

async function write(file: string, content: Content, before: Stats | null, sync: boolean): Promise<void> {
  const handle = await open(file, 'wx', 0o666);
  try {
    await writeFile(handle, content);
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
