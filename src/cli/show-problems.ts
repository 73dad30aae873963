import type { Problem } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import { gathered } from '../report/gathered.ts';
import { count, type Paint } from '../report/paint.ts';
import { mostInFull, problemsPage } from '../report/problems-page.ts';
import { problemsText } from '../report/problems-text.ts';
import { sortProblems } from '../report/sort-problems.ts';
import { linesOf } from '../use-cases/sources.ts';

/** How many problems a person wants to see, and which. */
export interface ShowOptions {
  /** Every one. */
  readonly all?: boolean;
  /** So many, errors first. */
  readonly max?: number;
  /** No warnings; they are counted all the same. */
  readonly errorsOnly?: boolean;
}

/** How to see more, for a command that has the options above. */
const more: readonly string[] = [
  '--all prints every problem, --max 50 the first 50, --errors-only no warnings.',
  '"helpcentre check FILE" is about one file; --json holds everything.',
  '"helpcentre check --write-baseline FILE" accepts what is there today.',
];

/** The same for one that has not. */
export const moreElsewhere: readonly string[] = ['"helpcentre check --all" prints every problem in the sources.'];

/**
 * Problems for a terminal, one by one while they are few; else a page of them, unless more is asked for.
 *
 * @param cwd absolute folder that the person stands in
 * @param hint how to see more
 * @returns nothing for none
 */
export async function shownProblems(
  problems: readonly Problem[],
  options: ShowOptions,
  { paint, cwd, hint = more }: { readonly paint: Paint; readonly cwd: string; readonly hint?: readonly string[] },
): Promise<string> {
  const wanted = options.errorsOnly === true ? problems.filter(isError) : problems;
  if (wanted.length === 0) return '';
  if (options.all !== true && options.max === undefined && wanted.length > mostInFull)
    return `${problemsPage(wanted, paint, hint)}\n`;
  const some = options.all === true || options.max === undefined ? wanted : errorsFirst(wanted).slice(0, options.max);
  const left = wanted.length - some.length;
  const rest = left === 0 ? '' : `… and ${count(left, 'more problem')}: --all prints every one.\n\n`;
  const said = some.length > mostInFull ? gathered(some) : some;
  return `${problemsText(said, paint, await linesOf(said, cwd))}\n${rest}`;
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  const sorted = sortProblems(problems);
  return [...sorted.filter(isError), ...sorted.filter((one) => !isError(one))];
}

/**
 * What the baseline left out, as the end of a count: `; 40 accepted by the baseline`.
 *
 * @param gone how many it accepts that are not there any more
 */
export function acceptedWords(accepted: number, gone: number): string {
  if (accepted + gone === 0) return '';
  const number = withCommas(accepted);
  const stale =
    gone === 0 ? '' : `; ${withCommas(gone)} that it accepts ${gone === 1 ? 'is' : 'are'} gone, so write it anew`;
  return `; ${number} accepted by the baseline${stale}`;
}
