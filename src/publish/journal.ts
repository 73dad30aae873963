import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath, Recording } from '../model.ts';

/** Name of the journal in the folder of the run's own files. */
export const journalName = 'journal';

/** A line of the journal. */
export type JournalLine =
  | { readonly workspace: string }
  /** A create is about to be sent. Without a recording after it, nobody knows whether it arrived. */
  | { readonly intent: ContentPath }
  | { readonly done: Recording };

/** What was done, on disk before anything else is done. */
export interface Journal {
  /** Appends a line and syncs it to disk. */
  append(line: JournalLine): Promise<void>;
  /** Closes and removes the journal: everything in it is in the lockfile. */
  finish(): Promise<void>;
  /** Closes the journal and leaves it for the next run. */
  leave(): Promise<void>;
}

/**
 * Starts a journal.
 *
 * @param folder the run's own folder (`.helpcentre`), made if it is not there, and kept out of git
 * @param workspace id of the workspace that is published to
 */
export async function startJournal(folder: string, workspace: string): Promise<Journal> {
  await makeOwnFolder(folder);
  const file = path.join(folder, journalName);
  const handle = await open(file, 'a');
  let last: Promise<void> = Promise.resolve();
  // What an earlier run began to write, or this one when the disk was full, must not swallow the line after it.
  let isTorn = true;
  const append = (line: JournalLine): Promise<void> => {
    const next = last.then(async () => {
      const start = isTorn ? '\n' : '';
      isTorn = true;
      await handle.appendFile(`${start}${JSON.stringify(line)}\n`);
      await handle.sync();
      isTorn = false;
    });
    // A line that failed is reported to its writer; the lines after it still get their turn.
    last = next.catch(() => undefined);
    return next;
  };
  await append({ workspace });
  return {
    append,
    async finish() {
      await last;
      await handle.close();
      await rm(file, { force: true });
    },
    async leave() {
      await last;
      await handle.close();
    },
  };
}

/** Makes the folder for a run's own files, which git is told to ignore. */
export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * Reads the journal that a run which was cut off left behind. A last line that was cut off is dropped: its
 * effect is found again in Intercom.
 *
 * @returns what took effect, by workspace, oldest first
 */
export async function readJournal(folder: string): Promise<ReadonlyMap<string, readonly Recording[]>> {
  let text: string;
  try {
    text = await readFile(path.join(folder, journalName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  const found = new Map<string, Recording[]>();
  let workspace: string | null = null;
  for (const line of text.split('\n')) {
    const parsed = parseLine(line);
    if (parsed === null) continue;
    if ('workspace' in parsed) workspace = parsed.workspace;
    else if ('done' in parsed && workspace !== null) {
      const earlier = found.get(workspace);
      if (earlier === undefined) found.set(workspace, [parsed.done]);
      else earlier.push(parsed.done);
    }
  }
  return found;
}

/** Removes the journal once the lockfile holds what it says. */
export async function removeJournal(folder: string): Promise<void> {
  await rm(path.join(folder, journalName), { force: true });
}

function parseLine(line: string): JournalLine | null {
  try {
    return JSON.parse(line) as JournalLine;
  } catch {
    return null;
  }
}
