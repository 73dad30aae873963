import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { flavours } from '../flavour/flavours.ts';
import { liesIn } from '../git/repository.ts';
import type { Settings } from '../model/settings.ts';
import { type FoundFile, listFiles } from './files.ts';

/**
 * Files in the folders for images that the configuration names, by their path from the content folder on; the texts beside
 * the configuration too, where the tool begins there with what it puts in.
 */
export async function imageRoots(
  folder: string,
  { content, images, flavour }: Settings,
): Promise<readonly FoundFile[]> {
  const known = new Set<string>();
  const found: FoundFile[] = [];
  if (flavours[flavour].files.beside) found.push(...(await textsBeside(folder, content)));
  for (const { path: own } of found) known.add(own);
  for (const root of images.roots ?? []) {
    const absolute = path.join(folder, root);
    if (!(await isFolder(absolute)) || !(await liesIn(absolute, folder))) continue;
    const inside = path.posix.relative(content, root);
    for (const file of (await listFiles(absolute)).files) {
      const own = { ...file, path: path.posix.join(inside, file.path) };
      if (known.has(own.path)) continue;
      known.add(own.path);
      found.push(own);
    }
  }
  return found;
}

async function textsBeside(folder: string, content: string): Promise<readonly FoundFile[]> {
  if (path.posix.normalize(content) === '.') return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[^.].*\.(?:md|markdown|txt)$/i.test(entry.name))
    .map(({ name }) => ({ path: path.posix.relative(content, name), absolute: path.join(folder, name) }));
}

/** Whether there is a folder of that name. */
export async function isFolder(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}
