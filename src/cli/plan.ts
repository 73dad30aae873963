import type { Host } from '../model/host.ts';
import { planText } from '../report/plan-text.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { exitCodeOf, type LookOptions, lookAt } from '../use-cases/look.ts';
import { demandSources, namedPaths } from '../use-cases/paths.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';
import { narrowed } from './narrow.ts';
import { sayProblems } from './say-problems.ts';

/** Options of `plan`. */
export interface PlanCommandOptions extends CommonOptions, LookOptions {}

/**
 * `helpcentre plan [paths…]`: what `publish` would do, and why. Holds a reader only.
 *
 * @param paths files and folders to show; the plan is made of everything
 * @returns 0, or 1 when something shown failed or is held back; with `--detailed-exitcode` 2 when there are changes
 */
export async function plan(host: Host, paths: readonly string[], options: PlanCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const sources = await sourcesOrThrow(context);
  const named = demandSources(await namedPaths(paths, sources, context, { gone: true }));
  const looked = await lookAt(context, sources, { ...options, imageHost: 'demanded' });
  const { plan: shown, problems } = narrowed(looked, named);
  const code = exitCodeOf(shown, problems, options);
  if (options.json === true) {
    context.print(`${JSON.stringify({ ...shown, problems }, null, 2)}\n`);
    return code;
  }
  await sayProblems(problems, context);
  context.print(planText(shown, context.paint, looked.remote?.workspace.name ?? null));
  return code;
}
