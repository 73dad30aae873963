import type { Host } from '../host.ts';
import type { Problem } from '../model.ts';
import { count } from '../report/paint.ts';
import { problemsSummary, problemsText, sortProblems } from '../report/problems-text.ts';
import { type CommonOptions, makeContext } from './context.ts';
import { byPaths } from './paths.ts';
import { gatherSources, linesOf } from './sources.ts';

/** Options of `check`. */
export interface CheckOptions extends CommonOptions {
  readonly strict?: boolean;
}

/**
 * `helpcentre check [paths…]`: reads and compiles everything and says every problem with its place.
 *
 * @returns 0 when there is no error (with `--strict`: no warning either), else 1
 */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  const context = makeContext(host, options);
  const result = await gatherSources(context);
  const all = result.ok ? result.sources.problems : result.problems;
  const strict = (problem: Problem): Problem => (options.strict === true ? { ...problem, severity: 'error' } : problem);
  const problems = sortProblems(byPaths(all, paths, context)).map(strict);
  const failed = problems.some((problem) => problem.severity === 'error');
  if (options.json === true) {
    context.print(`${JSON.stringify({ ok: !failed, problems }, null, 2)}\n`);
    return failed ? 1 : 0;
  }
  const lines = await linesOf(problems, host.cwd);
  if (problems.length > 0) context.print(`${problemsText(problems, context.paint, lines)}\n`);
  const looked = result.ok ? `${count(result.sources.repository.sources.length, 'source')}: ` : '';
  context.print(`${looked}${problemsSummary(problems)}\n`);
  return failed ? 1 : 0;
}
