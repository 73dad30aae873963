import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../model/code-of.ts';

/** Bytes of a tool's configuration; none that was seen has a tenth of that. */
const largest = 5_000_000;

/** A folder, those around it, and the last of them. */
export function between(inner: string, outer: string): readonly string[] {
  const way = path
    .relative(outer, inner)
    .split(path.sep)
    .filter((part) => part !== '' && part !== '..');
  return [...way.map((_, index) => path.join(outer, ...way.slice(0, way.length - index))), outer];
}

/** The text of a tool's configuration; null where there is none. */
export async function textOf(file: string): Promise<string | null> {
  try {
    // A pipe is waited for without end.
    const facts = await stat(file);
    if (!facts.isFile() || facts.size > largest) return null;
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
