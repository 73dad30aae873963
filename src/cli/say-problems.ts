import type { Problem } from '../model/problem.ts';
import { problemsSummary, problemsText } from '../report/problems-text.ts';
import type { Context } from '../use-cases/context.ts';
import { linesOf } from '../use-cases/sources.ts';

/** Says problems on standard error, each with the line it is at, unless `--quiet`. */
export async function sayProblems(problems: readonly Problem[], context: Context): Promise<void> {
  if (problems.length === 0) return;
  const lines = await linesOf(problems, context.host.cwd);
  context.say(`${problemsText(problems, context.errorPaint, lines)}\n${problemsSummary(problems)}\n\n`);
}
