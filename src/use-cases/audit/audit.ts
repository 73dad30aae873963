import { audit } from '../../audit/audit.ts';
import type { AuditedPicture, AuditReport } from '../../model/audit.ts';
import { UsageError } from '../../model/usage-error.ts';
import { count } from '../../report/paint.ts';
import type { Context } from '../context.ts';
import { askForPictures, picturesIn } from './pictures.ts';
import { readStatistics } from './statistics.ts';
import { inWorkspace } from './workspace.ts';

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
  /** Asks what readers did. */
  readonly readStatistics?: typeof readStatistics;
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
  return await inWorkspace(context, async (read) => {
    const { connection, remote } = read;
    const readAll = parts.readStatistics ?? readStatistics;
    const statistics = options.statistics === true ? await readAll(context, connection, remote) : null;
    const ask = parts.askForPictures ?? askForPictures;
    const isAsked = options.pictures === true;
    const pictures = isAsked ? await ask(context, picturesIn(remote), { loopback: connection.loopback }) : null;
    const now = Math.floor(context.host.now() / 1000);
    stopIfAsked(context);
    const audited = audit({ ...read, now, statistics: statistics?.byId ?? null, pictures });
    stopIfAsked(context);
    return { ...audited, notes: [...read.notes, ...(statistics?.notes ?? []), ...notesOn(pictures)] };
  });
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
