import { connect } from 'node:net';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createOwn, readOwn, removeOwn } from '../../disk/own-file.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { isRunning } from '../../disk/running.ts';
import type { SandboxOptions } from '../options.ts';
import { SandboxError } from './error.ts';

/** Folders that this process holds. */
const held = new Set<string>();

const lockFile = z.object({ pid: z.number().int(), port: z.number().int(), host: z.string().optional() });

type Owner = Pick<z.infer<typeof lockFile>, 'pid' | 'host'>;

/** A folder that is held. */
export interface FolderLock {
  /** Notes the port the sandbox listens on: who finds the lock looks whether anyone answers there. */
  listening(port: number): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes sure that one sandbox at a time uses a folder, by a file that names the process and its port. The
 * file of a process that is gone is taken over; so is one whose process id was given to another program
 * since, which nobody answering on the port tells, and one that came with a checkout. One of another machine or container
 * counts, because nobody here can tell.
 *
 * @param isCommitted see `SandboxOptions`
 * @throws SandboxError when another sandbox uses the folder
 */
export async function lockFolder(
  dir: string,
  isCommitted: NonNullable<SandboxOptions['isCommitted']> = async () => false,
): Promise<FolderLock> {
  const file = join(dir, 'sandbox.lock');
  const root = dirname(dir);
  if (held.has(dir)) throw inUse(dir, { pid: process.pid }, file);
  const own = (port: number): string => `${JSON.stringify({ pid: process.pid, port, host: hostname() })}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      await createOwn(file, root, own(0));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await textOf(file, root);
    const owner = await liveOwner(found);
    const holds = owner !== null && !(await isCommitted(file, Buffer.from(found)));
    if (holds || attempt === 3) throw inUse(dir, owner, file);
    await removeOwn(file, root);
  }
  held.add(dir);
  return {
    listening: (port) => replaceFile(file, own(port), { root, own: dir, sync: false }),
    async release() {
      held.delete(dir);
      await removeOwn(file, root);
    },
  };
}

function inUse(dir: string, owner: Owner | null, file: string): SandboxError {
  const isElsewhere = owner?.host !== undefined && owner.host !== hostname();
  const who = owner === null ? '' : ` (process ${owner.pid}${isElsewhere ? ` on ${owner.host}` : ''})`;
  const unsure = isElsewhere ? ` If that machine or container is gone, delete ${file}.` : '';
  return new SandboxError(
    `The folder ${dir} is in use by another sandbox${who}: stop that one, or choose another folder.${unsure}`,
  );
}

/** Text of a lock file; `''` when it is gone by now. */
async function textOf(file: string, root: string): Promise<string> {
  const read = async (): Promise<string> => (await readOwn(file, root))?.toString('utf8') ?? '';
  const text = await read();
  if (text !== '') return text;
  // Made a moment ago, and not written yet.
  await sleep(100);
  return read();
}

/** Who wrote a lock file, if it still runs; nobody here can tell that of another machine or container. */
async function liveOwner(text: string): Promise<Owner | null> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const { data: lock } = lockFile.safeParse(json);
  if (lock === undefined) return null;
  if (lock.host !== undefined && lock.host !== hostname()) return lock;
  if (lock.pid === process.pid || !isRunning(lock.pid)) return null;
  return lock.port === 0 || (await answers(lock.port)) ? lock : null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2000 });
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(true));
  });
}
