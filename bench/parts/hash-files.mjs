// Reads and hashes every file of a folder: what anything that looks for changes has to do.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder = '.'] = process.argv.slice(2);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isFile())
    createHash('sha1')
      .update(readFileSync(path.join(entry.parentPath, entry.name)))
      .digest('hex');
}
