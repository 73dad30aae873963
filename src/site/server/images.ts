import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath } from '../../model/article.ts';

/** Largest picture that is read. */
const largest = 50_000_000;

/**
 * Reads a file of the content folder, or of one beside it.
 *
 * @param root absolute content folder
 * @param inContent path as the repository names it
 * @returns null for what is no file, is too large, or lies outside the folder once links are followed
 */
export async function readContentFile(root: string, inContent: ContentPath): Promise<Uint8Array | null> {
  try {
    // Pictures may be in a folder beside that of the content.
    const up = /^(?:\.\.\/)*/.exec(inContent)?.[0] ?? '';
    const home = await realpath(path.join(root, up));
    const absolute = await realpath(path.join(root, inContent));
    if (!absolute.startsWith(home + path.sep)) return null;
    const facts = await stat(absolute);
    return facts.isFile() && facts.size <= largest ? await readFile(absolute) : null;
  } catch {
    return null;
  }
}
