import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * A folder that is made once in a run of the tests, by the worker that asks first; the others wait for it.
 *
 * @param name of the folder
 * @param make fills a new, empty folder
 * @returns the folder; tests only read it
 * @throws Error where making it failed, in this worker or in another
 */
export async function madeOnce(name: string, make: (dir: string) => Promise<unknown>): Promise<string> {
  const dir = path.join(inject('runFolder'), name);
  const [begun, failed] = [`${dir}.begun`, `${dir}.failed`];
  // Only one of those who try makes a folder.
  const isFirst = await mkdir(begun).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      const half = path.join(begun, name);
      await mkdir(half);
      await make(half);
      await rename(half, dir);
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  while (!(await isThere(dir))) {
    if (await isThere(failed)) throw new Error(`${name} could not be made: see the first test that failed`);
    await setTimeout(50);
  }
  return dir;
}
