import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { UsageError } from '../model/usage-error.ts';
import { refuseSandboxLinks, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import type { ReadBlob } from './gone-texts.ts';
import { type KnownLockfile, readKnown } from './lock.ts';
import type { Looked, PlanOptions } from './plan-of.ts';
import { planSection } from './plan-section.ts';
import { promotedFrom } from './promote.ts';
import type { Sources } from './sources.ts';
import { demandTarget, expectedWorkspace } from './target.ts';

/**
 * Makes the plan from the lockfile alone: no token, no request. What was edited in Intercom is not in it.
 *
 * @param workspace which section of the lockfile counts, where it has several
 * @param blob reads what was last published; see `textsForMoves`
 * @throws ProblemsError, UsageError
 */
export async function planOffline(
  context: Context,
  given: Sources,
  options: PlanOptions,
  workspace?: string,
  blob?: ReadBlob,
): Promise<Looked> {
  const known = await knownOffline(context, given);
  const id = workspaceOffline(known, given.settings, workspace);
  const promoted = await promotedFrom(context, given, known, { from: options.promote, blob });
  return await planSection(context, given, known, id, { ...options, promoted }, blob);
}

/** The lockfile that counts where Intercom is not asked. @throws ProblemsError */
export async function knownOffline(context: Context, { folder }: Pick<Sources, 'folder'>): Promise<KnownLockfile> {
  const sandbox = sandboxFolder(context, folder);
  if (sandbox !== null) await refuseSandboxLinks(context, sandbox, folder);
  return await readKnown(context, sandbox ?? folder, sandbox ?? path.join(folder, ownFolderName));
}

/**
 * The section of the lockfile that counts where Intercom is not asked.
 *
 * @param named id that a person gave
 * @returns `''` where nothing was published to any workspace, as far as is known
 * @throws UsageError where it is not clear which is meant
 */
function workspaceOffline(known: KnownLockfile, settings: Sources['settings'], named?: string): string {
  demandTarget(settings);
  const ids = Object.keys(known.read.lockfile.workspaces);
  const expected = expectedWorkspace(settings, named);
  if (expected !== undefined) {
    demandWorkspace(known, settings, expected);
    return expected;
  }
  if (ids.length < 2) return ids[0] ?? '';
  throw new UsageError(
    'which-workspace',
    `the lockfile knows several workspaces: ${ids.join(', ')}`,
    'Name one with --workspace ID.',
    64,
  );
}

/**
 * Refuses an id that the lockfile does not know, as it may be misspelt. A target stands in the configuration, and begins
 * with nothing published.
 *
 * @throws UsageError when the lockfile knows workspaces, and not the one that was named
 */
export function demandWorkspace(
  { read }: KnownLockfile,
  { target }: Pick<Sources['settings'], 'target'>,
  workspace: string,
): void {
  if (target?.workspace === workspace) return;
  const ids = Object.keys(read.lockfile.workspaces);
  if (ids.length === 0 || ids.includes(workspace)) return;
  throw new UsageError(
    'unknown-workspace',
    `the lockfile knows no workspace "${workspace}"`,
    `It has: ${ids.join(', ')}. Without its entry everything would be planned as new.`,
    64,
  );
}
