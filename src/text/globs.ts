import { globMatcher, waysOf } from './glob-match.ts';

/** Globs of files of the repository, as an article names the code that it is about. */
export interface Globs {
  /** Those that name files, most specific first. */
  readonly named: readonly string[];
  /** The most specific one that catches a file; null for none, and for what a `!` takes away. */
  caughtBy(path: string): string | null;
}

/** Characters of one glob: each is a pattern to be tried against every file. */
const longest = 300;

/**
 * What is wrong with a glob of the repository's files. It may lead nowhere else.
 *
 * @param glob as it was written
 * @returns the end of a sentence; null for nothing
 */
export function faultOfGlob(glob: string): string | null {
  const bare = glob.startsWith('!') ? glob.slice(1) : glob;
  if (bare.trim() === '' || /[\n\r\0]/.test(bare)) return 'it is no glob';
  if (glob.length > longest) return `it has more than ${longest} characters`;
  if (/^[a-z][a-z0-9+.-]+:/i.test(bare)) return 'it is an address, and globs are of files in the repository';
  if (/^[a-z]:|\\/i.test(bare)) return 'it counts from the root of the repository, with "/" between folders';
  if (bare.split('/').includes('..') || bare.startsWith('~')) return 'it leads out of the repository';
  if (waysOf(bare) === null) return 'its braces stand for more than 100 globs';
  return null;
}

/**
 * Prepares a list of globs. `*`, `**`, `?` and `{a,b}` mean what they mean in a shell; brackets and parentheses are the
 * file's own, because frameworks name files so. A glob without any of them is a file, or a folder with all that is in it.
 * One with `!` in front takes away from all others, wherever it stands.
 *
 * @param list without faults; see `faultOfGlob`
 */
export function globsOf(list: readonly string[]): Globs {
  const named = [...new Set(list.filter((one) => !one.startsWith('!')))].sort(bySpecificity);
  const catching = named.map((glob) => ({ glob, catches: matcherOf(glob) }));
  const taking = list.filter((one) => one.startsWith('!')).map((one) => matcherOf(one.slice(1)));
  return {
    named,
    caughtBy(path) {
      const found = catching.find(({ catches }) => catches(path));
      return found === undefined || taking.some((takes) => takes(path)) ? null : found.glob;
    },
  };
}

/** The order of globs from the most specific on: a file, then by folders that are written out, then by all that is. */
export function bySpecificity(a: string, b: string): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at === -1) return a < b ? -1 : a > b ? 1 : 0;
  return (right[at] ?? 0) - (left[at] ?? 0);
}

function rankOf(glob: string): readonly number[] {
  const folders = folderOfGlob(glob).split('/').filter(Boolean).length;
  // A plain path with no ending is most likely a folder, which is all that is in it.
  return [isPlain(glob) && /\.[^/]+$/.test(glob) ? 1 : 0, folders, glob.replace(/[*?{},/]/g, '').length];
}

/** The folder that everything is in that a glob can catch, or the path that it is; empty for the whole repository. */
export function folderOfGlob(glob: string): string {
  const path = fromRoot(glob);
  const star = path.search(/[*?{]/);
  return star === -1 ? path : path.slice(0, Math.max(0, path.lastIndexOf('/', star)));
}

const isPlain = (glob: string): boolean => !/[*?{]/.test(glob);

/** Without what says that it counts from the root, and the end that says that it is a folder. */
const fromRoot = (glob: string): string => glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');

function matcherOf(glob: string): (path: string) => boolean {
  const path = fromRoot(glob);
  if (isPlain(path)) return (file) => path === '' || path === '.' || file === path || file.startsWith(`${path}/`);
  const ways = (waysOf(path) ?? []).map(globMatcher);
  // A repository has many files, and most are elsewhere.
  const folder = folderOfGlob(glob);
  return (file) => file.startsWith(folder) && ways.some((matches) => matches(file));
}
