import { type FileHandle, open, statfs } from 'node:fs/promises';
import path from 'node:path';
import { withAside } from './aside.ts';
import { readWhole, writeWhole } from './whole.ts';

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

/** How a file comes about; by default as the system and `withAside` have it. */
interface SpoolParts {
  /** Bytes that are written at most. */
  readonly most?: number;
  /** Bytes that the disk of a folder has left. */
  readonly leftIn?: (folder: string) => Promise<number>;
  /** Lends a name, and takes it away. */
  readonly lend?: typeof withAside;
}

/**
 * Opens a file that nobody else finds, and of which a kill leaves nothing: its name is gone before anything is written.
 *
 * @param own absolute folder of a run's own files
 * @returns null where nothing can be written
 */
export async function openSpool(
  own: string,
  { most = mostBytes, leftIn = leftOnDisk, lend = withAside }: SpoolParts = {},
): Promise<Spool | null> {
  const opened: FileHandle[] = [];
  try {
    return await lend(own, async (made) => {
      const handle = await open(made, 'wx+', 0o600);
      opened.push(handle);
      return spoolOn(handle, Math.min(most, (await leftIn(path.dirname(made))) * share));
    });
  } catch {
    // Its name may be there still, where another program reads the file.
    for (const handle of opened) await handle.close();
    return null;
  }
}

async function leftOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
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
      if (!readWhole(handle.fd, into, at))
        throw new Error('A file that this run put bytes into has fewer of them now.');
    },
  };
}

/** A disk that is full is no reason to end: there is memory left. */
function isWritten(fd: number, bytes: Uint8Array, at: number): boolean {
  try {
    writeWhole(fd, bytes, at);
    return true;
  } catch {
    return false;
  }
}
