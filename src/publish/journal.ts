import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { appendNow, openToAppend, readOwn, removeOwn } from '../disk/own-file.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Recording, Sent } from '../model/outcome.ts';
import { type JournalLine, parseLine } from './journal-line.ts';

/** Name of the journal in the folder of the run's own files. */
export const journalName = 'journal';

export type { JournalLine } from './journal-line.ts';

/** The journal holds something that we do not write. Nothing is done until somebody has looked: it may tell of articles. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly code = 'bad-journal';
  readonly help: string;

  constructor(file: string, line: number) {
    super(`${file}:${line} is no line of a journal that this version of helpcentre knows`);
    this.help = `If a newer version wrote it, run that one. Else delete ${file}: what it tells of is found again in Intercom by its text.`;
  }
}

/** What a journal tells of one workspace. */
export interface JournalSection {
  /** What took effect, oldest first. */
  readonly done: readonly Recording[];
  /** What was sent and of which nothing more is known, oldest first. */
  readonly sent: readonly Sent[];
}

/** What was done, on disk before anything else is done. */
export interface Journal {
  /** Appends a line and syncs it to disk, unless it tells of something that is only about to happen. */
  append(line: JournalLine): Promise<void>;
  /** Closes the journal and takes out what it tells of this workspace: everything in it is in the lockfile. */
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
  const handle = await openToAppend(file, path.dirname(folder));
  // What an earlier run began to write, or this one when the disk was full, must not swallow the line after it.
  let isTorn = true;
  const write = (line: JournalLine): void => {
    const start = isTorn ? '\n' : '';
    isTorn = true;
    appendNow(handle, `${start}${JSON.stringify(line)}\n`);
    isTorn = false;
  };
  const syncs = groupedSyncs(() => handle.sync());
  const append = async (line: JournalLine): Promise<void> => {
    write(line);
    // What is about to be sent outlives the process; without power it is looked for in Intercom by its text.
    if (!('sending' in line)) await syncs.next();
  };
  try {
    await append({ workspace });
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    append,
    async finish() {
      await syncs.settled();
      await handle.close();
      const others = [...(await readJournal(folder))].filter(([id]) => id !== workspace);
      await keepInJournal(folder, new Map(others));
    },
    async leave() {
      await syncs.settled();
      await handle.close();
    },
  };
}

/**
 * Syncs that are asked for in one turn of the event loop, or while one is under way, as one: it begins when that one has
 * ended, and has all of theirs.
 */
function groupedSyncs(sync: () => Promise<void>) {
  let underWay: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    following = null;
    underWay = sync().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  return {
    next(): Promise<void> {
      following ??= (underWay === null ? setImmediate() : ended(underWay)).then(begin);
      return following;
    },
    async settled() {
      for (let last = following ?? underWay; last !== null; last = following ?? underWay) await ended(last);
    },
  };
}

/** How it ended is for those who asked for it. */
const ended = (promise: Promise<void>): Promise<void> => promise.catch(() => undefined);

/**
 * Reads the journal that a run which was cut off left behind. A last line that was cut off is dropped: its
 * effect is found again in Intercom.
 *
 * @returns by workspace
 * @throws JournalError, LinkedFileError
 */
export async function readJournal(folder: string): Promise<ReadonlyMap<string, JournalSection>> {
  const bytes = await readOwn(path.join(folder, journalName), path.dirname(folder));
  if (bytes === null) return new Map();
  const text = bytes.toString('utf8');
  const found = new Map<string, { readonly done: Recording[]; sent: Sent[] }>();
  let workspace: string | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const read = parseLine(line);
    if (read.is === 'foreign') throw new JournalError(path.join(folder, journalName), index + 1);
    if (read.is === 'empty') continue;
    const parsed = read.line;
    if ('workspace' in parsed) workspace = parsed.workspace;
    else if (workspace !== null) {
      const section = found.get(workspace) ?? { done: [], sent: [] };
      found.set(workspace, section);
      if ('sending' in parsed) section.sent.push(parsed.sending);
      else {
        section.done.push(parsed.done);
        const { key } = parsed.done;
        section.sent = section.sent.filter((one) => one.key !== key);
      }
    }
  }
  return found;
}

/**
 * Leaves in the journal only this. A run for one workspace neither goes on from what is told of another nor takes it
 * away.
 *
 * @param sections by workspace; without anything the journal is removed
 */
export async function keepInJournal(folder: string, sections: ReadonlyMap<string, JournalSection>): Promise<void> {
  const root = path.dirname(folder);
  const file = path.join(folder, journalName);
  const lines = [...sections].flatMap(([workspace, { done, sent }]): readonly JournalLine[] => {
    const told = [...done.map((one) => ({ done: one })), ...sent.map((one) => ({ sending: one }))];
    return told.length === 0 ? [] : [{ workspace }, ...told];
  });
  if (lines.length === 0) await removeOwn(file, root);
  else await replaceFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { root, own: folder });
}
