import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LookKind } from './look.ts';
import type { Notes } from './notes.ts';
import type { OwnPaths } from './own-paths.ts';
import { type Any, replaceMembers } from './replace-members.ts';

/** Functions that only look, and what they tell. */
const looking: Readonly<Record<string, LookKind>> = {
  lstat: 'itself',
  readlink: 'itself',
  stat: 'followed',
  access: 'followed',
  exists: 'followed',
  readFile: 'bytes',
  open: 'bytes',
  readdir: 'names',
  opendir: 'names',
  realpath: 'place',
};

/** Functions of files that are open already: how one was opened is what counts. */
const ofOpenFiles = /^(?:read|readv|write|writev|close|fstat|fsync|fdatasync|ftruncate|futimes|fchmod|fchown)$/;

/** Members of `node:fs` that are no functions, or classes; a stream opens its file by `open`. */
const noFunctions = /^(?:[A-Z_]|createReadStream$)/;

/**
 * Notes everything that the program wants to know of the disk from now on, whoever asks: also the libraries. Everything
 * else that can be done with a path, and is not known to be a mere look, makes the run one that cannot be replayed.
 *
 * @returns stops noting
 */
export function watchDisk(notes: Notes, own: OwnPaths): () => void {
  const undo = [fs, fs.promises].map((module) => replaceMembers(module, watched(module, notes, own)));
  return () => {
    for (const restore of undo) restore();
  };
}

function watched(module: object, notes: Notes, own: OwnPaths): ReadonlyMap<string, Any> {
  const noted = new Map<string, Any>();
  for (const [name, member] of Object.entries(module)) {
    if (typeof member !== 'function' || noFunctions.test(name)) continue;
    const base = name.replace(/Sync$/, '');
    if (!ofOpenFiles.test(base)) noted.set(name, noting(base, member as Any, notes, own));
  }
  return noted;
}

function noting(name: string, given: Any, notes: Notes, own: OwnPaths): Any {
  const native = (given as { readonly native?: Any }).native;
  return new Proxy(given, {
    get: (target, key) =>
      key === 'native' && native !== undefined ? noting(name, native, notes, own) : Reflect.get(target, key),
    apply(target, self, args: unknown[]) {
      const at = pathOf(args[0]);
      const kind = looking[name];
      if (at === null || (kind === 'bytes' && typeof args[0] === 'number')) return Reflect.apply(target, self, args);
      if (kind === undefined || isMore(name, args[1])) {
        const second = pathOf(args[1]);
        const both = name === 'rename' || name === 'link' || name === 'copyFile' ? [at, second ?? ''] : [at];
        if (!both.every((one) => own.isUnnoticed(one))) notes.spoil(`${name} ${at}`);
        return Reflect.apply(target, self, args);
      }
      if (own.isUnseen(kind, at)) return Reflect.apply(target, self, args);
      return settled(target, self, args, (isThere) => notes.looked(kind, at, isThere));
    },
  });
}

/** Calls a function of files, whichever way it answers, and tells whether it found what it looked for. */
function settled(target: Any, self: unknown, args: unknown[], tell: (isThere: boolean) => void): unknown {
  const last = args.at(-1);
  if (typeof last === 'function') {
    const answer = (...results: readonly unknown[]): unknown => {
      tell(results[0] === null || results[0] === undefined || results[0] === true);
      return Reflect.apply(last, undefined, results);
    };
    return Reflect.apply(target, self, [...args.slice(0, -1), answer]);
  }
  try {
    const result = Reflect.apply(target, self, args);
    if (!(result instanceof Promise)) {
      tell(result !== undefined && result !== false);
      return result;
    }
    return result.then(
      (value: unknown) => {
        // `access` answers with nothing.
        tell(true);
        return value;
      },
      (error: unknown) => {
        tell(false);
        throw error;
      },
    );
  } catch (error) {
    tell(false);
    throw error;
  }
}

/** The absolute path that an argument names; null for a file that is open. */
function pathOf(argument: unknown): string | null {
  if (typeof argument === 'string') return path.resolve(argument);
  // Any other address is refused by the function itself, in its own way.
  if (argument instanceof URL) return argument.protocol === 'file:' ? fileURLToPath(argument) : null;
  return argument instanceof Uint8Array ? path.resolve(Buffer.from(argument).toString()) : null;
}

/** Whether a function that looks is asked to write, or to look further than at its path. @param how its second argument */
function isMore(name: string, how: unknown): boolean {
  if (name === 'open') return writes(how);
  if (typeof how !== 'object' || how === null) return false;
  const { flag, recursive } = how as { readonly flag?: unknown; readonly recursive?: unknown };
  return (name === 'readFile' && writes(flag)) || ((name === 'readdir' || name === 'opendir') && recursive === true);
}

/** Whether flags open a file for more than reading. */
function writes(flags: unknown): boolean {
  if (typeof flags === 'number') {
    const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) !== 0;
  }
  return typeof flags === 'string' && flags !== 'r' && flags !== 'rs';
}
