import { versionHas } from '../../intercom/versions.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Remote } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { shownFile } from '../../model/shown-file.ts';
import { IntercomError, type WorkspaceReader } from '../../model/workspace.ts';
import { recordedOf } from '../../record/lockfile.ts';
import { type Connection, connectReader, ProblemsError, regionFor } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { readKnown, unexpectedWorkspace } from '../lock.ts';
import { startCounting } from '../progress.ts';
import { allRedirects } from '../redirects.ts';
import { readSettings } from '../target.ts';
import { defaultSettings, isOwnAddress, snapshotOf } from '../wrong-region.ts';

/** A whole workspace as it was read, ours or not. */
export interface WholeWorkspace {
  readonly connection: Connection<WorkspaceReader>;
  /** Absolute folder of the configuration, or the one that stands in for it. */
  readonly folder: string;
  /** `redirects` absent where they could not be read. */
  readonly remote: Remote;
  /** Where teammates edit, without a slash at the end; null on a sandbox. */
  readonly app: string | null;
  /** The file of each article that one is published from, by its id. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be read, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads all of a workspace, and what the lockfile knows of it. A folder without a configuration, a lockfile or sources
 * will do.
 *
 * @param work what is done with it while the connection stands
 * @throws ProblemsError where the configuration has mistakes, or the workspace is not the target's; UsageError, IntercomError
 */
export async function inWorkspace<T>(context: Context, work: (read: WholeWorkspace) => Promise<T>): Promise<T> {
  const { settings, folder } = await settingsFor(context);
  const connection = await connectReader(context, settings, folder);
  try {
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    const { remote, notes } = await list(context, connection, settings);
    const { target } = settings;
    const { id } = remote.workspace;
    if (target !== undefined && target.workspace !== id)
      throw new ProblemsError([unexpectedWorkspace(remote.workspace, target.workspace, target)]);
    const section = recordedOf(known.read.lockfile, id);
    const root = shownPath(context.host.cwd, `${folder}/${section.content ?? settings.content}`);
    const app = appAt(context, connection, settings, id);
    return await work({ connection, folder, remote, app, files: filesOf(section, root), notes });
  } finally {
    await connection.close();
  }
}

/** The settings of the folder, or those of an empty configuration where it has none. */
async function settingsFor(context: Context): Promise<{ readonly settings: Settings; readonly folder: string }> {
  const { config, target } = context.options;
  const found = await readSettings(context);
  if (found.ok) return found;
  const isAbsent = found.problems.every(({ code }) => code === 'no-configuration');
  if (!isAbsent || config !== undefined || target !== undefined) throw new ProblemsError(found.problems);
  return { settings: defaultSettings(), folder: context.cwd };
}

/** The workspace, and its redirects as far as the token may see them. */
async function list(
  context: Context,
  connection: Connection<WorkspaceReader>,
  settings: Settings,
): Promise<{ readonly remote: Remote; readonly notes: readonly string[] }> {
  const counting = startCounting(context, 'articles');
  const remote = await snapshotOf(context, connection, settings, { onArticles: counting.more }).finally(counting.end);
  const unread = 'so a link that is said to lead to nothing may be caught by one';
  if (!versionHas(settings.apiVersion, 'redirects'))
    return { remote, notes: [`Redirects cannot be read with API version ${settings.apiVersion}, ${unread}.`] };
  try {
    return { remote: { ...remote, redirects: await allRedirects(remote, connection.client) }, notes: [] };
  } catch (error) {
    if (!(error instanceof IntercomError) || ![401, 403, 404].includes(error.status ?? 0)) throw error;
    return { remote, notes: [`The token may not read redirects, ${unread}.`] };
  }
}

/** Where teammates edit; nowhere on a sandbox. */
function appAt(
  context: Context,
  connection: Connection<WorkspaceReader>,
  settings: Settings,
  workspace: string,
): string | null {
  if (isOwnAddress(context, connection)) return null;
  const region = regionFor(context, settings);
  return `https://app${region === 'us' ? '' : `.${region}`}.intercom.com/a/apps/${encodeURIComponent(workspace)}`;
}

/** The file of each managed article, by the article's id. @param root content folder, as the person would write it */
function filesOf({ articles }: Pick<Recorded, 'articles'>, root: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(articles).flatMap(([key, { id, removed }]) =>
      removed === true ? [] : [[id, shownFile(root, key)] as const],
    ),
  );
}
