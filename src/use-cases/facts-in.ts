import { UsageError } from '../model/usage-error.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';
import { readFacts } from '../record/read-facts.ts';

/**
 * What a lockfile that a person named knows of a workspace.
 *
 * @param file absolute
 * @param shown as it was named
 * @param named id of the workspace; without it there may be one alone
 * @throws UsageError where there is nothing, or more than one
 */
export async function factsIn(file: string, shown: string, named: string | undefined): Promise<WorkspaceFacts> {
  const known = await readFacts(file);
  const ids = [...known.keys()];
  const id = named ?? (ids.length === 1 ? ids[0] : undefined);
  const facts = id === undefined ? undefined : known.get(id);
  if (facts !== undefined) return facts;
  if (ids.length === 0) {
    const help = 'Run "helpcentre probe" with a token: it asks the workspace, and notes the answers in the lockfile.';
    throw new UsageError('nothing-known', `${shown} knows nothing of any workspace`, help, 64);
  }
  const what = named === undefined ? `${shown} knows several workspaces` : `${shown} knows nothing of "${named}"`;
  throw new UsageError('which-workspace', `${what}: ${ids.join(', ')}`, 'Name one with --workspace ID.', 64);
}
