import type { Problem } from './problem.ts';

/** Problems of one code that are told one by one, in one file. */
const mostOfACode = 100;

/** Takes problems in, up to so many of each code, and counts the rest. */
export interface Tally {
  add(found: Problem): void;
  /** What was taken in, with one more for each code of which there are more, where the first of these was found. */
  all(): readonly Problem[];
}

/** Counts the problems of one file: a file can make as many as it has characters. */
export function createTally(): Tally {
  const kept: Problem[] = [];
  const counts = new Map<string, number>();
  const first = new Map<string, Problem>();
  return {
    add(found) {
      const count = (counts.get(found.code) ?? 0) + 1;
      counts.set(found.code, count);
      if (count <= mostOfACode) kept.push(found);
      else if (!first.has(found.code)) first.set(found.code, found);
    },
    all: () => [...kept, ...[...first].map(([code, found]) => andMore(found, (counts.get(code) ?? 0) - mostOfACode))],
  };
}

/** The same problems, so many of each code. */
export function tallied(problems: readonly Problem[]): readonly Problem[] {
  const tally = createTally();
  for (const found of problems) tally.add(found);
  return tally.all();
}

function andMore({ fix: _, ...found }: Problem, count: number): Problem {
  return count === 1 ? found : { ...found, message: `${found.message} (and ${count - 1} more of the same code)` };
}
