import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../model/code-of.ts';

/** What stands in a file's place and is not opened. */
type Instead = 'link' | 'second name' | 'no file' | 'no folder';

const instead: Readonly<Record<Instead, string>> = {
  link: 'is a link, and helpcentre never reads or writes its own files through links',
  'second name': 'is a hard link to a file that may be elsewhere, and helpcentre does not add to those',
  'no file': 'is not a regular file, and helpcentre needs its own file there',
  'no folder': 'is not a folder, and helpcentre needs one there',
};

/** A file of ours was to be opened, and something stands in its place that may lead anywhere. */
export class LinkedFileError extends Error {
  override readonly name = 'LinkedFileError';
  readonly code = 'linked-file';
  readonly what: Instead;
  readonly help: string;

  /** @param at absolute path of what stands there */
  constructor(at: string, what: Instead) {
    super(`${at} ${instead[what]}`);
    this.what = what;
    this.help = 'Delete it and run again. If it came with a branch or a pull request, review that with care.';
  }
}

/**
 * Makes sure that no part of a path is a link, from below a folder that is trusted. What is not there yet is no link.
 *
 * @param file absolute
 * @param root absolute folder that the person or the system named; for a file that is not in it only the file's own
 *   name counts, because what leads there is not the repository's
 * @throws LinkedFileError
 */
export async function refuseLinks(file: string, root: string): Promise<void> {
  const inside = path.relative(root, file);
  if (inside === '') return;
  const isInside = inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
  const parts = isInside ? inside.split(path.sep) : [path.basename(file)];
  let at = isInside ? root : path.dirname(file);
  for (const part of parts) {
    at = path.join(at, part);
    const facts = await factsOf(at);
    if (facts === null) return;
    if (facts.isSymbolicLink()) throw new LinkedFileError(at, 'link');
  }
}

/** What is at a path itself, no link followed; null for nothing. */
export async function factsOf(at: string): Promise<Stats | null> {
  try {
    return await lstat(at);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
