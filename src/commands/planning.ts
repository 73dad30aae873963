import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { namedIn } from '../first-language.ts';
import type { Plan, Problem, Recorded, Remote, Settings } from '../model.ts';
import { isEmpty, makePlan } from '../plan/plan.ts';
import { formatPlan } from '../plan/plan-file.ts';
import { recordedOf } from '../record/lockfile.ts';
import type { WorkspaceReader } from '../workspace.ts';
import { type Connection, connectReader, ProblemsError, refuseSandboxLinks, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { type Known, readKnown, recordedFor } from './lock.ts';
import { gatherSources, type Sources } from './sources.ts';
import { UsageError } from './usage-error.ts';

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
  /** Id of the workspace that is meant: another one is refused, and without a token its section of the lockfile counts. */
  readonly workspace?: string;
}

/** Options of the commands that show a plan and carry nothing out. */
export interface LookOptions extends PlanOptions {
  readonly detailedExitcode?: boolean;
  readonly offline?: boolean;
  /** File to save the plan to. */
  readonly out?: string;
}

/** A plan to look at, with what it was made from. */
export interface Looked extends Pick<Planned, 'sources' | 'recorded' | 'plan'> {
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
}

/**
 * Makes the plan for a command that carries nothing out, with a reader only or from the lockfile alone, and saves it
 * where that is asked for.
 *
 * @throws ProblemsError, UsageError, IntercomError
 */
export async function lookAt(context: Context, options: LookOptions): Promise<Looked> {
  const sources = await sourcesOrThrow(context);
  const looked =
    options.offline === true
      ? await planOffline(context, sources, options, options.workspace)
      : await planOnline(context, sources, options);
  if (options.out !== undefined) {
    const own = path.join(sources.folder, ownFolderName);
    const file = path.resolve(context.cwd, options.out);
    await replaceFile(file, formatPlan(looked.plan), { root: context.cwd, own });
    const next = `"helpcentre publish --plan ${options.out}" carries out exactly it.`;
    context.say(`The plan is in ${options.out}.${looked.remote === null ? '' : ` ${next}`}\n`);
  }
  return looked;
}

async function planOnline(context: Context, sources: Sources, options: LookOptions): Promise<Looked> {
  const connection = await connectReader(context, sources.settings, sources.folder);
  try {
    return await planAgainst(context, sources, connection, options);
  } finally {
    await connection.close();
  }
}

/**
 * The exit code of a command that shows a plan: 1 when something failed or is held back, with `--detailed-exitcode` 2
 * when there are changes, else 0.
 */
export function exitCodeOf(plan: Plan, problems: readonly Problem[], options: LookOptions): 0 | 1 | 2 {
  if (plan.held.length > 0 || problems.some((problem) => problem.severity === 'error')) return 1;
  return options.detailedExitcode === true && !isEmpty(plan) ? 2 : 0;
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
  const { locale } = settings;
  const listed = await connection.client.snapshot({ defaultLocale: locale, signal: context.host.signal });
  const remote = namedIn(listed, locale);
  const recorded = recordedFor(known, remote, options.workspace);
  const content = known.read.lockfile.workspaces[remote.workspace.id]?.content;
  const plan = planOf(sources, recorded, remote, content, options);
  return { sources, remote, known, recorded, plan };
}

/**
 * Makes the plan from the lockfile alone: no token, no request. What was edited in Intercom is not in it.
 *
 * @param workspace which section of the lockfile counts, where it has several
 * @throws ProblemsError, UsageError
 */
export async function planOffline(
  context: Context,
  sources: Sources,
  options: PlanOptions,
  workspace?: string,
): Promise<Looked> {
  const sandbox = sandboxFolder(context, sources.folder);
  if (sandbox !== null) await refuseSandboxLinks(context, sandbox, sources.folder);
  const known = await readKnown(
    context,
    sandbox ?? sources.folder,
    sandbox ?? path.join(sources.folder, ownFolderName),
  );
  const { lockfile } = known.read;
  const ids = Object.keys(lockfile.workspaces);
  if (workspace === undefined && ids.length > 1) {
    throw new UsageError(
      'which-workspace',
      `the lockfile knows several workspaces: ${ids.join(', ')}`,
      'Name one with --workspace ID.',
      64,
    );
  }
  const id = workspace ?? ids[0] ?? '';
  const recorded = recordedOf(lockfile, id);
  const content = lockfile.workspaces[id]?.content;
  return { sources, recorded, remote: null, plan: planOf(sources, recorded, null, content, options) };
}

/** The plan of three states that are known. Asks nobody. */
export function planOf(
  { desired, settings }: Sources,
  recorded: Recorded,
  remote: Remote | null,
  content: string | undefined,
  options: PlanOptions,
): Plan {
  return makePlan({
    desired,
    recorded,
    remote,
    settings: options.onDrift === undefined ? settings : { ...settings, onDrift: options.onDrift },
    allowRemovals: options.allowRemovals === true,
    otherContent: content !== undefined && content !== settings.content,
  });
}

/** Problems of the sources and of the plan, as one list. */
export function allProblems(planned: Pick<Planned, 'sources' | 'plan'>): readonly Problem[] {
  return [...planned.sources.problems, ...planned.plan.problems];
}
