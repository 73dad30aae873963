import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { gitIn } from '../git/git.ts';
import { namedIn } from '../model/first-language.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { stopsEverything } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { isEmpty, makePlan, withDigest } from '../plan/plan.ts';
import { formatPlan } from '../plan/plan-file.ts';
import type { MarkdownTexts } from '../plan/similarity.ts';
import { recordedOf } from '../record/lockfile.ts';
import {
  type Connection,
  connectReader,
  hasLocalTarget,
  ProblemsError,
  refuseSandboxLinks,
  sandboxFolder,
} from './connect.ts';
import type { Context } from './context.ts';
import { type ReadBlob, textsForMoves } from './gone-texts.ts';
import { outOfReach } from './local-images.ts';
import { type Known, readKnown, recordedFor } from './lock.ts';
import { missingHistory, recordedNow } from './past.ts';
import { gatherSources, type Sources } from './sources.ts';
import { snapshotOf } from './wrong-region.ts';

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
  /** `demanded`: an article whose local images Intercom has no way to get is an error, and left out. */
  readonly imageHost?: 'demanded';
}

/** Options of the commands that show a plan and carry nothing out. */
export interface LookOptions extends PlanOptions {
  readonly detailedExitcode?: boolean;
  readonly offline?: boolean;
  /** File to save the plan to, from the folder that the person stands in, as paths are. */
  readonly out?: string;
}

/** What an edge adds to a look. */
export interface LookParts {
  /** Reads texts that were last published; by default from the repository that the help centre is in. */
  readonly blob?: ReadBlob;
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
export async function lookAt(
  context: Context,
  sources: Sources,
  options: LookOptions,
  parts: LookParts = {},
): Promise<Looked> {
  const looked =
    options.offline === true
      ? await planOffline(context, sources, options, options.workspace, parts.blob)
      : await planOnline(context, sources, options);
  if (options.out !== undefined) {
    const own = path.join(sources.folder, ownFolderName);
    const { cwd } = context.host;
    await replaceFile(path.resolve(cwd, options.out), formatPlan(looked.plan), { root: cwd, own });
    const where = context.shown === '' ? '' : ` --cwd ${context.shown}`;
    const next = `Publish exactly this plan with: helpcentre publish --plan ${options.out}${where}`;
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
  const remote = namedIn(await snapshotOf(context, connection, settings), settings.locale);
  const looked = await planKnown(context, sources, { known, remote, lockFolder: connection.lockFolder }, options);
  return { ...looked, known, remote };
}

/**
 * Makes the plan of the sources, the lockfile and its history, and Intercom as it answered.
 *
 * @throws ProblemsError when the workspace is another one than is meant
 */
export async function planKnown(
  context: Context,
  sources: Sources,
  { known, remote, lockFolder }: { readonly known: Known; readonly remote: Remote; readonly lockFolder: string },
  options: PlanOptions,
): Promise<Looked> {
  const { id: workspace } = remote.workspace;
  const before = recordedFor(known, remote, options.workspace);
  const { recorded, history } = await recordedNow(context, sources, lockFolder, {
    workspace,
    remote,
    recorded: before,
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const plan = planOf(sources, recorded, remote, contentOf(known, workspace), fit);
  const found = missingHistory(plan, remote, history);
  const { digest: _, ...rest } = plan;
  return {
    sources,
    remote,
    recorded,
    plan: found.length === 0 ? plan : withDigest({ ...rest, problems: [...plan.problems, ...found] }),
  };
}

function contentOf({ read }: Known, workspace: string): string | undefined {
  const { workspaces } = read.lockfile;
  return Object.hasOwn(workspaces, workspace) ? workspaces[workspace]?.content : undefined;
}

/**
 * Makes the plan from the lockfile alone: no token, no request. What was edited in Intercom is not in it.
 *
 * @param workspace which section of the lockfile counts, where it has several
 * @param blob reads what was last published; see `textsForMoves`
 * @throws ProblemsError, UsageError
 */
export async function planOffline(
  context: Context,
  sources: Sources,
  options: PlanOptions,
  workspace?: string,
  blob: ReadBlob = gitIn(sources.folder, context.host.env).blob,
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
  if (workspace !== undefined && ids.length > 0 && !ids.includes(workspace)) {
    throw new UsageError(
      'unknown-workspace',
      `the lockfile knows no workspace "${workspace}"`,
      `It has: ${ids.join(', ')}. Without its entry everything would be planned as new.`,
      64,
    );
  }
  const id = workspace ?? ids[0] ?? '';
  const { recorded } = await recordedNow(context, sources, sandbox ?? sources.folder, {
    workspace: id,
    remote: null,
    recorded: recordedOf(lockfile, id),
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const texts = await textsForMoves(sources, recorded, blob);
  const plan = planOf(sources, recorded, null, contentOf(known, id), fit, texts);
  return { sources, recorded, remote: null, plan };
}

/** A workspace on this machine gets local images from here. */
function withoutImageHost({ imageHost: _, ...options }: PlanOptions): PlanOptions {
  return options;
}

/** The plan of three states that are known. Asks nobody. */
export function planOf(
  sources: Sources,
  recorded: Recorded,
  remote: Remote | null,
  content: string | undefined,
  options: PlanOptions,
  texts?: MarkdownTexts,
): Plan {
  const { desired, settings, authorPlace } = sources;
  const plan = makePlan({
    texts,
    desired,
    recorded,
    remote,
    settings: options.onDrift === undefined ? settings : { ...settings, onDrift: options.onDrift },
    allowRemovals: options.allowRemovals === true,
    otherContent: content !== undefined && content !== settings.content,
    ...(authorPlace === undefined ? {} : { authorPlace }),
    ...(options.imageHost === 'demanded' ? { unpublishable: outOfReach(sources, [recorded]) } : {}),
  });
  return stoppedBy(sources, plan);
}

/**
 * A plan without changes where the configuration or the workspace as a whole is not as it should be: what was planned
 * for the articles would be for the wrong place.
 */
function stoppedBy(sources: Sources, plan: Plan): Plan {
  if (![...sources.problems, ...plan.problems].some(stopsEverything)) return plan;
  const { digest: _, ...rest } = plan;
  return withDigest({ ...rest, collections: [], changes: [] });
}

/**
 * Stops a command that writes where the configuration or the workspace as a whole is not as it should be.
 *
 * @throws ProblemsError
 */
export function demandFit(planned: Pick<Planned, 'sources' | 'plan'>): void {
  const found = allProblems(planned).filter(stopsEverything);
  if (found.length > 0) throw new ProblemsError(found);
}

/** Problems of the sources and of the plan, as one list. */
export function allProblems(planned: Pick<Planned, 'sources' | 'plan'>): readonly Problem[] {
  return [...planned.sources.problems, ...planned.plan.problems];
}
