import { connectorName, readConnector } from '../config/connector.ts';
import { UsageError } from '../model/usage-error.ts';

/**
 * Refuses a repository of Intercom's own connector: it is read as it is, and a configuration would hide that.
 *
 * @param cwd absolute folder of the repository
 * @throws UsageError
 */
export async function refuseConnector(cwd: string): Promise<void> {
  if ((await readConnector(cwd)) === null) return;
  throw new UsageError(
    'connector-layout',
    `there is an ${connectorName}: helpcentre reads a repository of Intercom's own connector as it is`,
    'Run "helpcentre check". "helpcentre convert" writes it in our own layout.',
    64,
  );
}
