import { readSync, writeSync } from 'node:fs';
import { type FileHandle, open, statfs } from 'node:fs/promises';
import path from 'node:path';
import { withAside } from './aside.ts';

/** A file without a name, for what a run need not have in memory. */
export interface Spool {
  /** @returns where the bytes are; null where no more can be written */
  put(bytes: Uint8Array): number | null;
  /** Reads bytes that were put there. @throws the system's error, or one that says that there are fewer */
  read(at: number, into: Uint8Array): void;
}

/** Bytes of such a file: a run that goes on for weeks does not fill the disk. */
const mostBytes = 1024 * 1024 * 1024;
/** Of what a disk has left, at most: the lockfile and others' files need room too. */
const share = 1 / 4;

/**
 * Opens a file that nobody else finds, and of which a kill leaves nothing: its name is gone before anything is written.
 *
 * @param own absolute folder of a run's own files
 * @param most bytes that are written at most
 * @returns null where nothing can be written
 */
export async function openSpool(own: string, most = mostBytes): Promise<Spool | null> {
  const opened: FileHandle[] = [];
  try {
    return await withAside(own, async (made) => {
      const handle = await open(made, 'wx+', 0o600);
      opened.push(handle);
      const { bavail, bsize } = await statfs(path.dirname(made));
      return spoolOn(handle, Math.min(most, bavail * bsize * share));
    });
  } catch {
    // Its name may be there still, where another program reads the file.
    for (const handle of opened) await handle.close();
    return null;
  }
}

/** @param handle is held: a file whose handle is garbage is closed */
function spoolOn(handle: FileHandle, most: number): Spool {
  let [end, isFull] = [0, false];
  return {
    put(bytes) {
      isFull ||= end + bytes.length > most || !isWritten(handle.fd, bytes, end);
      if (isFull) return null;
      const at = end;
      end += bytes.length;
      return at;
    },
    read(at, into) {
      for (let done = 0; done < into.length; ) {
        const read = readSync(handle.fd, into, done, into.length - done, at + done);
        if (read === 0) throw new Error('A file that this run put bytes into has fewer of them now.');
        done += read;
      }
    },
  };
}

/** A disk that is full is no reason to end: there is memory left. */
function isWritten(fd: number, bytes: Uint8Array, at: number): boolean {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    return true;
  } catch {
    return false;
  }
}
