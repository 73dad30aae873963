import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { recallFingerprints, workOutFingerprints } from '../body/fingerprint.ts';
import { factsOf } from '../disk/links.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { codeOf } from '../model/code-of.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { shellArgument } from '../model/shell-argument.ts';
import { UsageError } from '../model/usage-error.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { isEmpty } from '../plan/plan.ts';
import { formatPlan, isSavedPlan } from '../plan/plan-file.ts';
import { recordedOf } from '../record/lockfile.ts';
import { type Ahead, type Begun, readAhead } from './ahead.ts';
import { connectReader } from './connect.ts';
import type { Context } from './context.ts';
import type { ReadBlob } from './gone-texts.ts';
import { type Aimed, asAimed } from './let-go.ts';
import { makeLastRoomFor } from './make-room.ts';
import { memoFor } from './memo-for.ts';
import { planAgainst } from './plan.ts';
import type { Looked, PlanOptions } from './plan-of.ts';
import { planOffline } from './plan-offline.ts';
import type { Sources } from './sources.ts';

/** Options of the commands that show a plan and carry nothing out. */
export interface LookOptions extends PlanOptions {
  readonly detailedExitcode?: boolean;
  readonly offline?: boolean;
  /** File to save the plan to, from the folder that the person stands in, as paths are. */
  readonly out?: string;
  /** Arguments that chose the part, for the command that publishes it. */
  readonly chosenBy?: string;
}

/** What an edge adds to a look. */
export interface LookParts {
  /** Reads texts that were last published; by default from the repository that the help centre is in. */
  readonly blob?: ReadBlob;
  /** Intercom as it is being read already. */
  readonly begun?: Promise<Begun<WorkspaceReader>>;
}

/** Begins to read Intercom for a plan, while the sources compile. @throws UsageError, ProblemsError */
export async function beginLook(
  context: Context,
  aimed: Aimed,
  workspace: string | undefined,
): Promise<Begun<WorkspaceReader>> {
  const { settings, folder } = aimed;
  const connection = await connectReader(context, settings, folder);
  const end = () => connection.close();
  try {
    const ahead = await readAhead(context, settings, connection, workspace, aimed);
    if (connection.sandboxUrl !== null) await listedBefore(context, folder, ahead).catch(() => undefined);
    return { connection, ahead, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits for the listing, and reads every body of it once while it is all that there is. */
async function listedBefore(context: Context, folder: string, { snapshot, known }: Ahead): Promise<void> {
  const { articles, workspace } = await snapshot;
  recallFingerprints(articles, await memoFor(context, folder));
  workOutFingerprints(articles, recordedOf(known.read.lockfile, workspace.id));
  makeLastRoomFor(articles.length);
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
      : await planOnline(context, sources, options, parts);
  if (options.out !== undefined) {
    await savePlan(context, sources, options.out, looked.plan);
    const where = context.shown === '' ? '' : ` --cwd ${context.shown}`;
    const { target } = context.options;
    const chosen = [
      ...(looked.plan.mode === undefined ? [] : [`--${looked.plan.mode}`]),
      ...(options.chosenBy === undefined ? [] : [options.chosenBy]),
      ...(target === undefined ? [] : [`--target ${shellArgument(target)}`]),
      ...(options.promote === undefined ? [] : [`--promote ${shellArgument(options.promote)}`]),
    ].join(' ');
    const next = `Publish exactly this plan with: helpcentre publish${chosen === '' ? '' : ` ${chosen}`} --plan ${options.out}${where}`;
    context.say(`The plan is in ${options.out}.${looked.remote === null ? '' : ` ${next}`}\n`);
  }
  return looked;
}

async function savePlan(context: Context, sources: Sources, out: string, plan: Plan): Promise<void> {
  const own = path.join(sources.folder, ownFolderName);
  const { cwd } = context.host;
  await demandPlace(path.resolve(cwd, out), out);
  try {
    await replaceFile(path.resolve(cwd, out), formatPlan(plan), { root: cwd, own });
  } catch (error) {
    // The system's own sentence names the file that was to be moved there, which nobody asked about.
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    const what = `${out} was not written: there is no folder "${path.dirname(out)}"`;
    throw new UsageError('no-such-folder', what, 'Create the folder, or name another file with --out.', 1);
  }
}

/** A plan is written over an earlier plan, never over a source, a configuration or whatever else a name was mistyped as. */
async function demandPlace(file: string, out: string): Promise<void> {
  const facts = await factsOf(file);
  if (facts?.isDirectory() === true) {
    const help = `Name a file, such as --out ${path.join(out, 'plan.json')}.`;
    throw new UsageError('out-is-folder', `${out} was not written: it is a folder`, help);
  }
  if (facts?.isFile() !== true || facts.size === 0) return;
  if (isSavedPlan(await readFile(file, 'utf8'))) return;
  const what = `${out} was not written: there is a file of this name that is no saved plan`;
  throw new UsageError('out-taken', what, 'Name another file with --out, or delete that one.');
}

async function planOnline(
  context: Context,
  sources: Sources,
  options: LookOptions,
  { blob, begun }: LookParts,
): Promise<Looked> {
  const { connection, ahead, end } = await (begun ?? beginLook(context, asAimed(sources), options.workspace));
  try {
    return await planAgainst(context, sources, connection, options, blob, ahead);
  } finally {
    await end();
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
