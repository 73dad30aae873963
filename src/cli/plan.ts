import type { Host } from '../model/host.ts';
import type { Problem } from '../model/problem.ts';
import { formatDocument } from '../output/format.ts';
import { planText } from '../report/plan-text.ts';
import { reasonText } from '../report/reason-text.ts';
import { helped } from '../use-cases/ahead.ts';
import { baselineJudge, withAccepted } from '../use-cases/baseline.ts';
import { chosenPart, isPart } from '../use-cases/chosen-part.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import { beginLook, exitCodeOf, type LookOptions, lookAt } from '../use-cases/look.ts';
import { allProblems, sourcesOrThrow } from '../use-cases/plan.ts';
import { imageHostOf, type Looked } from '../use-cases/plan-of.ts';
import { hasToken } from '../use-cases/token.ts';
import { sourcesAndMore } from '../use-cases/while-compiling.ts';
import { modeOf } from './mode.ts';
import { type Reporter, type ReportOptions, reporterOf } from './plan-report.ts';
import { sayProblems } from './say-problems.ts';
import type { ShowOptions } from './show-problems.ts';

/** Options of `plan`. */
export interface PlanCommandOptions extends CommonOptions, LookOptions, ShowOptions, ReportOptions {
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
  const report = reporterOf(context, options);
  const judge = await baselineJudge(context, options.baseline);
  const looked = await reported(report, () => look(context, paths, options));
  const { plan: shown } = looked;
  const problems = allProblems(looked);
  const { fresh, accepted } = judge(problems);
  const code = exitCodeOf(shown, fresh, options);
  if (options.json === true) {
    context.print(formatDocument('plan', { ...shown, problems: withAccepted(problems, accepted) }));
    return code;
  }
  await report?.tell(looked, fresh, accepted);
  if (options.format === 'markdown') return code;
  await tell(context, looked, { fresh, accepted, code }, options);
  return code;
}

async function look(context: Context, paths: readonly string[], options: PlanCommandOptions): Promise<Looked> {
  const mode = modeOf(options);
  const sees =
    options.offline !== true && options.note !== true && !isPart({ paths, changedSince: options.changedSince });
  const whole = sees
    ? await sourcesAndMore(context, 'read', (inputs) => beginLook(context, inputs, options.workspace))
    : null;
  const sources = whole?.sources ?? (await sourcesOrThrow(context));
  const part = await chosenPart(context, sources, { paths, changedSince: options.changedSince });
  // The pipelines of a fork know no token, and a merge request from one is planned all the same.
  const offline = options.offline === true || (options.note === true && !hasToken(context, sources.settings));
  const meant = { ...options, ...mode, ...part, ...imageHostOf(sources), offline };
  return lookAt(context, sources, meant, whole === null ? {} : { begun: helped(whole.begun, whole.threads) });
}

/** Where no plan can be made, the report says why before the error does. */
async function reported(report: Reporter | null, make: () => Promise<Looked>): Promise<Looked> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ProblemsError) await report?.tellNone(error.problems);
    throw error;
  }
}

async function tell(
  context: Context,
  looked: Looked,
  found: { readonly fresh: readonly Problem[]; readonly accepted: readonly Problem[]; readonly code: number },
  options: PlanCommandOptions,
): Promise<void> {
  const { fresh, accepted, code } = found;
  await sayProblems(fresh, context, options, accepted.length);
  const most = options.all === true ? 'all' : 'some';
  context.print(planText(looked.plan, context.paint, looked.remote?.workspace.name ?? null, most));
  if (code === 1) context.print(`\n${reasonText({ problems: fresh, plan: looked.plan })}`);
}
