import { createHash } from 'node:crypto';

/**
 * The git blob id of a file: what `git hash-object --no-filters` prints. With it the text that was last
 * published can be had back from git.
 *
 * @param bytes the file as it is on disk
 * @returns 40 hexadecimal digits
 */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
