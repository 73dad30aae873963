import { diffIndices } from 'node-diff3';

/** First place in a list, and the one behind the last. */
export type Span = readonly [start: number, end: number];

/** A stretch in which at least one of two lists differs from the one they both come from. */
export interface Region {
  readonly ours: Span;
  readonly base: Span;
  readonly theirs: Span;
  /** Whether their side changed it. */
  readonly isTheirs: boolean;
}

interface Hunk {
  readonly start: number;
  readonly end: number;
  /** How many items more there are than before. */
  readonly grows: number;
  readonly isTheirs: boolean;
}

/**
 * Where two lists differ from their common base, with the place in all three. Changes of both sides that touch are one
 * region, as in diff3.
 */
export function regionsOf(ours: readonly string[], base: readonly string[], theirs: readonly string[]): Region[] {
  const hunks = [...hunksOf(base, ours, false), ...hunksOf(base, theirs, true)].sort((a, b) => a.start - b.start);
  const regions: Region[] = [];
  const shift = { ours: 0, theirs: 0 };
  for (let at = 0; at < hunks.length; ) {
    const start = hunks[at]?.start ?? 0;
    let end = start;
    let isTheirs = false;
    const before = { ...shift };
    for (let hunk = hunks[at]; hunk !== undefined && hunk.start <= end; at += 1, hunk = hunks[at]) {
      end = Math.max(end, hunk.end);
      shift[hunk.isTheirs ? 'theirs' : 'ours'] += hunk.grows;
      isTheirs ||= hunk.isTheirs;
    }
    regions.push({
      ours: [start + before.ours, end + shift.ours],
      base: [start, end],
      theirs: [start + before.theirs, end + shift.theirs],
      isTheirs,
    });
  }
  return regions;
}

function hunksOf(base: readonly string[], side: readonly string[], isTheirs: boolean): readonly Hunk[] {
  return diffIndices([...base], [...side]).map(({ buffer1: [start, length], buffer2 }) => ({
    start,
    end: start + length,
    grows: buffer2[1] - length,
    isTheirs,
  }));
}
