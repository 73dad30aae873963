import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSealOf, type Seal, sealLength, sealOf } from '../cache/seal.ts';
import { readOwn } from '../disk/own-file.ts';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Host } from '../model/host.ts';
import { holdsSecret } from './holds-secret.ts';
import type { Learned } from './notes.ts';

/** A run that is over: what it learned, and what it came to. */
export interface KeptRun extends Learned {
  /** What it wrote, in order. */
  readonly written: readonly Written[];
  /** Its exit code. */
  readonly code: number;
}

/** A piece of text on one of the two streams. */
export interface Written {
  readonly to: 'stdout' | 'stderr';
  readonly text: string;
}

/** Where a run is kept, and under which seal. */
interface Place {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  readonly key: string;
  readonly seal: Seal;
}

/** Bytes of a run that is kept. */
const mostBytes = 16_000_000;
/** Runs that are kept: a few commands, each in a few terminals. */
const mostRuns = 16;

/**
 * Reads what a run with this key came to.
 *
 * @param folder absolute folder of the configuration
 * @returns null where there is none, or one that this person's program of this build did not write
 */
export async function readKept(folder: string, key: string, seal: Seal): Promise<KeptRun | null> {
  const bytes = await readOwn(fileOf(folder, key), folder).catch(() => null);
  if (bytes === null) return null;
  const text = bytes.subarray(sealLength);
  // The seal says that this build wrote it, so its shape is known.
  return isSealOf(text, bytes.subarray(0, sealLength), seal) ? (JSON.parse(text.toString('utf8')) as KeptRun) : null;
}

/**
 * Keeps a run, and drops the oldest. What cannot be written is done again next time, and so is what would put a secret of
 * the environment on the disk.
 */
export async function keepRun({ folder, key, seal }: Place, run: KeptRun, env: Host['env']): Promise<void> {
  const text = JSON.stringify(run);
  const variables = run.questions.map(({ tokenVariable }) => tokenVariable);
  if (holdsSecret(text, env, variables)) return;
  const said = Buffer.from(text);
  const bytes = Buffer.concat([Buffer.from(sealOf(said, seal)), said]);
  if (bytes.length > mostBytes) return;
  const own = path.join(folder, ownFolderName);
  const runs = path.join(own, 'cache', 'runs');
  try {
    for (const each of [own, path.dirname(runs), runs]) await makeOwnFolder(each);
    await replaceFile(fileOf(folder, key), bytes, { root: folder, own, sync: false });
    await dropOld(runs);
  } catch {
    // A disk that is full, or not to be written.
  }
}

async function dropOld(runs: string): Promise<void> {
  const names = (await readdir(runs)).filter((name) => !name.startsWith('.'));
  if (names.length <= mostRuns) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(path.join(runs, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.time - a.time);
  for (const { name } of dated.slice(mostRuns)) await rm(path.join(runs, name), { force: true, recursive: true });
}

const fileOf = (folder: string, key: string): string => path.join(folder, ownFolderName, 'cache', 'runs', key);
