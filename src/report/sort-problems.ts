import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Problem } from '../model/problem.ts';

/**
 * Problems in the order a person works through them: by file, line and column; those without a place first.
 */
export function sortProblems<Found extends Problem>(problems: readonly Found[]): readonly Found[] {
  return [...problems].sort(
    (a, b) =>
      byCodeUnit(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.code, b.code),
  );
}
