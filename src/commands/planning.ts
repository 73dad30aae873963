import type { Plan, Problem, Recorded, Remote, Settings } from '../model.ts';
import { makePlan } from '../plan/plan.ts';
import type { WorkspaceReader } from '../workspace.ts';
import { type Connection, ProblemsError } from './connect.ts';
import type { Context } from './context.ts';
import { type Known, readKnown, recordedFor } from './lock.ts';
import { gatherSources, type Sources } from './sources.ts';

/** Everything that a plan was made from, and the plan. */
export interface Planned {
  readonly sources: Sources;
  readonly remote: Remote;
  readonly known: Known;
  readonly recorded: Recorded;
  readonly plan: Plan;
}

/** What a person can change about a plan from the command line. */
export interface PlanOptions {
  readonly onDrift?: Settings['onDrift'];
  readonly allowRemovals?: boolean;
}

/** Sources that are fit to plan with. @throws ProblemsError when the repository cannot be read at all */
export async function sourcesOrThrow(context: Context): Promise<Sources> {
  const result = await gatherSources(context);
  if (!result.ok) throw new ProblemsError(result.problems);
  return result.sources;
}

/**
 * Takes the snapshot and makes the plan. Only reads.
 *
 * @throws ProblemsError, IntercomError
 */
export async function planAgainst(
  context: Context,
  sources: Sources,
  connection: Connection<WorkspaceReader>,
  options: PlanOptions,
): Promise<Planned> {
  const { settings } = sources;
  const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
  const remote = await connection.client.snapshot({ defaultLocale: settings.locale, signal: context.host.signal });
  const recorded = recordedFor(known, remote);
  const content = known.read.lockfile.workspaces[remote.workspace.id]?.content;
  const plan = makePlan({
    desired: sources.desired,
    recorded,
    remote,
    settings: options.onDrift === undefined ? settings : { ...settings, onDrift: options.onDrift },
    allowRemovals: options.allowRemovals === true,
    otherContent: content !== undefined && content !== settings.content,
  });
  return { sources, remote, known, recorded, plan };
}

/** Problems of the sources and of the plan, as one list. */
export function allProblems(planned: Pick<Planned, 'sources' | 'plan'>): readonly Problem[] {
  return [...planned.sources.problems, ...planned.plan.problems];
}
