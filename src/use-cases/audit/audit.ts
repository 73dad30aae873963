import { audit } from '../../audit/audit.ts';
import { versionHas } from '../../intercom/versions.ts';
import type { AuditedPicture, AuditReport } from '../../model/audit.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Remote } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { shownFile } from '../../model/shown-file.ts';
import { UsageError } from '../../model/usage-error.ts';
import { IntercomError, type WorkspaceReader } from '../../model/workspace.ts';
import { recordedOf } from '../../record/lockfile.ts';
import { count } from '../../report/paint.ts';
import { type Connection, connectReader, ProblemsError, regionFor } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { readKnown, unexpectedWorkspace } from '../lock.ts';
import { startCounting } from '../progress.ts';
import { allRedirects } from '../redirects.ts';
import { readSettings } from '../target.ts';
import { defaultSettings, isOwnAddress, snapshotOf } from '../wrong-region.ts';
import { askForPictures, picturesIn } from './pictures.ts';
import { readStatistics } from './statistics.ts';

/** What is looked at besides what one listing says. */
export interface AuditOptions {
  /** Every picture is asked for at its address: a request to the web each. */
  readonly pictures?: boolean;
  /** What readers did with every published article is asked for: a request to Intercom each. */
  readonly statistics?: boolean;
}

/** What tests put in between. */
export interface AuditParts {
  /** Asks for pictures at their addresses. */
  readonly askForPictures?: typeof askForPictures;
}

/**
 * Reads a whole workspace and looks it through. Nothing is written, in Intercom or here; a folder without a
 * configuration, a lockfile or sources will do.
 *
 * @throws ProblemsError where the configuration has mistakes, or the workspace is not the target's; UsageError, IntercomError
 */
export async function auditWorkspace(
  context: Context,
  options: AuditOptions,
  parts: AuditParts = {},
): Promise<AuditReport> {
  const { settings, folder } = await settingsFor(context);
  const connection = await connectReader(context, settings, folder);
  try {
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    const listed = await list(context, connection, settings);
    const { target } = settings;
    const { id } = listed.remote.workspace;
    if (target !== undefined && target.workspace !== id)
      throw new ProblemsError([unexpectedWorkspace(listed.remote.workspace, target.workspace, target)]);
    const section = recordedOf(known.read.lockfile, id);
    const root = shownPath(context.host.cwd, `${folder}/${section.content ?? settings.content}`);
    const statistics = options.statistics === true ? await readStatistics(context, connection, listed.remote) : null;
    const ask = parts.askForPictures ?? askForPictures;
    const input = {
      remote: listed.remote,
      now: Math.floor(context.host.now() / 1000),
      app: appAt(context, connection, settings, id),
      files: filesOf(section, root),
      statistics: statistics?.byId ?? null,
      pictures:
        options.pictures === true
          ? await ask(context, picturesIn(listed.remote), { loopback: connection.loopback })
          : null,
    };
    stopIfAsked(context);
    const audited = audit(input);
    stopIfAsked(context);
    return { ...audited, notes: [...listed.notes, ...(statistics?.notes ?? []), ...notesOn(input.pictures)] };
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
  const remote = await snapshotOf(context, connection, settings, counting.more).finally(counting.end);
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

/** How many pictures nobody knows of. */
function notesOn(pictures: ReadonlyMap<string, AuditedPicture> | null): readonly string[] {
  const unknown = [...(pictures?.values() ?? [])].filter(({ is }) => is === 'unknown').length;
  return unknown === 0 ? [] : [`${count(unknown, 'picture')} could not be looked at: no answer, or none to count on.`];
}

/** Ends the run cleanly between two parts of the work that cannot be stopped. @throws UsageError */
function stopIfAsked({ host }: Context): void {
  if (host.signal.aborted) throw new UsageError('stopped', 'the audit was stopped', 'Nothing was written.');
}
