import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheHome } from './home.ts';

const length = 32;

/**
 * The secret of this person on this machine, made when there is none. It stands outside of every repository, so that
 * nothing that comes with one is taken for a text that was compiled here.
 *
 * @returns null where none can be read or made: without a home, or on a disk that cannot be written
 */
export async function secretOf(env: Readonly<Record<string, string | undefined>>): Promise<Buffer | null> {
  const folder = cacheHome(env);
  if (folder === null) return null;
  const file = path.join(folder, 'seal');
  return (await readSecret(file)) ?? (await makeSecret(file).catch(() => null));
}

async function readSecret(file: string): Promise<Buffer | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes?.length === length ? bytes : null;
}

/** Two runs may make one at once: the first that is in place is everybody's. */
async function makeSecret(file: string): Promise<Buffer | null> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}-${randomBytes(8).toString('hex')}`;
  await writeFile(made, randomBytes(length), { flag: 'wx', mode: 0o600 });
  try {
    await link(made, file).catch(() => undefined);
  } finally {
    await rm(made, { force: true });
  }
  return readSecret(file);
}
