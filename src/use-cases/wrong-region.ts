import { parseConfiguration } from '../config/settings.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { IntercomError, type WorkspaceReader } from '../model/workspace.ts';
import { type Connection, connectLooks, regionFor } from './connect.ts';
import type { Context } from './context.ts';

const regions: readonly Settings['region'][] = ['us', 'eu', 'au'];

/** Whether requests go to an address of the person's own, and not to a region's. */
export function isOwnAddress(context: Context, { sandboxUrl }: Pick<Connection<unknown>, 'sandboxUrl'>): boolean {
  return sandboxUrl !== null || Boolean(context.host.env.INTERCOM_BASE_URL);
}

/**
 * The region whose workspace a refused token opens: a token is known in its own region alone.
 *
 * @param settings with the region where it was refused, and whose token it is
 * @param refused what asking ended with
 * @param open connects to a region
 * @returns null for none, and where it was not the token that was refused
 */
export async function regionThatOpens(
  context: Context,
  connection: Pick<Connection<unknown>, 'sandboxUrl'>,
  settings: Pick<Settings, 'region' | 'target' | 'targets'>,
  refused: unknown,
  open: typeof connectLooks = connectLooks,
): Promise<Settings['region'] | null> {
  if (!(refused instanceof IntercomError) || (refused.status !== 401 && refused.status !== 404)) return null;
  if (isOwnAddress(context, connection)) return null;
  const host = { ...context.host, env: { ...context.host.env, INTERCOM_REGION: undefined } };
  for (const other of regions.filter((one) => one !== settings.region)) {
    const probe = await open({ ...context, host }, { ...defaultSettings(), ...settings, region: other }, context.cwd);
    try {
      await probe.client.me();
      return other;
    } catch {
      // It opens nothing there either.
    } finally {
      await probe.close();
    }
  }
  return null;
}

/**
 * Reads from Intercom, and says so where it is refused because the workspace is in another region.
 *
 * @param read what is asked first of a workspace
 * @throws UsageError that names the region; else what reading ended with
 */
export async function inItsRegion<T>(
  context: Context,
  connection: Pick<Connection<unknown>, 'sandboxUrl'>,
  settings: Pick<Settings, 'region' | 'target' | 'targets'>,
  read: () => Promise<T>,
  open?: typeof connectLooks,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const region = regionFor(context, settings);
    const other = await regionThatOpens(context, connection, { ...settings, region }, error, open);
    if (other === null) throw error;
    throw new UsageError(
      'wrong-region',
      `the token is refused in region "${region}", and opens a workspace in region "${other}"`,
      setRegion(other, settings),
    );
  }
}

/** How to say where a workspace is. */
export function setRegion(region: string, { target }: Pick<Settings, 'target'>): string {
  if (target === undefined) return `Set "region: ${region}" in helpcentre.yml, or INTERCOM_REGION.`;
  return `Set "region: ${region}" for the target "${target.name}" in helpcentre.yml.`;
}

/**
 * Lists everything in Intercom.
 *
 * @param asked who is told of articles, and which of their bodies need not be kept
 * @throws UsageError where the workspace is in another region; IntercomError
 */
export function snapshotOf(
  context: Context,
  connection: Pick<Connection<WorkspaceReader>, 'client' | 'sandboxUrl'>,
  settings: Pick<Settings, 'region' | 'locale' | 'target' | 'targets'>,
  asked: Pick<Parameters<WorkspaceReader['snapshot']>[0], 'onArticles' | 'letsGo'> = {},
): Promise<Remote> {
  const whole = { defaultLocale: settings.locale, signal: context.host.signal, ...asked };
  return inItsRegion(context, connection, settings, () => connection.client.snapshot(whole));
}

/** The settings of an empty configuration. */
export function defaultSettings(): Settings {
  const read = parseConfiguration('', '', '');
  if (!read.ok) throw new Error('A setting has no default.');
  return read.settings;
}
