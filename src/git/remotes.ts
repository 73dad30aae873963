import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { referenceIn } from './git-folder.ts';
import { findRepository, sharedStore } from './repository.ts';

/** A remote of a repository. */
export interface GitRemote {
  readonly name: string;
  /** As it is written, with whatever signs in. */
  readonly url: string;
}

/** Where a repository comes from and which branch is its main one, as its own files say. */
export interface Origin {
  /** The remote that counts: `origin`, else `upstream`, else the first; null for none. */
  readonly remote: GitRemote | null;
  readonly branch: string;
  /** How the branch is known; `usual`: nothing says it, and most are called so. */
  readonly branchBy: 'remote' | 'exists' | 'checked-out' | 'usual';
}

const usual = ['main', 'master', 'trunk'];

/**
 * Reads where the repository that a folder is in comes from. Git itself is not run, and nothing that a repository's
 * settings name: its files are looked at as text.
 *
 * @param folder absolute; it need not exist yet
 */
export async function originOf(folder: string): Promise<Origin> {
  const found = await findRepository(folder);
  if (found === null) return { remote: null, branch: 'main', branchBy: 'usual' };
  const store = await sharedStore(found.store);
  const remotes = remotesIn(await readFile(path.join(store, 'config'), 'utf8').catch(() => ''));
  const remote = ['origin', 'upstream'].flatMap((name) => remotes.find((one) => one.name === name) ?? [])[0];
  return { remote: remote ?? remotes[0] ?? null, ...(await mainBranch(found.store, store, remote ?? remotes[0])) };
}

async function mainBranch(
  own: string,
  store: string,
  remote: GitRemote | undefined,
): Promise<Pick<Origin, 'branch' | 'branchBy'>> {
  const name = remote?.name ?? 'origin';
  const told = await referenceIn(path.join(store, 'refs/remotes', name, 'HEAD'), `refs/remotes/${name}/`);
  if (told !== null) return { branch: told, branchBy: 'remote' };
  const here = await referenceIn(path.join(own, 'HEAD'), 'refs/heads/');
  const branches = await branchesIn(store, name);
  const exists = usual.find((one) => branches.has(one));
  if (here !== null && usual.includes(here)) return { branch: here, branchBy: 'checked-out' };
  // Whoever begins something does so on a branch of its own.
  if (exists !== undefined) return { branch: exists, branchBy: 'exists' };
  // Where git keeps its references in another form, this one stands there for none.
  if (here !== null && here !== '.invalid') return { branch: here, branchBy: 'checked-out' };
  return { branch: 'main', branchBy: 'usual' };
}

/** Names of the usual branches that are there, here or on the remote. */
async function branchesIn(store: string, remote: string): Promise<ReadonlySet<string>> {
  const folders = ['refs/heads', `refs/remotes/${remote}`];
  const packed = await readFile(path.join(store, 'packed-refs'), 'utf8').catch(() => '');
  const loose = await Promise.all(folders.map((one) => readdir(path.join(store, one)).catch(() => [])));
  const lines = packed.split(/\r?\n/).flatMap((line) => /^[0-9a-f]+ (refs\/.+)$/.exec(line)?.[1] ?? []);
  const inPacked = folders.flatMap((one) =>
    lines.filter((line) => line.startsWith(`${one}/`)).map((line) => line.slice(one.length + 1)),
  );
  return new Set([...loose.flat(), ...inPacked]);
}

/**
 * The remotes that a file of git's settings names, in its order. Files that it includes are not read.
 *
 * @param text of the file
 */
export function remotesIn(text: string): readonly GitRemote[] {
  const remotes: GitRemote[] = [];
  let name: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line);
    if (section !== null) {
      const isRemote = section[1]?.toLowerCase() === 'remote';
      name = isRemote ? (section[2]?.replace(/\\(.)/g, '$1') ?? null) : null;
    }
    const url = /^\s*url\s*=\s*(.*?)\s*$/i.exec(line.slice(section?.[0].length ?? 0))?.[1];
    if (name === null || url === undefined || remotes.some((one) => one.name === name)) continue;
    const plain = url.replace(/^"(.*)"$/, '$1').replace(/\s[#;].*$/, '');
    if (plain !== '') remotes.push({ name, url: plain });
  }
  return remotes;
}
