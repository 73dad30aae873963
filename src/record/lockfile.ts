import { createHash } from 'node:crypto';
import path from 'node:path';
import { LinkedFileError } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Lockfile, LockfileSection } from '../model/recorded.ts';
import { systemReason } from '../model/system-reason.ts';
import { formatLockfile } from './format-lockfile.ts';
import { emptyLockfile, parseLockfile } from './parse-lockfile.ts';

/** Name of the lockfile, beside the configuration. */
export const lockfileName = 'helpcentre.lock.json';

/** The lockfile as read, with what tells whether it changed on disk since. */
export interface ReadLockfile {
  readonly lockfile: Lockfile;
  /** Absolute path. */
  readonly file: string;
  /** Absolute folder of a run's own files, where it is made before it gets its name. */
  readonly own: string;
  /** Hash of the bytes that were read; null: there was no file. */
  readonly stamp: string | null;
}

/** The lockfile, or why it cannot be used. It is never written over in the second case. */
export type LockfileResult =
  | { readonly ok: true; readonly read: ReadLockfile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the lockfile.
 *
 * @param folder absolute folder of the configuration
 * @param shown path to name in problems
 * @param own absolute folder of a run's own files
 * @throws LinkedFileError
 */
export async function readLockfile(
  folder: string,
  shown = lockfileName,
  own = path.join(folder, ownFolderName),
): Promise<LockfileResult> {
  const file = path.join(folder, lockfileName);
  const bytes = await bytesOrNull(file);
  if (bytes.ok === false) {
    return {
      ok: false,
      problems: [problem('unreadable', { file: shown, reason: bytes.reason }, { file: shown, line: 1, column: 1 })],
    };
  }
  if (bytes.bytes === null) return { ok: true, read: { lockfile: emptyLockfile(), file, own, stamp: null } };
  const parsed = parseLockfile(bytes.bytes.toString('utf8'), shown);
  if (!parsed.ok) return parsed;
  return { ok: true, read: { lockfile: parsed.lockfile, file, own, stamp: stampOf(bytes.bytes) } };
}

type Bytes = { readonly ok: true; readonly bytes: Buffer | null } | { readonly ok: false; readonly reason: string };

async function bytesOrNull(file: string): Promise<Bytes> {
  try {
    return { ok: true, bytes: await readOwn(file, path.dirname(file)) };
  } catch (error) {
    if (error instanceof LinkedFileError && error.what === 'link') throw error;
    return { ok: false, reason: error instanceof LinkedFileError ? 'it is not a file' : systemReason(error) };
  }
}

function stampOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The lockfile could not be written; what was published is still in the journal. */
export class LockfileError extends Error {
  override readonly name = 'LockfileError';
  /** `changed-on-disk`: somebody wrote it since it was read. `write-failed`: the disk said no. */
  readonly code: 'changed-on-disk' | 'write-failed';

  constructor(code: 'changed-on-disk' | 'write-failed', message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Writes the lockfile atomically, and only if its bytes change.
 *
 * @param read the lockfile as it was read: if the file changed on disk since, nothing is written
 * @param lockfile what to write
 * @returns the lockfile as it now stands, to write again from
 * @throws LockfileError when the file changed under the run, or cannot be written; the old file is whole then
 */
export async function writeLockfile(read: ReadLockfile, lockfile: Lockfile): Promise<ReadLockfile> {
  const text = formatLockfile(lockfile);
  const stamp = stampOf(Buffer.from(text));
  const now = await bytesOrNull(read.file);
  const onDisk = now.ok && now.bytes !== null ? stampOf(now.bytes) : null;
  if (onDisk !== read.stamp) {
    throw new LockfileError(
      'changed-on-disk',
      `${lockfileName} changed on disk during this run and was not written over`,
    );
  }
  if (stamp === onDisk) return { ...read, lockfile };
  try {
    await replaceFile(read.file, text, { root: path.dirname(read.file), own: read.own });
  } catch (error) {
    const reason = (error as Error).message;
    throw new LockfileError('write-failed', `${lockfileName} could not be written: ${reason}`);
  }
  return { ...read, lockfile, stamp };
}

/** What the lockfile records of one workspace; nothing for a workspace it does not know. */
export function recordedOf(lockfile: Lockfile, workspace: string): LockfileSection {
  const section = Object.hasOwn(lockfile.workspaces, workspace) ? lockfile.workspaces[workspace] : undefined;
  return section ?? { articles: {}, collections: {}, images: {} };
}

/** The lockfile with one workspace's section replaced. */
export function withRecorded(lockfile: Lockfile, workspace: string, recorded: LockfileSection): Lockfile {
  const images = Object.entries(recorded.images).map(([sha256, url]) => [sha256, withoutPort(url)] as const);
  const section = { ...recorded, images: Object.fromEntries(images) };
  return { ...lockfile, workspaces: { ...lockfile.workspaces, [workspace]: section } };
}

/** A stand-in on this machine keeps images under their paths, and may have another port the next time. */
function withoutPort(url: string): string {
  return url.replace(/^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])):\d+(?=\/i\/o\/)/i, '$1');
}
