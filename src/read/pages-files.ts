import path from 'node:path';
import * as z from 'zod';
import type { ContentPath } from '../model/article.ts';
import { plainYaml } from '../yaml/plain-yaml.ts';
import { fileText } from './file-bytes.ts';
import type { FolderName } from './folder-name.ts';

const file = z.object({
  title: z.string().trim().min(1).optional().catch(undefined),
  nav: z.array(z.unknown()).optional().catch(undefined),
  arrange: z.array(z.unknown()).optional().catch(undefined),
});

/**
 * Reads `.pages` of MkDocs' plug-in "awesome pages", which says in each folder what it is called and in which order what is
 * in it stands.
 *
 * @param content absolute content folder
 * @param sources paths of pages
 */
export async function pagesFiles(
  content: string,
  sources: readonly ContentPath[],
): Promise<ReadonlyMap<ContentPath, FolderName>> {
  const found = new Map<ContentPath, FolderName>();
  const add = (folder: ContentPath, more: FolderName): void => {
    found.set(folder, { ...found.get(folder), ...more });
  };
  for (const folder of foldersOf(sources)) {
    const decoded = await fileText({ path: '.pages', absolute: path.join(content, folder, '.pages') });
    const read = file.safeParse(decoded.ok ? plainYaml(decoded.text) : null).data;
    if (read === undefined) continue;
    if (read.title !== undefined && folder !== '') add(folder, { name: read.title });
    for (const [index, entry] of (read.nav ?? read.arrange ?? []).entries()) {
      const [name, below] = typeof entry === 'string' ? [null, entry] : named(entry);
      if (below === null || /\.\w+$|^\.\.\.|:/.test(below)) continue;
      const inside = path.posix.join(folder, below);
      add(inside, { order: index + 1, ...(name === null ? {} : { name }) });
    }
  }
  return found;
}

/** `Name: folder`. */
function named(entry: unknown): readonly [string | null, string | null] {
  if (typeof entry !== 'object' || entry === null) return [null, null];
  const [[name, below] = ['', null]] = Object.entries(entry);
  return typeof below === 'string' ? [name, below] : [null, null];
}

/** Outer folders before inner ones: what a folder says itself comes last. */
function foldersOf(sources: readonly ContentPath[]): readonly ContentPath[] {
  const folders = new Set<ContentPath>(['']);
  for (const source of sources) {
    const parts = source.split('/').slice(0, -1);
    for (let length = 1; length <= parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  return [...folders].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}
