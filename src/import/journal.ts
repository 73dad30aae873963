import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { appendOwn, readOwn, removeOwn } from '../disk/own-file.ts';
import { makeFolders } from '../disk/own-folder.ts';
import type { ContentPath, Fingerprint } from '../model/article.ts';

/** Folder of an import that is under way, in the folder of a run's own files. */
const importFolderName = 'import';
/** Path of the notes of an import in the folder of a run's own files. */
export const importJournalName = `${importFolderName}/journal`;

const line = z.union([
  z.strictObject({ workspace: z.string(), content: z.string() }),
  z.strictObject({ image: z.string(), path: z.string(), sha256: z.string() }),
  z.strictObject({
    file: z.string(),
    blob: z.string(),
    article: z.string().optional(),
    collection: z.string().optional(),
  }),
]);

/** A line of the journal. */
export type ImportLine = z.infer<typeof line>;

/** What an import that was cut off has done. */
export interface ImportSoFar {
  /** Images by the key of their address. */
  readonly images: ReadonlyMap<string, { readonly path: ContentPath; readonly sha256: Fingerprint }>;
  /** Path of the source in the default locale, by article. */
  readonly articles: ReadonlyMap<string, ContentPath>;
  /** Folder, by collection. */
  readonly collections: ReadonlyMap<string, ContentPath>;
}

/** Notes of an import, on disk before what they tell of, so that a run which is cut off can be taken up. */
export interface ImportJournal {
  readonly soFar: ImportSoFar;
  append(lines: readonly ImportLine[]): Promise<void>;
  /** Git blob ids of all that was to be written to a file, before and in this run. */
  blobsOf(file: ContentPath): ReadonlySet<string>;
  /** Removes the notes: everything is in the lockfile. */
  finish(): Promise<void>;
}

/**
 * Opens the notes of an import, with those of one that was cut off, if it was into the same folder from the same
 * workspace.
 *
 * @param ownFolder absolute folder of a run's own files, which is there
 */
export async function openJournal(ownFolder: string, workspace: string, content: string): Promise<ImportJournal> {
  const folder = path.join(ownFolder, importFolderName);
  const file = path.join(folder, 'journal');
  const root = path.dirname(ownFolder);
  await makeFolders(folder, root);
  const lines = await readLines(file, root);
  const [first] = lines;
  const isSame =
    first !== undefined && 'workspace' in first && first.workspace === workspace && first.content === content;
  const blobs = new Map<ContentPath, Set<string>>();
  const note = (one: ImportLine): void => {
    if ('file' in one) blobs.set(one.file, (blobs.get(one.file) ?? new Set()).add(one.blob));
  };
  if (isSame) for (const one of lines) note(one);
  const append = async (more: readonly ImportLine[]): Promise<void> => {
    for (const one of more) note(one);
    // A line that a run was cut off in must not swallow the next.
    if (more.length > 0) await appendOwn(file, root, `\n${more.map((one) => JSON.stringify(one)).join('\n')}\n`);
  };
  if (!isSame) {
    await removeOwn(file, root);
    await append([{ workspace, content }]);
  }
  return {
    soFar: gathered(isSame ? lines : []),
    append,
    blobsOf: (written) => blobs.get(written) ?? new Set(),
    finish: () => rm(folder, { recursive: true, force: true }),
  };
}

async function readLines(file: string, root: string): Promise<readonly ImportLine[]> {
  const text = (await readOwn(file, root))?.toString('utf8') ?? '';
  return text.split('\n').flatMap((written) => {
    try {
      const parsed = line.safeParse(JSON.parse(written));
      return parsed.success ? [parsed.data] : [];
    } catch {
      // The last line, cut off. What it told of is found again by its bytes.
      return [];
    }
  });
}

function gathered(lines: readonly ImportLine[]): ImportSoFar {
  const images = new Map<string, { path: ContentPath; sha256: Fingerprint }>();
  const articles = new Map<string, ContentPath>();
  const collections = new Map<string, ContentPath>();
  for (const one of lines) {
    if ('image' in one) images.set(one.image, { path: one.path, sha256: one.sha256 });
    if (!('file' in one)) continue;
    if (one.article !== undefined && !articles.has(one.article)) articles.set(one.article, one.file);
    if (one.collection !== undefined) collections.set(one.collection, path.posix.dirname(one.file));
  }
  return { images, articles, collections };
}
