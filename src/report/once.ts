import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';

const together = ['byte-order-mark', 'line-ends', 'last-line-end', 'icon-dropped'] as const;

/**
 * Says what is wrong with the form of many files once: on a checkout with Windows line ends it is every file. So with
 * icons, of which nothing is to be done in most of them. The finding points at the first file by name; its fix mends all.
 *
 * @param problems findings of one file each; others are left as they are
 */
export function saidOnce(problems: readonly Problem[]): readonly Problem[] {
  const others = problems.filter((one) => !together.some((code) => code === one.code));
  const gathered = together.flatMap((code) => {
    const found = problems.filter((one) => one.code === code).sort(byFile);
    const [first] = found;
    if (first === undefined) return [];
    // One has none: nothing is to be done, or somebody has to say what.
    const files = new Set(found.map(({ place }) => place?.file)).size;
    if (first.fix === undefined) return [{ ...problem(code, { files }, first.place), severity: first.severity }];
    const fix = {
      description: first.fix?.description ?? '',
      edits: found.flatMap((one) => one.fix?.edits ?? []),
      lineEnds: found.flatMap((one) => one.fix?.lineEnds ?? []),
    };
    return [{ ...problem(code, { files }, first.place, fix), severity: first.severity }];
  });
  return [...others, ...gathered];
}

function byFile(a: Problem, b: Problem): number {
  const one = a.place?.file ?? '';
  const other = b.place?.file ?? '';
  return one < other ? -1 : one > other ? 1 : 0;
}
