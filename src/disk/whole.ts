import { readSync, writeSync } from 'node:fs';

/**
 * Reads from an open file until some bytes are full. It waits for the system, which is quicker than to ask another thread to.
 *
 * @param at where in the file they stand
 * @returns whether the file has as many
 * @throws the system's error
 */
export function readWhole(fd: number, into: Uint8Array, at: number): boolean {
  for (let done = 0; done < into.length; ) {
    const read = readSync(fd, into, done, into.length - done, at + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}

/**
 * Writes all of some bytes to an open file, in the same way.
 *
 * @param at where in the file; null for where it stands
 * @throws the system's error
 */
export function writeWhole(fd: number, bytes: Uint8Array, at: number | null): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(fd, bytes, done, bytes.length - done, at === null ? null : at + done);
}
