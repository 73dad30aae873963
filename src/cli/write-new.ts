import path from 'node:path';
import glob from 'fast-glob';
import { appendOwn, createOwn, readOwn } from '../disk/own-file.ts';
import { makeFolders } from '../disk/own-folder.ts';
import type { NewFile } from '../init/file.ts';
import { codeOf } from '../model/code-of.ts';
import { type Context, shownPath } from '../use-cases/context.ts';

/** What became of the files, as the person in the host's working folder names them. */
export interface Written {
  readonly created: string[];
  /** Files that got something more, and what. */
  readonly added: { readonly file: string; readonly what: string }[];
  /** Files of which our own part was written anew. */
  readonly renewed: string[];
  /** Files that existed. */
  readonly left: string[];
}

/**
 * Writes a file where there is none. The system itself refuses to open what exists, so nothing is ever written over,
 * whoever made it in the meantime.
 *
 * @param folder absolute folder that the file's path starts from
 * @returns whether it was written
 * @throws LinkedFileError where a link stands in the way
 */
export async function writeNew(context: Context, folder: string, file: NewFile, written: Written): Promise<boolean> {
  const absolute = path.join(folder, file.path);
  const shown = shownPath(context.host.cwd, absolute);
  await makeFolders(path.dirname(absolute), folder);
  try {
    await createOwn(absolute, folder, file.text);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    written.left.push(shown);
    return false;
  }
  written.created.push(shown);
  return true;
}

/** Adds a line to a file, which may not exist, unless the line is there. What stands in it stays. */
export async function addLine(context: Context, absolute: string, line: string, written: Written): Promise<void> {
  const shown = shownPath(context.host.cwd, absolute);
  const root = path.dirname(absolute);
  const more = await lineFor(absolute, line);
  if (more === null) return;
  if (more.isNew) await writeNew(context, root, { path: path.basename(absolute), text: more.text }, written);
  else await appendOwn(absolute, root, more.text);
  if (!more.isNew) written.added.push({ file: shown, what: line });
}

/** What a file gets, so that it has a line; null where it has it. */
export async function lineFor(
  absolute: string,
  line: string,
): Promise<{ readonly isNew: boolean; readonly text: string } | null> {
  const text = (await readOwn(absolute, path.dirname(absolute)))?.toString('utf8') ?? null;
  if (text === null) return { isNew: true, text: `${line}\n` };
  const wanted = new Set([line, line.replace(/\/$/, ''), `/${line}`]);
  if (text.split(/\r?\n/).some((one) => wanted.has(one.trim()))) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return { isNew: false, text: `${text === '' || text.endsWith('\n') ? '' : end}${line}${end}` };
}

/** Nothing yet. */
export function nothingWritten(): Written {
  return { created: [], added: [], renewed: [], left: [] };
}

/** Whether a folder exists and has a file in it, however deep. */
export async function holdsFiles(folder: string): Promise<boolean> {
  const files = glob.stream('**/*', {
    cwd: folder,
    dot: false,
    ignore: ['**/node_modules/**'],
    // Two links to their own folder make a way without end.
    followSymbolicLinks: false,
    suppressErrors: true,
  });
  for await (const _ of files) return true;
  return false;
}
