import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import { isLeftOutName } from '../model/left-out.ts';

/** A file in the content folder. */
export interface FoundFile {
  /** Inside the content folder, forward slashes, NFC. */
  readonly path: ContentPath;
  /** Absolute path on disk, links resolved. */
  readonly absolute: string;
  /** What it would hold, of a file that is only tried out; absent for what the disk has. */
  readonly bytes?: Uint8Array;
}

/** What is in the content folder. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Symlinks that lead out of the folder, or nowhere, with the reason. */
  readonly refused: ReadonlyMap<ContentPath, string>;
}

/**
 * Lists every file in a folder, sorted by path. Hidden files and folders (a leading `.`) are left out.
 * A symlink to a file inside the folder is that file; one that leads out is refused; linked folders are
 * not entered.
 *
 * @param root absolute content folder
 */
export async function listFiles(root: string): Promise<FoundFiles> {
  const home = await realpath(root);
  const entries = await glob('**/*', {
    cwd: root,
    onlyFiles: false,
    followSymbolicLinks: false,
    objectMode: true,
    dot: false,
    ignore: ['**/node_modules/**'],
  });
  const files: FoundFile[] = [];
  const refused = new Map<ContentPath, string>();
  for (const entry of entries) {
    const inContent = entry.path.normalize('NFC');
    if (entry.dirent.isFile()) {
      files.push({ path: inContent, absolute: path.join(root, entry.path) });
    } else if (entry.dirent.isSymbolicLink()) {
      const target = await linkTarget(path.join(root, entry.path), home);
      if (target.ok) files.push({ path: inContent, absolute: target.absolute });
      else if (target.reason !== null) refused.set(inContent, target.reason);
    }
  }
  // Two names may be one in NFC: what the disk lists first must not decide which of them counts.
  files.sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.absolute, b.absolute));
  return { files, refused };
}

type LinkTarget =
  | { readonly ok: true; readonly absolute: string }
  | { readonly ok: false; readonly reason: string | null };

async function linkTarget(link: string, home: string): Promise<LinkTarget> {
  try {
    const absolute = await realpath(link);
    if (absolute !== home && !absolute.startsWith(home + path.sep)) {
      return { ok: false, reason: 'it is a link that leads out of the content folder' };
    }
    // What is kept out of the content folder under its own name does not come in under another: keys in `.git`, say.
    if (path.relative(home, absolute).split(path.sep).some(isLeftOutName)) {
      return { ok: false, reason: 'it is a link to something hidden' };
    }
    const facts = await lstat(absolute);
    return facts.isFile() ? { ok: true, absolute } : { ok: false, reason: null };
  } catch {
    return { ok: false, reason: 'it is a link that leads nowhere' };
  }
}

/**
 * Paths that the configuration's `ignore` globs name. A pattern that names a folder means all in it; a slash
 * in front means the content folder's root, not the disk's.
 *
 * @param root absolute content folder
 * @param patterns globs relative to it
 */
export async function ignoredPaths(root: string, patterns: readonly string[]): Promise<ReadonlySet<ContentPath>> {
  const inside = patterns.map((pattern) => pattern.replace(/^\/+|\/+$/g, '')).filter(staysInside);
  if (inside.length === 0) return new Set();
  const wide = inside.flatMap((pattern) => [pattern, `${pattern}/**`]);
  // `a.md/**` is an error to the file system when `a.md` is a file.
  const found = await glob(wide, { cwd: root, dot: true, followSymbolicLinks: false, suppressErrors: true });
  return new Set(found.map((path) => path.normalize('NFC')));
}

/** A pattern that leads out would have the whole disk searched. */
function staysInside(pattern: string): boolean {
  return pattern !== '' && !pattern.split('/').includes('..');
}

/** Reads a found file; of one that is tried out, what it would hold. */
export async function bytesOf({ absolute, bytes }: FoundFile): Promise<Buffer> {
  return bytes === undefined ? readFile(absolute) : Buffer.from(bytes);
}
