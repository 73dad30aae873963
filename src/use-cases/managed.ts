import { stat } from 'node:fs/promises';
import path from 'node:path';
import { connectorName } from '../config/connector.ts';
import { findRepository } from '../git/repository.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { hasLocalTarget } from './connect.ts';
import { type Context, shownPath } from './context.ts';

/** What a command is about to do to. */
interface Aimed {
  readonly settings: Pick<Settings, 'layout'>;
  /** Absolute folder of the configuration. */
  readonly folder: string;
}

/**
 * Stops a publish to a workspace that Intercom's own connector manages: the two would take turns in undoing each other. A
 * workspace on this machine is managed by nobody.
 *
 * @param isForced whether a person said that they mean it
 * @throws UsageError
 */
export async function refuseManaged(context: Context, { settings, folder }: Aimed, isForced: boolean): Promise<void> {
  if (isForced || hasLocalTarget(context)) return;
  const file = await connectorFile(folder);
  const by = file === null ? null : shownPath(context.host.cwd, file);
  if (by === null && settings.layout !== 'intercom-sync') return;
  const sign = by === null ? '"layout: intercom-sync" says so' : `${by} says so`;
  throw new UsageError(
    'managed-workspace',
    `Intercom's own connector manages this workspace (${sign}), so nothing was published: helpcentre and the connector would each undo what the other writes`,
    'Merge the change, and the connector publishes it. Where the connector is off, remove its file. To publish all the same, add --force-managed.',
    64,
  );
}

/** The connector's file beside the configuration, or above it in the same repository; null for none. */
async function connectorFile(folder: string): Promise<string | null> {
  const root = (await findRepository(folder))?.root ?? folder;
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, connectorName);
    if ((await stat(file).catch(() => null))?.isFile()) return file;
    if (at === root || at === path.dirname(at)) return null;
  }
}

/**
 * Stops what would write files of ours among those of the connector.
 *
 * @param deed what was to be done: "pull"
 * @throws UsageError
 */
export function refuseConnectorLayout({ layout }: Pick<Settings, 'layout'>, deed: 'pull' | 'import'): void {
  if (layout !== 'intercom-sync') return;
  throw new UsageError(
    'connector-layout',
    `"${deed}" does not write into a repository in the layout of Intercom's own connector, which brings the edits of colleagues itself`,
    'To go on with helpcentre alone, write the repository in its own layout with "helpcentre convert", and import or pull there.',
    64,
  );
}
