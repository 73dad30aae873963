import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Host } from '../host.ts';
import { isEmpty } from '../plan/plan.ts';
import { formatPlan } from '../plan/plan-file.ts';
import { planText } from '../report/plan-text.ts';
import { problemsSummary, problemsText } from '../report/problems-text.ts';
import { connectReader } from './connect.ts';
import { type CommonOptions, type Context, makeContext } from './context.ts';
import { allProblems, type Planned, type PlanOptions, planAgainst, planOffline, sourcesOrThrow } from './planning.ts';
import { linesOf } from './sources.ts';

/** Options of `plan`. */
export interface PlanCommandOptions extends CommonOptions, PlanOptions {
  readonly detailedExitcode?: boolean;
  readonly offline?: boolean;
  readonly workspace?: string;
  /** File to save the plan to. */
  readonly out?: string;
}

/**
 * `helpcentre plan`: what `publish` would do, and why. Holds a reader only.
 *
 * @returns 0, or 1 when something failed or is held back; with `--detailed-exitcode` 2 when there are changes
 */
export async function plan(host: Host, options: PlanCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const planned = await makeIt(context, options);
  if (options.out !== undefined) {
    const file = path.resolve(context.cwd, options.out);
    await writeFileAtomic(file, formatPlan(planned.plan));
    context.say(`The plan is in ${options.out}. "helpcentre publish --plan ${options.out}" carries out exactly it.\n`);
  }
  const problems = allProblems(planned);
  const failed = planned.plan.held.length > 0 || problems.some((problem) => problem.severity === 'error');
  const code = failed ? 1 : options.detailedExitcode === true && !isEmpty(planned.plan) ? 2 : 0;
  if (options.json === true) {
    context.print(`${JSON.stringify({ ...planned.plan, problems }, null, 2)}\n`);
    return code;
  }
  if (problems.length > 0) {
    const lines = await linesOf(problems, host.cwd);
    context.say(`${problemsText(problems, context.errorPaint, lines)}\n${problemsSummary(problems)}\n\n`);
  }
  context.print(planText(planned.plan, context.paint, planned.name));
  return code;
}

async function makeIt(
  context: Context,
  options: PlanCommandOptions,
): Promise<Pick<Planned, 'sources' | 'plan'> & { readonly name: string | null }> {
  const sources = await sourcesOrThrow(context);
  if (options.offline === true) {
    return { ...(await planOffline(context, sources, options, options.workspace)), name: null };
  }
  const connection = await connectReader(context, sources.settings, sources.folder);
  try {
    const planned = await planAgainst(context, sources, connection, options);
    return { ...planned, name: planned.remote.workspace.name };
  } finally {
    await connection.close();
  }
}
