import type { Locale } from '../model/article.ts';
import type { RemoteCollection } from '../model/remote.ts';
import type { CollectionWrite } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import type { Connection } from './connection.ts';
import { createKnown } from './create-known.ts';
import { fromWireCollection } from './from-wire.ts';
import { couldBeCollection } from './likeness.ts';
import { collectionsPath, listCollections } from './list-collections.ts';
import { collectionCreate } from './to-wire.ts';
import { collection, type WireCollection } from './wire.ts';

/**
 * Creates a collection exactly once. When the answer is lost all collections are listed: one that was never seen
 * before, with the same name and parent, is ours.
 *
 * @param connection knows which collections existed before
 * @param defaultLocale of the workspace, where its answers do not say
 * @throws IntercomError
 */
export async function createCollection(
  connection: Connection,
  write: CollectionWrite & { readonly helpCentreId: string | null },
  defaultLocale: Locale,
): Promise<RemoteCollection> {
  const { transport, known, limits, version } = connection;
  const asked: ApiRequest = { verb: 'POST', path: collectionsPath, body: collectionCreate(write), urgent: true };
  const list = () => listCollections(transport, limits);
  await known.ensure('collections', async () => known.take('collections', await list()));
  const mark = known.mark();
  const look = async (): Promise<WireCollection | null> => {
    const unknown = (await list()).filter((row) => !known.had('collections', row.id, mark));
    return unknown.find((row) => couldBeCollection(row, write)) ?? null;
  };
  const what = 'collection';
  const wire = await createKnown(connection, { kind: 'collections', what, asked, shape: collection, mark, look });
  return fromWireCollection(wire, { version, defaultLocale });
}
