import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ContentPath, Fingerprint } from '../model.ts';

/** Folder of an import that is under way, in the folder of a run's own files. */
export const importFolderName = 'import';

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
  /** Git blob id of the bytes that were last to be written to a file. */
  readonly files: ReadonlyMap<ContentPath, string>;
  /** Path of the source in the default locale, by article. */
  readonly articles: ReadonlyMap<string, ContentPath>;
  /** Folder, by collection. */
  readonly collections: ReadonlyMap<string, ContentPath>;
}

/** Notes of an import, on disk before what they tell of, so that a run which is cut off can be taken up. */
export interface ImportJournal {
  readonly soFar: ImportSoFar;
  append(lines: readonly ImportLine[]): Promise<void>;
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
  await mkdir(folder, { recursive: true });
  const lines = await readLines(file);
  const [first] = lines;
  const isSame =
    first !== undefined && 'workspace' in first && first.workspace === workspace && first.content === content;
  const append = async (more: readonly ImportLine[]): Promise<void> => {
    if (more.length > 0) await appendFile(file, more.map((one) => `${JSON.stringify(one)}\n`).join(''));
  };
  if (!isSame) {
    await rm(file, { force: true });
    await append([{ workspace, content }]);
  }
  return {
    soFar: gathered(isSame ? lines : []),
    append,
    finish: () => rm(folder, { recursive: true, force: true }),
  };
}

async function readLines(file: string): Promise<readonly ImportLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
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
  const files = new Map<ContentPath, string>();
  const articles = new Map<string, ContentPath>();
  const collections = new Map<string, ContentPath>();
  for (const one of lines) {
    if ('image' in one) images.set(one.image, { path: one.path, sha256: one.sha256 });
    if (!('file' in one)) continue;
    files.set(one.file, one.blob);
    if (one.article !== undefined && !articles.has(one.article)) articles.set(one.article, one.file);
    if (one.collection !== undefined) collections.set(one.collection, path.posix.dirname(one.file));
  }
  return { images, files, articles, collections };
}
