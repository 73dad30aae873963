import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { codeOf } from '../model/code-of.ts';

/**
 * One thing that a run wanted to know of the disk: what stands at a path itself; what is there once links are followed;
 * the bytes of a file; the names in a folder; or where a path leads to.
 */
export const lookKinds = ['itself', 'followed', 'bytes', 'names', 'place'] as const;
export type LookKind = (typeof lookKinds)[number];

/** What a run looked at, and what it saw. */
export interface Look {
  readonly kind: LookKind;
  /** Absolute. */
  readonly path: string;
  /** As `seenNow` says it. */
  readonly saw: string;
}

/** Bytes of a file that is hashed; of a larger one its size and times count, as git's own index has it. */
const mostHashed = 1_000_000;

/** What begins the text of a look that failed; the system's code follows. */
const failure = '!';

/**
 * What there is to see now: the same text for the same look as long as a run would learn the same from it.
 *
 * @returns a hash, a short description, or the code that the system refuses the look with
 */
export function seenNow(kind: LookKind, path: string): string {
  try {
    return see[kind](path);
  } catch (error) {
    return `${failure}${codeOf(error) ?? 'unknown'}`;
  }
}

/** Whether a look failed: nothing is there, or it may not be seen. */
export const isFailure = (saw: string): boolean => saw.startsWith(failure);

/** When anything that this look would tell last changed, in milliseconds since the epoch; 0 where nothing is seen there. */
export function lastChange(kind: LookKind, path: string): number {
  const find = kind === 'itself' || kind === 'place' ? lstatSync : statSync;
  const facts = factsBy(() => find(path));
  // Of a folder the names in it are no matter to who only asked whether it is one.
  if (facts === null || (facts.isDirectory() && kind !== 'names')) return 0;
  return Math.max(facts.mtimeMs, facts.ctimeMs);
}

/** A name that is too long, or links in a circle, are no more than nothing there. */
function factsBy(find: () => Stats): Stats | null {
  try {
    return find();
  } catch {
    return null;
  }
}

const see: Readonly<Record<LookKind, (path: string) => string>> = {
  itself: (path) => described(lstatSync(path), () => readlinkSync(path)),
  followed: (path) => described(statSync(path), () => ''),
  bytes(path) {
    const facts = statSync(path);
    if (!facts.isFile()) return described(facts, () => '');
    if (facts.size > mostHashed) return [facts.size, facts.mtimeMs, facts.ctimeMs, facts.ino].join(' ');
    return createHash('sha256').update(readFileSync(path)).digest('base64url');
  },
  names(path) {
    const entries = readdirSync(path, { withFileTypes: true });
    const rows = entries.map((entry) => `${entry.name}\0${letterOf(entry)}`).sort();
    return createHash('sha256').update(rows.join('\0')).digest('base64url');
  },
  place: (path) => realpathSync(path),
};

/** Whose it is counts: git is not asked in the same way about a repository of somebody else's. */
function described(facts: Stats, target: () => string): string {
  if (facts.isFile()) return `f ${facts.size} ${facts.mode & 0o777} ${facts.uid}`;
  return facts.isSymbolicLink() ? `l ${target()}` : `${letterOf(facts)} ${facts.uid}`;
}

function letterOf(what: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): string {
  if (what.isFile()) return 'f';
  if (what.isDirectory()) return 'd';
  return what.isSymbolicLink() ? 'l' : '?';
}
