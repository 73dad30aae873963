import type { Stats } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { factsOf } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import { addFile, replaceFile } from '../disk/replace-file.ts';
import { blobId } from '../git/blob-id.ts';
import type { ContentPath } from '../model/article.ts';
import { codeOf } from '../model/code-of.ts';

/** What became of a file that was to be written. */
export type Written =
  | { readonly is: 'written' }
  /** The same bytes are there already: a run that was cut off wrote them. */
  | { readonly is: 'same' }
  /** Something else is there, and was left alone; the reason is a clause that goes on after the path. */
  | { readonly is: 'left'; readonly reason: string };

/** A folder that files are added to. */
export interface NewFiles {
  /**
   * Writes a file whole or not at all, and never over one that is there. Folders are made; links are not followed.
   *
   * @param ours git blob ids of what this import wrote there before: such a file, still as it was, is replaced
   */
  write(file: ContentPath, bytes: Uint8Array, ours?: ReadonlySet<string>): Promise<Written>;
  /** What `write` would find in its way: the reason why it would leave the file; null for nothing. */
  inTheWay(file: ContentPath, bytes: Uint8Array, ours?: ReadonlySet<string>): Promise<string | null>;
}

const nobodys: ReadonlySet<string> = new Set();

/**
 * Opens a folder for new files.
 *
 * @param root absolute; made with the first file
 * @param own absolute folder of a run's own files
 */
export function newFilesIn(root: string, own: string): NewFiles {
  const checked = new Set<string>();
  return {
    async inTheWay(file, bytes, ours = nobodys) {
      assertInside(file);
      const refusal = await lookAtFolders(root, file.split('/').slice(0, -1), checked);
      if (refusal !== null) return refusal;
      const there = await look(path.join(root, file), root, bytes, ours);
      return there !== null && there !== 'ours' && there.is === 'left' ? there.reason : null;
    },
    async write(file, bytes, ours = nobodys) {
      assertInside(file);
      const refusal = await makeFolders(root, file.split('/').slice(0, -1), checked);
      if (refusal !== null) return { is: 'left', reason: refusal };
      const goal = path.join(root, file);
      const there = await look(goal, root, bytes, ours);
      if (there !== null && there !== 'ours') return there;
      if (there === 'ours') {
        await replaceFile(goal, bytes, { root, own });
        return { is: 'written' };
      }
      try {
        await addFile(goal, bytes, { root, own, sync: false });
        return { is: 'written' };
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        const since = await look(goal, root, bytes, nobodys);
        return since === null || since === 'ours' ? { is: 'left', reason: 'already exists' } : since;
      }
    },
  };
}

/**
 * Opens a content folder for new files, with what lies beside it: a path that begins with `../` is of a translation that
 * its tool keeps there.
 *
 * @param content absolute; made with the first file
 * @param own absolute folder of a run's own files
 */
export function newFilesAround(content: string, own: string): NewFiles {
  const roots = new Map<string, NewFiles>();
  const placed = (file: ContentPath): readonly [files: NewFiles, rest: ContentPath] => {
    const [up = ''] = /^(?:\.\.\/)*/.exec(file) ?? [];
    const files = roots.get(up) ?? newFilesIn(path.resolve(content, up), own);
    roots.set(up, files);
    return [files, file.slice(up.length)];
  };
  return {
    inTheWay(file, bytes, ours) {
      const [files, rest] = placed(file);
      return files.inTheWay(rest, bytes, ours);
    },
    write(file, bytes, ours) {
      const [files, rest] = placed(file);
      return files.write(rest, bytes, ours);
    },
  };
}

/**
 * Names come from a remote workspace, and are made safe where they are made. This is the gate behind it.
 *
 * @throws Error for a path that leaves the folder, on any system
 */
function assertInside(file: ContentPath): void {
  const isSafe = file
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && !/[\\:\p{Cc}]|[. ]$/u.test(part));
  if (!isSafe) throw new Error(`${JSON.stringify(file)} is not a path that an import may write to`);
}

/** Makes folders one by one, so that a link among them is seen before anything is made behind it. */
async function makeFolders(root: string, parts: readonly string[], checked: Set<string>): Promise<string | null> {
  if (!checked.has(root)) await mkdir(root, { recursive: true });
  checked.add(root);
  let at = root;
  for (const part of parts) {
    at = path.join(at, part);
    if (checked.has(at)) continue;
    await mkdir(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const refusal = whyNoFolder(part, await lstat(at));
    if (refusal !== null) return refusal;
    checked.add(at);
  }
  return null;
}

function whyNoFolder(part: string, facts: Stats): string | null {
  if (facts.isSymbolicLink()) return `lies in "${part}", which is a link: nothing is written through links`;
  return facts.isDirectory() ? null : `needs a folder "${part}", but a file has that name`;
}

/** What making the folders would find in its way. */
async function lookAtFolders(
  root: string,
  parts: readonly string[],
  checked: ReadonlySet<string>,
): Promise<string | null> {
  let at = root;
  for (const part of parts) {
    at = path.join(at, part);
    if (checked.has(at)) continue;
    const facts = await factsOf(at);
    if (facts === null) return null;
    const refusal = whyNoFolder(part, facts);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** What is at a path: nothing, what an earlier run of ours wrote, or what is to be left. */
async function look(
  goal: string,
  root: string,
  bytes: Uint8Array,
  ours: ReadonlySet<string>,
): Promise<Written | 'ours' | null> {
  const facts = await factsOf(goal);
  if (facts === null) return null;
  if (!facts.isFile()) return { is: 'left', reason: `already exists, as a ${facts.isDirectory() ? 'folder' : 'link'}` };
  const present = (await readOwn(goal, root)) ?? Buffer.alloc(0);
  if (present.equals(bytes)) return { is: 'same' };
  return ours.has(blobId(present)) ? 'ours' : { is: 'left', reason: 'already exists' };
}
