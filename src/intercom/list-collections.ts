import type { Limits } from './options.ts';
import { getAll } from './requests.ts';
import type { Transport } from './transport.ts';
import { collection, type WireCollection } from './wire.ts';

/** Where collections are. */
export const collectionsPath = '/help_center/collections';

/** The most that collections were seen to give per page; articles give more. */
const most = 150;

/**
 * Lists all collections and sections of a workspace.
 *
 * @param transport sends the requests
 * @param limits rows per page and readings, at most
 * @param signal stops this listing alone
 * @throws IntercomError
 */
export function listCollections(
  transport: Transport,
  limits: Limits,
  signal?: AbortSignal,
): Promise<readonly WireCollection[]> {
  const bounds = { ...limits, perPage: Math.min(most, limits.perPage) };
  return getAll(transport, collectionsPath, collection, bounds, signal);
}
