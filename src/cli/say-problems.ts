import type { Problem } from '../model/problem.ts';
import { problemsSummary } from '../report/problems-text.ts';
import type { Context } from '../use-cases/context.ts';
import { acceptedWords, moreElsewhere, type ShowOptions, shownProblems } from './show-problems.ts';

/**
 * Says problems on standard error, each with the line it is at, unless `--quiet`; very many as a page.
 *
 * @param options how many are wanted; null where the command has no options for that
 * @param accepted how many more the baseline accepts
 */
export async function sayProblems(
  problems: readonly Problem[],
  context: Context,
  options: ShowOptions | null = null,
  accepted = 0,
): Promise<void> {
  if (problems.length + accepted === 0) return;
  const around = { paint: context.errorPaint, cwd: context.host.cwd };
  const hint = options === null ? { hint: moreElsewhere } : {};
  const text = await shownProblems(problems, options ?? {}, { ...around, ...hint });
  const summary = problemsSummary(problems, options?.errorsOnly === true ? 'warnings' : 'nothing');
  context.say(`${text}${summary}${acceptedWords(accepted, 0)}\n\n`);
}
