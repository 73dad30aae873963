import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { gitIn } from '../git/git.ts';
import { UsageError } from '../model/usage-error.ts';
import { recordedOf } from '../record/lockfile.ts';
import { atThisTime } from './at-this-time.ts';
import { hasLocalTarget, refuseSandboxLinks, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { type ReadBlob, textsForMoves, unseenMoves } from './gone-texts.ts';
import { type KnownLockfile, readKnown } from './lock.ts';
import { recordedNow } from './past.ts';
import {
  contentOf,
  type Looked,
  type PlanOptions,
  planOf,
  sectionsOf,
  withoutImageHost,
  withProblems,
} from './plan.ts';
import type { Sources } from './sources.ts';
import { withTranslations } from './stale-translations.ts';

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
  blob: ReadBlob = gitIn(given.folder, context.host.env).blob,
): Promise<Looked> {
  const known = await knownOffline(context, given);
  const sandbox = sandboxFolder(context, given.folder);
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
  if (workspace !== undefined) demandWorkspace(known, workspace);
  const id = workspace ?? ids[0] ?? '';
  const noted = recordedOf(lockfile, id);
  const sections = sectionsOf(known, noted);
  const policy = { policy: options.staleTranslations, blob };
  const sources = atThisTime(context, await withTranslations(context, given, sections, policy));
  const { recorded, history } = await recordedNow(context, sources, sandbox ?? sources.folder, {
    workspace: id,
    remote: null,
    recorded: noted,
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const texts = await textsForMoves(sources, recorded, blob);
  const plan = planOf(sources, recorded, null, contentOf(known, id), fit, texts);
  const found = { sources, recorded, remote: null, plan: withProblems(plan, unseenMoves(plan, texts, history)) };
  return options.part === undefined ? found : { ...found, part: options.part };
}

/** The lockfile that counts where Intercom is not asked. @throws ProblemsError */
export async function knownOffline(context: Context, { folder }: Pick<Sources, 'folder'>): Promise<KnownLockfile> {
  const sandbox = sandboxFolder(context, folder);
  if (sandbox !== null) await refuseSandboxLinks(context, sandbox, folder);
  return await readKnown(context, sandbox ?? folder, sandbox ?? path.join(folder, ownFolderName));
}

/** @throws UsageError when the lockfile knows workspaces, and not the one that was named */
export function demandWorkspace({ read }: KnownLockfile, workspace: string): void {
  const ids = Object.keys(read.lockfile.workspaces);
  if (ids.length === 0 || ids.includes(workspace)) return;
  throw new UsageError(
    'unknown-workspace',
    `the lockfile knows no workspace "${workspace}"`,
    `It has: ${ids.join(', ')}. Without its entry everything would be planned as new.`,
    64,
  );
}
