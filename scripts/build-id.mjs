import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** For esbuild: what stands for this state of the program, its sources and all that they are bundled with. */
export function buildId() {
  const hash = createHash('sha256');
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...sources, path.join(root, 'package-lock.json')]) hash.update(readFileSync(file)).update('\0');
  return { HELPCENTRE_BUILD: JSON.stringify(hash.digest('hex').slice(0, 32)) };
}
