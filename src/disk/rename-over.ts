import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../model/code-of.ts';

/** What differs between systems. */
export interface RenameParts {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Milliseconds before the first repetition; doubled before each one after that. */
  readonly pause: number;
}

const attempts = 6;
/** Windows refuses to put a file in the place of one that is open: by an editor, an indexer, a look for viruses. */
const passing = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * Puts a file in the place of another. On Windows it is tried again for a second or so where the other one is open, which
 * mostly passes; elsewhere such an error means what it says.
 *
 * @throws the system's error
 */
export async function renameOver(
  from: string,
  to: string,
  { platform, rename: put, pause }: RenameParts = { platform: process.platform, rename, pause: 20 },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await put(from, to);
    } catch (error) {
      const mayPass = platform === 'win32' && passing.includes(codeOf(error));
      if (!mayPass || attempt === attempts) throw error;
      await sleep(pause * 2 ** (attempt - 1));
    }
  }
}
