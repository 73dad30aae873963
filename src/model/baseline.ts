import { byCodeUnit } from './by-code-unit.ts';
import type { Problem } from './problem.ts';

/**
 * Problems that a team lives with for now: how often each is accepted, by file, code and message. Nothing in it counts
 * lines, so that what moves within its file stays accepted.
 */
export type Baseline = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** Problems, told apart by a baseline. */
export interface Judged {
  /** Neither accepted nor hidden: what counts. */
  readonly fresh: readonly Problem[];
  readonly accepted: readonly Problem[];
  /** How many of the baseline were not found again. */
  readonly gone: number;
}

/** Stands for a file where a problem is in none. */
const nowhere = '';

/**
 * Takes down problems as accepted.
 *
 * @param fileOf names a file the same wherever the program is run
 */
export function baselineOf(problems: readonly Problem[], fileOf: (file: string) => string): Baseline {
  const counted = new Map<string, number>();
  for (const found of problems) counted.set(keyOf(found, fileOf), (counted.get(keyOf(found, fileOf)) ?? 0) + 1);
  const entries = [...counted]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, number]) => ({ of: partsOf(key), number }));
  const group = <T>(at: 0 | 1, some: typeof entries, each: (own: typeof entries) => T): Record<string, T> => {
    const groups = new Map<string, (typeof entries)[number][]>();
    for (const entry of some) groups.set(entry.of[at], [...(groups.get(entry.of[at]) ?? []), entry]);
    return Object.fromEntries([...groups].map(([name, own]) => [name, each(own)]));
  };
  return group(0, entries, (inFile) =>
    group(1, inFile, (ofCode) => Object.fromEntries(ofCode.map(({ of, number }) => [of[2], number]))),
  );
}

/**
 * Tells what a baseline accepts from what is new. Of problems that it cannot tell apart the first ones are accepted.
 *
 * @param fileOf the same as for `baselineOf`
 */
export function judgeBy(baseline: Baseline, problems: readonly Problem[], fileOf: (file: string) => string): Judged {
  const left = new Map<string, number>();
  for (const [file, codes] of Object.entries(baseline))
    for (const [code, messages] of Object.entries(codes))
      for (const [message, number] of Object.entries(messages)) left.set(JSON.stringify([file, code, message]), number);
  const fresh: Problem[] = [];
  const accepted: Problem[] = [];
  for (const found of problems) {
    const key = keyOf(found, fileOf);
    const number = left.get(key) ?? 0;
    if (number === 0) fresh.push(found);
    else {
      left.set(key, number - 1);
      accepted.push(found);
    }
  }
  return { fresh, accepted, gone: [...left.values()].reduce((sum, number) => sum + number, 0) };
}

function keyOf({ place, code, message }: Problem, fileOf: (file: string) => string): string {
  return JSON.stringify([place === undefined ? nowhere : fileOf(place.file), code, withoutPositions(message)]);
}

function partsOf(key: string): [file: string, code: string, message: string] {
  const [file, code, message]: readonly string[] = JSON.parse(key);
  return [file ?? nowhere, code ?? '', message ?? ''];
}

/** Some messages name another place, whose line moves as well. */
function withoutPositions(message: string): string {
  return message.replace(/(\.\w+):\d+(?::\d+)?/g, '$1').replace(/\bline \d+\b/g, 'line …');
}
