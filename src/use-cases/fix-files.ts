import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes } from '../compile/apply-fixes.ts';
import { readOwn } from '../disk/own-file.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { blobId } from '../git/blob-id.ts';
import { liesIn } from '../git/repository.ts';
import type { ContentPath } from '../model/article.ts';
import { codeOf } from '../model/code-of.ts';
import { isBeside } from '../model/language-folder.ts';
import type { Fix } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import type { TextFile } from '../read/read-result.ts';
import type { Sources } from './sources.ts';

/** What became of the fixes. */
export interface FixResult {
  /** Files that were changed, as places name them. */
  readonly changed: readonly string[];
  /** Files that were left alone, with the reason. */
  readonly left: ReadonlyMap<string, string>;
}

/**
 * Carries out the fixes of problems. A file is written only in the content folder, and only while it is what was
 * read; its mode stays. Files that are one on disk are written once.
 */
export async function fixFiles(problems: readonly Problem[], sources: Sources): Promise<FixResult> {
  const fixes = problems.flatMap((problem) => problem.fix ?? []);
  const files = new Set(fixes.flatMap((fix) => [...fix.edits.map((edit) => edit.place.file), ...(fix.lineEnds ?? [])]));
  const { root } = sources.repository;
  const byName = new Map([...sources.texts].map(([path, text]) => [shownFile(root, path), { path, ...text }]));
  const written = new Set<string>();
  const changed: string[] = [];
  const left = new Map<string, string>();
  for (const file of [...files].sort()) {
    const known = byName.get(file);
    if (known === undefined || written.has(known.absolute)) continue;
    written.add(known.absolute);
    try {
      if (await fixFile(file, known, fixes, sources)) changed.push(file);
    } catch (error) {
      left.set(file, error instanceof Left ? error.message : `it could not be written (${codeOf(error) || error})`);
    }
  }
  return { changed, left };
}

/** Why a file is left alone. */
class Left extends Error {}

async function fixFile(
  file: string,
  { path: inContent, absolute, blob }: TextFile & { readonly path: ContentPath },
  fixes: readonly Fix[],
  { folder, settings }: Sources,
): Promise<boolean> {
  // Translations may be beside the content folder.
  const content = isBeside(inContent) ? folder : path.join(folder, settings.content);
  if (!(await liesIn(path.dirname(absolute), content))) throw new Left('it is now outside the content folder');
  if (!(await lstat(absolute)).isFile()) throw new Left('it is no longer a file');
  const bytes = (await readOwn(absolute, path.dirname(absolute))) ?? Buffer.alloc(0);
  if (blobId(bytes) !== blob) throw new Left('it has changed since it was read');
  // Renaming over a file would get around its write protection.
  await access(absolute, constants.W_OK);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const fixed = applyFixes(text, fixes, file);
  if (fixed === text) return false;
  await replaceFile(absolute, fixed, { root: path.dirname(absolute), own: path.join(folder, ownFolderName) });
  return true;
}
