import type { ChangedFile } from './repository.ts';

/** Lines of a file that a pull request changes, from 1; `all` where GitHub does not say which. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number> | 'all'>;

/** Reads from the files of a pull request which lines it adds or changes. */
export function changedLines(files: readonly ChangedFile[]): ChangedLines {
  const found = new Map<string, ReadonlySet<number> | 'all'>();
  for (const { filename, status, patch } of files) {
    if (status === 'removed') continue;
    // GitHub leaves out the patch of large and of binary files.
    found.set(filename, patch === undefined ? 'all' : addedLines(patch));
  }
  return found;
}

function addedLines(patch: string): ReadonlySet<number> {
  const added = new Set<number>();
  let line = 0;
  for (const text of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith('+')) added.add(line++);
    else if (text.startsWith(' ')) line += 1;
  }
  return added;
}

/**
 * Puts what stands on changed lines first, then what is in changed files, then the rest: GitHub shows ten annotations
 * of a kind for a step.
 *
 * @param placeOf file from the repository's root, and line
 */
export function changedFirst<T>(
  items: readonly T[],
  changed: ChangedLines,
  placeOf: (item: T) => { readonly file: string; readonly line: number } | null,
): readonly T[] {
  const rank = (item: T): number => {
    const place = placeOf(item);
    const lines = place === null ? undefined : changed.get(place.file);
    if (place === null || lines === undefined) return 2;
    return lines === 'all' || lines.has(place.line) ? 0 : 1;
  };
  return items
    .map((item, index) => ({ item, index, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ item }) => item);
}
