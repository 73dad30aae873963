import path from 'node:path';
import { factsOf } from '../../disk/links.ts';
import { makeFolders, ownFolderName } from '../../disk/own-folder.ts';
import { addFile } from '../../disk/replace-file.ts';
import { codeOf } from '../../model/code-of.ts';
import type { Problem } from '../../model/problem.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Context } from '../context.ts';
import { sourcesOf } from '../plan.ts';
import { describedFile, writeSourceFile } from '../pull/files.ts';
import type { Sources } from '../sources.ts';
import { type ContentFile, contentFile } from './content-file.ts';
import type { FreshSources } from './fresh-sources.ts';
import { holdCheckout } from './hold-checkout.ts';
import { hasErrors, tryChanges } from './try-changes.ts';

/** A file to write. */
export interface Writing {
  /** As `contentPath` takes it. */
  readonly path: string;
  readonly text: string;
  /** Git blob id of the text that it replaces; absent for a new file. */
  readonly basedOn?: string | undefined;
}

/** What became of it. */
export interface Written extends ContentFile {
  /** false: it does not compile, and was not written. */
  readonly isWritten: boolean;
  /** Git blob id of what is in the file now; null where there is none. */
  readonly blob: string | null;
  /** In the text itself. */
  readonly own: readonly Problem[];
  /** In other files, because of it. */
  readonly elsewhere: readonly Problem[];
}

/**
 * Writes one file of the content folder, in one step, once it was seen that it compiles. A text that somebody else wrote
 * meanwhile is never written over.
 *
 * @throws UsageError where the path may not be written, or the file is not what the text is based on
 * @throws ProblemsError, LinkedFileError
 */
export async function writeContentFile(context: Context, fresh: FreshSources, writing: Writing): Promise<Written> {
  const before = sourcesOf(await fresh.gather(context));
  const file = await contentFile(writing.path, before);
  const text = writing.text.replace(/\r\n?/g, '\n');
  demandWellFormed(file, text);
  const release = await holdCheckout(context, before.folder);
  try {
    const there = await demandBase(file, writing.basedOn, before);
    const { own, elsewhere } = await tryChanges(context, fresh, before, { put: [{ ...file, text }], gone: [] });
    if (hasErrors(own)) return { ...file, isWritten: false, blob: there?.blob ?? null, own, elsewhere };
    if (there === null) await addNew(file, text, before);
    else if (!(await writeSourceFile(there, text))) throw changedMeanwhile(file);
    const now = await describedFile(file.absolute, before);
    return { ...file, isWritten: true, blob: now?.blob ?? null, own, elsewhere };
  } finally {
    await release();
  }
}

/** Half a character is none: it would be another text on disk. */
function demandWellFormed({ path: name }: ContentFile, text: string): void {
  if (Buffer.from(text).toString() === text && !text.includes('\0')) return;
  throw new UsageError(
    'bad-text',
    `"${name}" is not written: the text is not valid Unicode`,
    'Send it again as UTF-8.',
  );
}

/**
 * The file as it is, which has to be what the text was made from.
 *
 * @returns null where there is none, and none is meant
 * @throws UsageError
 */
async function demandBase(file: ContentFile, basedOn: string | undefined, sources: Sources) {
  const isThere = (await factsOf(file.absolute)) !== null;
  if (!isThere && basedOn === undefined) return null;
  if (!isThere) {
    const help = 'Leave the hash out to write a new file.';
    throw new UsageError('file-gone', `"${file.path}" is not there any more`, help);
  }
  if (basedOn === undefined) throw taken(file);
  const there = await describedFile(file.absolute, sources);
  if (there?.blob !== basedOn) throw changedMeanwhile(file);
  return there;
}

const taken = ({ path: name }: ContentFile): UsageError =>
  new UsageError(
    'file-there',
    `"${name}" is there already`,
    'Read it, and give the hash that it has; or write another path.',
  );

/** What is thrown where the text was made from another one than the file holds. */
export function changedMeanwhile({ path: name }: ContentFile): UsageError {
  const help = 'Nothing was written. Read it again, put the change into the text that is there now, and give its hash.';
  return new UsageError('changed-meanwhile', `"${name}" was changed since it was read`, help);
}

/** @throws UsageError where somebody else was faster */
async function addNew(file: ContentFile, text: string, { folder }: Sources): Promise<void> {
  await makeFolders(path.dirname(file.absolute), folder);
  try {
    await addFile(file.absolute, text, { root: folder, own: path.join(folder, ownFolderName) });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken(file) : error;
  }
}
