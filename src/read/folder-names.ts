import * as z from 'zod';
import type { Files } from '../flavour/flavour.ts';
import type { ContentPath } from '../model/article.ts';
import type { Source } from '../model/repository.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { plainYaml } from '../yaml/plain-yaml.ts';
import { fileText } from './file-bytes.ts';
import type { FoundFile } from './files.ts';

/** What another tool calls a folder, where no `_collection.yml` says it. */
export interface FolderName {
  readonly name?: string;
  readonly description?: string;
}

const said = z.object({
  label: z.string().trim().min(1).optional().catch(undefined),
  link: z.object({ description: z.string().optional() }).optional().catch(undefined),
});

/** Reads the files of a tool that say what folders are called; those that are no data say nothing. */
export async function folderNames(
  files: readonly FoundFile[],
  sources: readonly Source[],
  { folders = [], section }: Files,
): Promise<ReadonlyMap<ContentPath, FolderName>> {
  const found = new Map<ContentPath, FolderName>();
  for (const file of files) {
    const [folder, name] = splitPath(file.path);
    if (folder === '' || !folders.includes(name)) continue;
    const decoded = await fileText(file);
    const read = said.safeParse(decoded.ok ? plainYaml(decoded.text) : null).data;
    if (read !== undefined) found.set(folder, named(read.label, read.link?.description));
  }
  for (const { path, article, fields } of sources) {
    const [folder, name] = splitPath(path);
    if (path !== article || folder === '' || withoutSourceEnding(name) !== section) continue;
    found.set(folder, named(fields.title, fields.description));
  }
  return found;
}

/** Whether a source is an article: the page of a folder that has no text only says what the folder is called. */
export function isArticle({ path, body }: Source, { section }: Files): boolean {
  return withoutSourceEnding(splitPath(path)[1]) !== section || body.trim() !== '';
}

function named(name: string | undefined, description: string | undefined): FolderName {
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
}

function splitPath(path: ContentPath): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}
