import { unlistedTypes } from '../model/article-type.ts';
import { namedIn } from '../model/first-language.ts';
import type { Remote } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { recordedOf } from '../record/lockfile.ts';
import type { Connection } from './connect.ts';
import type { KnownLockfile } from './lock.ts';
import { labelsFor } from './reach.ts';
import { redirectsFor } from './redirects.ts';
import type { Sources } from './sources.ts';
import { hasType, typesAmong, unlistedOf } from './types.ts';

/**
 * What is listed of a workspace besides what every workspace has, as far as sources and lockfile have to do with it: what
 * only some use, each of which is a listing of its own, and all at once.
 *
 * @param snapshot what every workspace has
 * @throws IntercomError
 */
export async function listedFor(
  { client }: Pick<Connection<WorkspaceReader>, 'client'>,
  sources: Sources,
  known: KnownLockfile,
  snapshot: Remote,
): Promise<Remote> {
  const remote = namedIn(snapshot, sources.settings.locale);
  const { id } = remote.workspace;
  const recorded = recordedOf(known.read.lockfile, id);
  const types = typesAmong(sources.desired, recorded, known.sent.get(id) ?? []);
  const [labels, redirects, unlisted] = await Promise.all([
    labelsFor(client, sources),
    redirectsFor(client, remote, sources, recorded),
    unlistedOf(client, types, sources.settings.locale),
  ]);
  const unknownTypes = unlistedTypes.filter((type) => !hasType(sources.settings.apiVersion, type));
  return {
    ...{ ...remote, ...labels, ...redirects },
    articles: [...remote.articles, ...unlisted],
    ...(unknownTypes.length === 0 ? {} : { unknownTypes }),
  };
}
