import type { Host } from '../model/host.ts';
import type { Plan } from '../model/plan.ts';
import { UsageError } from '../model/usage-error.ts';
import { formatDocument } from '../output/format.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { oneLine } from '../report/paint.ts';
import { planText } from '../report/plan-text.ts';
import { reasonText, type Shortfall } from '../report/reason-text.ts';
import { undoneRedirects } from '../report/redirect-text.ts';
import { baselineJudge, type Judge } from '../use-cases/baseline.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from '../use-cases/context.ts';
import { allProblems } from '../use-cases/plan.ts';
import type { Planned, PlanOptions } from '../use-cases/plan-of.ts';
import { type Agreement, hasFallenShort, type PublishRun, publishSources } from '../use-cases/publish.ts';
import { demandPlan } from '../use-cases/saved-plan.ts';
import { modeOf } from './mode.ts';
import { sayProblems } from './say-problems.ts';
import type { ShowOptions } from './show-problems.ts';

/** Options of `publish`. */
export interface PublishOptions extends CommonOptions, Omit<PlanOptions, 'part'>, ShowOptions {
  /** File with the problems that are accepted. */
  readonly baseline?: string;
  readonly yes?: boolean;
  /** A saved plan: exactly it is carried out, or nothing. */
  readonly plan?: string;
  readonly concurrency?: number;
  /** Publish to a workspace that Intercom's own connector manages. */
  readonly forceManaged?: boolean;
  /** Commit since which what changed is meant. */
  readonly changedSince?: string;
  readonly stage?: boolean;
  readonly release?: boolean;
}

/**
 * `helpcentre publish`: makes the plan, shows it, asks, carries it out and records what took effect.
 *
 * @param paths files and folders that are meant; everything if none is given. All is looked at: edits, moves, guards
 * @param context of these options, where something was begun in it already
 * @returns 0 when everything wanted was done, 1 when something failed or was held back
 */
export async function publish(
  host: Host,
  paths: readonly string[],
  options: PublishOptions,
  context: Context = makeContext(host, options),
): Promise<number> {
  const judge = await baselineJudge(context, options.baseline);
  const run = await publishSources(context, { ...options, ...modeOf(options), paths }, async (planned, isNothing) => {
    await show(context, planned, options, judge);
    if (options.plan !== undefined) await demandPlan(context, options.plan, planned.plan);
    return isNothing || options.plan !== undefined ? 'yes' : agreed(context, planned);
  });
  report(context, run);
  const { fresh } = judge(allProblems(run.planned));
  if (!hasFallenShort(run, fresh)) return 0;
  if (options.json !== true && run.isCarriedOut) context.print(`\n${reasonText(shortfallOf(run, fresh))}`);
  return 1;
}

function shortfallOf({ planned, facts }: PublishRun, problems: Shortfall['problems']): Shortfall {
  const failed =
    facts.outcomes.filter(({ result }) => result === 'failed').length +
    facts.failedCollections.size +
    undoneRedirects(facts).length;
  return { problems, plan: planned.plan, failed, notBegun: facts.notBegun.length };
}

async function show(context: Context, planned: Planned, options: PublishOptions, judge: Judge): Promise<void> {
  const { fresh, accepted } = judge(allProblems(planned));
  await sayProblems(fresh, context, options, accepted.length);
  const most = options.all === true ? 'all' : 'some';
  if (options.json !== true) context.print(planText(planned.plan, context.paint, planned.remote.workspace.name, most));
}

async function agreed(
  context: Context & { readonly options: PublishOptions },
  { plan, remote }: Planned,
): Promise<Agreement> {
  if (context.options.yes === true) return 'yes';
  if (!context.host.interactive || context.options.json === true) {
    throw new UsageError(
      'not-confirmed',
      'there is no terminal to ask in',
      'Check the plan, then run again with --yes.',
      64,
      { plan },
    );
  }
  return (await context.host.confirm(questionFor(plan, remote.workspace.name))) ? 'when-unchanged' : 'no';
}

/** Of several workspaces the one that is published to is named where a person says yes. */
function questionFor({ target, mode }: Plan, workspace: string): string {
  const deed = mode === undefined ? 'Publish' : mode === 'stage' ? 'Stage' : 'Release';
  const where = mode === undefined ? 'to' : 'on';
  return target === undefined ? `${deed} this?` : `${deed} this ${where} ${target} (${oneLine(workspace)})?`;
}

function report(context: Context, { planned, facts, isCarriedOut, sandboxUrl }: PublishRun): void {
  if (context.options.json === true) {
    const { outcomes, collections, redirects, notBegun, stopped = null, requests, seconds } = facts;
    const failedCollections = Object.fromEntries(facts.failedCollections);
    context.print(
      formatDocument('publish', {
        plan: planned.plan,
        outcomes,
        collections,
        redirects,
        notBegun,
        stopped,
        failedCollections,
        requests,
        seconds,
      }),
    );
    return;
  }
  if (!isCarriedOut) {
    context.print('Nothing was published.\n');
    return;
  }
  context.print(outcomeText(facts, context.paint));
  if (sandboxUrl !== null)
    context.print(`The pages open while the sandbox runs: helpcentre sandbox${sandboxOptions(context)}\n`);
}

/** What `helpcentre sandbox` needs to show the workspace that was published to. */
function sandboxOptions({ options, host, shown }: Context): string {
  if (typeof options.sandbox === 'string') return ` --dir ${shownPath(host.cwd, options.sandbox)}`;
  return shown === '' ? '' : ` --cwd ${shown}`;
}
