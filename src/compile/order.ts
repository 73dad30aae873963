import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Problem } from '../model/problem.ts';

/** In the order of files and lines; a snippet's problems once, however many articles include it. */
export function ordered(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((found) => [JSON.stringify([found.code, found.message, found.place]), found]));
  return [...once.values()].sort(
    (a, b) =>
      byCodeUnit(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.code, b.code),
  );
}
