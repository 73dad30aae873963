import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { planText } from '../report/plan-text.ts';
import { reasonText } from '../report/reason-text.ts';
import { baselineJudge, withAccepted } from '../use-cases/baseline.ts';
import { chosenPart } from '../use-cases/chosen-part.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { exitCodeOf, type LookOptions, lookAt } from '../use-cases/look.ts';
import { allProblems, sourcesOrThrow } from '../use-cases/plan.ts';
import { imageHostOf } from '../use-cases/plan-of.ts';
import { modeOf } from './mode.ts';
import { sayProblems } from './say-problems.ts';
import type { ShowOptions } from './show-problems.ts';

/** Options of `plan`. */
export interface PlanCommandOptions extends CommonOptions, LookOptions, ShowOptions {
  /** File with the problems that are accepted. */
  readonly baseline?: string;
  /** Commit since which what changed is meant. */
  readonly changedSince?: string;
  readonly stage?: boolean;
  readonly release?: boolean;
}

/**
 * `helpcentre plan [paths…]`: what `publish` would do, and why. Holds a reader only.
 *
 * @param paths files and folders that are meant; all is looked at, and the plan is what `publish` would do with them
 * @returns 0, or 1 when something shown failed or is held back; with `--detailed-exitcode` 2 when there are changes
 */
export async function plan(host: Host, paths: readonly string[], options: PlanCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const judge = await baselineJudge(context, options.baseline);
  const sources = await sourcesOrThrow(context);
  const part = await chosenPart(context, sources, { paths, changedSince: options.changedSince });
  const looked = await lookAt(context, sources, { ...options, ...modeOf(options), ...part, ...imageHostOf(sources) });
  const { plan: shown } = looked;
  const problems = allProblems(looked);
  const { fresh, accepted } = judge(problems);
  const code = exitCodeOf(shown, fresh, options);
  if (options.json === true) {
    context.print(formatDocument('plan', { ...shown, problems: withAccepted(problems, accepted) }));
    return code;
  }
  await sayProblems(fresh, context, options, accepted.length);
  const most = options.all === true ? 'all' : 'some';
  context.print(planText(shown, context.paint, looked.remote?.workspace.name ?? null, most));
  if (code === 1) context.print(`\n${reasonText({ problems: fresh, plan: shown })}`);
  return code;
}
