import type { DiffLine, Hunk } from './diff.ts';

/**
 * Changes as plain lines, as `diff -u` writes them: what was behind `-`, what is behind `+`, what stays behind a space, and
 * above each part the line that it begins at.
 */
export function markedDiff(hunks: readonly Hunk[]): string {
  return hunks.map(({ line, lines }) => [`@@ line ${line} @@`, ...lines.flatMap(marked)].join('\n')).join('\n');
}

function marked({ kind, segments }: DiffLine): readonly string[] {
  const text = (without: 'added' | 'removed' | null): string =>
    segments.flatMap((segment) => (segment.kind === without ? [] : [segment.text])).join('');
  if (kind === 'changed') return [`-${text('added')}`, `+${text('removed')}`];
  return [`${kind === 'added' ? '+' : kind === 'removed' ? '-' : ' '}${text(null)}`];
}
