import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildId } from './build-id.mjs';

/** What stands for everything that a build is made of: the program, how it is built, and with which Node. */
export async function madeOf() {
  const scripts = (await readdir('scripts')).map((name) => path.join('scripts', name));
  const settings = (await readdir('.')).filter(
    (name) => /^package(-lock)?\.json$/.test(name) || /^tsconfig.*\.json$/.test(name),
  );
  const hash = createHash('sha256').update(`${process.version} ${buildId().HELPCENTRE_BUILD}\0`);
  for (const file of [...scripts, ...settings, 'docs/reference/dialect.md'].sort())
    hash.update(await readFile(file)).update('\0');
  return `${hash.digest('hex')}\n`;
}
