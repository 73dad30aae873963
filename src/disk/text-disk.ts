import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TextDisk } from '../model/kept-text.ts';

/** What the name of the folder begins with in which the file is made; it is gone as soon as the file is open. */
export function textFolder(): string {
  return path.join(tmpdir(), 'helpcentre-texts-');
}

/**
 * A file for texts of this process, in the system's folder for such: made when it is needed, readable to nobody else,
 * without a name from then on, and gone with the process. Where none can be made or the disk is full it has no room.
 */
export function temporaryTextDisk(): TextDisk {
  let file: number | null | undefined;
  let end = 0;
  return {
    write(bytes) {
      if (file === undefined) file = opened();
      if (file === null) return null;
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
      } catch {
        // What is there can be read all the same.
        return null;
      }
      end += bytes.length;
      return end - bytes.length;
    },
    read(at, length) {
      const bytes = Buffer.allocUnsafe(length);
      for (let done = 0; done < length; ) {
        const read = file == null ? 0 : readSync(file, bytes, done, length - done, at + done);
        if (read === 0) throw new Error('A text that was put on the disk is not there any more.');
        done += read;
      }
      return bytes;
    },
  };
}

function opened(): number | null {
  let folder: string;
  try {
    folder = mkdtempSync(textFolder());
  } catch {
    return null;
  }
  const name = path.join(folder, 'texts');
  let file: number | null = null;
  try {
    file = openSync(name, 'wx+', 0o600);
    remove(folder, name);
    return file;
  } catch {
    // A system that lets no open file go has none: a run that is killed would leave it there.
    if (file !== null) closeSync(file);
    try {
      remove(folder, name);
    } catch {
      // It is empty.
    }
    return null;
  }
}

function remove(folder: string, name: string): void {
  unlinkSync(name);
  rmdirSync(folder);
}
