import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** A repository that somebody made here, and its own store. */
export interface FoundRepository {
  /** Absolute folder that holds `.git`. */
  readonly root: string;
  /** Absolute folder of its store: `.git`, or where the file `.git` of a worktree or a submodule says. */
  readonly store: string;
}

/**
 * Finds the repository that a folder is in by its `.git`, which no commit can hold. What merely looks like a store (a
 * bare repository that lies among the files) is none: git would believe its settings and run what they name.
 *
 * @param folder absolute; it need not exist yet
 * @returns null when it is in none
 */
export async function findRepository(folder: string): Promise<FoundRepository | null> {
  const store = await storeAt(folder);
  if (store !== null) return { root: folder, store };
  const above = path.dirname(folder);
  return above === folder ? null : findRepository(above);
}

async function storeAt(folder: string): Promise<string | null> {
  const at = path.join(folder, '.git');
  const facts = await stat(at).catch(() => null);
  if (facts === null) return null;
  if (facts.isDirectory()) return at;
  const named = /^gitdir: (.+?)\r?\n?$/.exec(facts.size < 10_000 ? await readFile(at, 'utf8') : '')?.[1];
  return named === undefined ? null : path.resolve(folder, named);
}

/** The store with what all worktrees share: settings, branches, where the history ends. @param store absolute, of one worktree */
export async function sharedStore(store: string): Promise<string> {
  const shared = await readFile(path.join(store, 'commondir'), 'utf8').catch(() => '.');
  return path.resolve(store, shared.trim());
}

/**
 * Whether a path lies in a folder, or is it, once links are followed in both.
 *
 * @param file absolute; what does not exist lies nowhere
 */
export async function liesIn(file: string, folder: string): Promise<boolean> {
  try {
    return isIn(await realpath(file), await realpath(folder));
  } catch {
    return false;
  }
}

/** Whether a path lies in a folder, or is it, by their names alone. */
export function isIn(file: string, folder: string): boolean {
  const inside = path.relative(folder, file);
  return inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
}

/**
 * How far links may lead: to the root of the repository that somebody stands in when they name a folder, because the
 * way there is the repository's; else to that of the folder that they named.
 *
 * @param stand absolute folder that a person or a system stands in
 * @param named absolute folder that was named there
 */
export async function limitOf(stand: string, named: string): Promise<string> {
  const around = isIn(named, stand) ? await findRepository(stand) : null;
  return (around ?? (await findRepository(named)))?.root ?? named;
}
