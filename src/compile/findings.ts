import type { ForeignKind } from '../model/foreign-kinds.ts';
import type { Fix } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { createTally } from '../model/tally.ts';

/** What is found at a place in one text. */
interface Finding {
  /** What is said once only; null for what is said every time. */
  readonly once: string | null;
  /** What another tool would read there. */
  readonly kind: ForeignKind | null;
  readonly fix: Fix | undefined;
  readonly problem: () => Problem;
}

/** What is found in one text, and how often it has what other tools read. */
export interface Findings {
  add(found: Finding): void;
  problems(): readonly Problem[];
  foreign(): Foreigners;
}

/** How often a text has what only other tools read, by kind: JSON, because it is kept from one run to the next. */
export type Foreigners = Readonly<Partial<Record<ForeignKind, number>>>;

/** Starts with nothing. */
export function createFindings(): Findings {
  const tally = createTally();
  const first = new Map<string, { readonly problem: Problem; readonly fixes: Fix[] }>();
  const counts = new Map<ForeignKind, number>();
  return {
    add({ once, kind, fix, problem }) {
      if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const before = once === null ? undefined : first.get(once);
      if (before !== undefined) before.fixes.push(...(fix === undefined ? [] : [fix]));
      else if (once === null) tally.add(problem());
      else first.set(once, { problem: problem(), fixes: fix === undefined ? [] : [fix] });
    },
    problems() {
      for (const { problem, fixes } of first.values()) tally.add(withAll(problem, fixes));
      first.clear();
      return tally.all();
    },
    foreign: () => Object.fromEntries(counts),
  };
}

/** What is said once is mended everywhere. */
function withAll(problem: Problem, [fix, ...others]: readonly Fix[]): Problem {
  if (fix === undefined || others.length === 0) return problem;
  const edits = [fix, ...others].flatMap((one) => one.edits);
  return { ...problem, fix: { ...fix, description: `${fix.description}, and so on in this file`, edits } };
}
