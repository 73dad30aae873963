import { numberOf, typeOfId } from '../model/article-type.ts';
import { IntercomError, type WorkspaceReader } from '../model/workspace.ts';
import { articlePath } from './article-path.ts';
import { type Connection, connect } from './connection.ts';
import { articleDrafts } from './drafts.ts';
import { fromWireArticle, fromWireUnlisted } from './from-wire.ts';
import { listAudiences, listTags } from './labels.ts';
import type { IntercomOptions } from './options.ts';
import { articleVersionOf, articleVersions } from './read-versions.ts';
import { listRedirects } from './redirects.ts';
import { askAbout } from './requests.ts';
import { takeSnapshot } from './snapshot.ts';
import { articleStatistics } from './statistics.ts';
import { listUnlisted } from './unlisted.ts';
import { article, unlisted } from './wire.ts';

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
    snapshot: ({ defaultLocale, ...asked }) => takeSnapshot(connection, { version, defaultLocale }, asked),
    unlisted: (type, defaultLocale) => listUnlisted(connection, type, defaultLocale),
    async article(id, defaultLocale) {
      const [asked, type, number] = [{ verb: 'GET', path: articlePath(id) } as const, typeOfId(id), numberOf(id)];
      const reading = { version, defaultLocale };
      try {
        return type === 'public'
          ? fromWireArticle(await askAbout(transport, asked, article, number), reading)
          : fromWireUnlisted(await askAbout(transport, asked, unlisted, number), type, reading);
      } catch (error) {
        if (error instanceof IntercomError && error.status === 404) return null;
        throw error;
      }
    },
    statistics: (id) => articleStatistics(connection, id),
    versions: (id, locale) => articleVersions(connection, id, locale),
    version: (id, versionId, locale) => articleVersionOf(connection, id, versionId, locale),
    drafts: (id, defaultLocale) => articleDrafts(connection, id, defaultLocale),
    audiences: () => listAudiences(connection),
    tags: () => listTags(connection),
    redirects: (centre) => listRedirects(connection, centre),
    requests: () => transport.requests(),
    close: () => connection.close(),
  };
}
