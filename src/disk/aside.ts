import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { codeOf } from '../model/code-of.ts';
import { factsOf, refuseLinks } from './links.ts';
import { createOwn, readOwn } from './own-file.ts';
import { hideFromGit, makeFolders } from './own-folder.ts';
import { isRunning } from './running.ts';

/** Milliseconds after which what stands half made must be a dead run's, whoever made it. */
const longestWrite = 3_600_000;
/** What notes end with that say where else something is being made. */
const noteEnd = '.at';
const besideStart = '.helpcentre-';
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Own folders that this process has looked through. */
const cleared = new Set<string>();
/** Names of what this process is making. */
const making = new Set<string>();

/**
 * Makes the place in a run's own folder where files are made before they get their name: what a run that is killed
 * leaves there, git ignores, and the next run removes.
 *
 * @param own absolute folder of a run's own files
 * @returns absolute
 * @throws LinkedFileError
 */
export async function makeAside(own: string): Promise<string> {
  const root = path.dirname(own);
  const aside = asideIn(own);
  await makeFolders(aside, root);
  await hideFromGit(aside, root);
  if (!cleared.has(own)) await clearAside(own);
  return aside;
}

const asideIn = (own: string): string => path.join(own, 'tmp');

/**
 * Lends a name in the place where files are made. What has that name in the end is removed.
 *
 * @param own absolute folder of a run's own files
 */
export async function withAside<T>(own: string, use: (made: string) => Promise<T>): Promise<T> {
  const name = `${here}-${process.pid}-${randomUUID()}`;
  making.add(name);
  const made = path.join(await makeAside(own), name);
  try {
    return await use(made);
  } finally {
    await rm(made, { recursive: true, force: true });
    making.delete(name);
  }
}

/** Whether the system lets nobody write there: a repository that can only be read is no reason not to write elsewhere. */
export function isRefused(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

/**
 * Lends a name beside a file, for a disk that the own folder is not on. It is in a folder that git ignores, and where
 * that is stands in the own folder, if that can be written, so that the next run finds it.
 *
 * @param own absolute folder of a run's own files
 * @param file absolute; its folder is there
 */
export async function withBeside<T>(own: string, file: string, use: (made: string) => Promise<T>): Promise<T> {
  const folder = path.join(path.dirname(file), `${besideStart}${randomUUID()}`);
  const make = async (): Promise<T> => {
    try {
      await mkdir(folder);
      await hideFromGit(folder, path.dirname(folder));
      return await use(path.join(folder, 'new'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  if (!(await canBeMade(own))) return make();
  return withAside(own, async (lent) => {
    const note = `${lent}${noteEnd}`;
    making.add(path.basename(note));
    await createOwn(note, path.dirname(own), path.relative(path.dirname(own), folder));
    try {
      return await make();
    } finally {
      await rm(note, { force: true });
      making.delete(path.basename(note));
    }
  });
}

/** Whether a run's own folder is there or can be made, and written. */
async function canBeMade(own: string): Promise<boolean> {
  try {
    await access(await makeAside(own), constants.W_OK);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

/** Removes what dead runs left half made. What cannot be removed stays. */
export async function clearAside(own: string): Promise<void> {
  cleared.add(own);
  const aside = asideIn(own);
  if ((await factsOf(aside))?.isDirectory() !== true) return;
  for (const name of await readdir(aside).catch(() => [])) {
    if (name === '.gitignore' || !(await isDeadRuns(aside, name))) continue;
    const left = path.join(aside, name);
    if (name.endsWith(noteEnd)) await clearBeside(left, path.dirname(own)).catch(() => undefined);
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isDeadRuns(aside: string, name: string): Promise<boolean> {
  if (making.has(name)) return false;
  const [, host, pid] = /^([0-9a-f]{8})-(\d+)-/.exec(name) ?? [];
  // A process has the id of a dead one in a container that is started anew.
  if (host === here && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true;
  const facts = await stat(path.join(aside, name)).catch(() => null);
  return facts === null || Date.now() - facts.mtimeMs >= longestWrite;
}

/** A note may have come with a checkout: nothing but such a folder of the repository is removed. */
async function clearBeside(note: string, root: string): Promise<void> {
  const named = (await readOwn(note, root))?.toString('utf8') ?? '';
  const folder = path.resolve(root, named);
  const isOne = /^[0-9a-f-]{36}$/.test(path.basename(folder).slice(besideStart.length));
  const isInside = folder.startsWith(`${root}${path.sep}`);
  if (!isOne || !isInside || !path.basename(folder).startsWith(besideStart)) return;
  await refuseLinks(folder, root);
  await rm(folder, { recursive: true, force: true });
}
