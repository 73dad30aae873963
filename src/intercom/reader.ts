import { IntercomError, type WorkspaceReader } from '../model/workspace.ts';
import { articlePath } from './article-path.ts';
import { type Connection, connect } from './connection.ts';
import { articleDrafts } from './drafts.ts';
import { fromWireArticle } from './from-wire.ts';
import { listAudiences, listTags } from './labels.ts';
import type { IntercomOptions } from './options.ts';
import { articleVersionOf, articleVersions } from './read-versions.ts';
import { askAbout } from './requests.ts';
import { takeSnapshot } from './snapshot.ts';
import { article } from './wire.ts';

/** A reader that can be let go of. Idle connections do not keep the program running, so closing is a courtesy. */
export type IntercomReader = WorkspaceReader & { close(): Promise<void> };

/**
 * Connects to a workspace for reading. What comes back has no way to write.
 *
 * @param options see there; nothing is sent until something is asked for
 * @throws IntercomError of code `bad-base-url`, `bad-token` or `bad-proxy`
 */
export function createReader(options: IntercomOptions): IntercomReader {
  return readerOn(connect(options));
}

/**
 * The reading half of a connection.
 *
 * @param connection shared with the writing half, if there is one
 */
export function readerOn(connection: Connection): IntercomReader {
  const { transport, version } = connection;
  return {
    snapshot: ({ defaultLocale, signal }) => takeSnapshot(connection, { version, defaultLocale }, signal),
    async article(id, defaultLocale) {
      try {
        const wire = await askAbout(transport, { verb: 'GET', path: articlePath(id) }, article, id);
        return fromWireArticle(wire, { version, defaultLocale });
      } catch (error) {
        if (error instanceof IntercomError && error.status === 404) return null;
        throw error;
      }
    },
    versions: (id, locale) => articleVersions(connection, id, locale),
    version: (id, versionId, locale) => articleVersionOf(connection, id, versionId, locale),
    drafts: (id, defaultLocale) => articleDrafts(connection, id, defaultLocale),
    audiences: () => listAudiences(connection),
    tags: () => listTags(connection),
    requests: () => transport.requests(),
    close: () => connection.close(),
  };
}
