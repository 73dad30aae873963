import { diff3Merge } from 'node-diff3';

/** Who the two sides of a conflict belong to, as its markers name them. */
export interface Labels {
  readonly ours: string;
  readonly theirs: string;
}

/** Texts merged line by line. */
export interface MergedLines {
  readonly text: string;
  readonly conflicts: number;
}

/** The two sides of a conflict between its markers; a side without text has no line. */
export function conflictText(ours: string, theirs: string, labels: Labels): string {
  const side = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
  return [
    `<<<<<<< ${oneLine(labels.ours)}`,
    ...side(ours),
    '=======',
    ...side(theirs),
    `>>>>>>> ${oneLine(labels.theirs)}`,
  ].join('\n');
}

const oneLine = (label: string): string => label.replace(/\s+/g, ' ').trim();

/**
 * Merges two texts that come from a third, line by line, as `git merge` does: lines that one side changed are taken
 * from it, lines that both changed to different things stand between markers.
 */
export function mergeLines(ours: string, base: string, theirs: string, labels: Labels): MergedLines {
  let conflicts = 0;
  const merged = diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs)).flatMap((region): readonly string[] => {
    if (region.ok) return region.ok;
    if (region.conflict === undefined) return [];
    conflicts += 1;
    return [conflictText(region.conflict.a.join('\n'), region.conflict.b.join('\n'), labels)];
  });
  return { text: merged.join('\n'), conflicts };
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
