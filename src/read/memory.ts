import { byCodeUnit } from '../model/by-code-unit.ts';
import type { FoundFile, FoundFiles } from './files.ts';

/**
 * What was read before, so that the next reading looks only at what changed since. Whoever keeps one has to say what
 * changed; a new one knows nothing, and with it everything is read.
 */
export interface ReadMemory {
  /** The list of files, made once until it is forgotten. */
  listing(make: () => Promise<Listing>): Promise<Listing>;
  /**
   * What was made of a file, made once until the file is forgotten.
   *
   * @param absolute the file
   * @param what names what was made of it, and all else that it was made from
   */
  recall<T>(absolute: string, what: string, make: () => Promise<T>): Promise<T>;
  /** Drops a file that changed. @returns whether it was known */
  forget(absolute: string): boolean;
  /** Absolute paths of all files that something was made of. */
  files(): Iterable<string>;
  /** Drops the list of files: one came, went or was renamed. What was made of files stays. */
  forgetListing(): void;
}

/** The files of the content folder, and which of them the configuration leaves out. */
export interface Listing extends FoundFiles {
  readonly ignored: ReadonlySet<string>;
}

/** A memory of nothing. */
export function createMemory(): ReadMemory {
  const files = new Map<string, Map<string, Promise<unknown>>>();
  let listed: Promise<Listing> | null = null;
  return {
    listing(make) {
      listed ??= make();
      return listed;
    },
    recall<T>(absolute: string, what: string, make: () => Promise<T>): Promise<T> {
      const known = files.get(absolute) ?? new Map<string, Promise<unknown>>();
      files.set(absolute, known);
      const before = known.get(what) as Promise<T> | undefined;
      if (before !== undefined) return before;
      const made = make();
      known.set(what, made);
      // What could not be read is tried again.
      made.catch(() => known.delete(what));
      return made;
    },
    forget: (absolute) => files.delete(absolute),
    files: () => files.keys(),
    forgetListing() {
      listed = null;
    },
  };
}

/** Changes to the content folder that are tried out before they are made. */
export interface Trial {
  /** Files as they would be, there already or not. */
  readonly put: readonly Required<FoundFile>[];
  /** Absolute paths of files that would be gone. */
  readonly gone: readonly string[];
}

/**
 * A memory with which the content folder is read as it would be after some changes. It remembers what another one does
 * of all other files, and teaches that one nothing about those that are tried out.
 */
export function trialMemory(memory: ReadMemory, { put, gone }: Trial): ReadMemory {
  const tried = createMemory();
  const changed = new Set([...put.map(({ absolute }) => absolute), ...gone]);
  return {
    ...tried,
    async listing(make) {
      const listing = await memory.listing(make);
      const others = listing.files.filter(({ absolute }) => !changed.has(absolute));
      return { ...listing, files: [...others, ...put].sort((a, b) => byCodeUnit(a.path, b.path)) };
    },
    recall: (absolute, what, make) => (changed.has(absolute) ? tried : memory).recall(absolute, what, make),
  };
}
