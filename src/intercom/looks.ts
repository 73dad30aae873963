import type { UnlistedType } from '../model/article-type.ts';
import type { Remote, RemoteHelpCentre, Teammate } from '../model/remote.ts';
import { listPaths } from './article-path.ts';
import { connect } from './connection.ts';
import { fromWireAdmins, fromWireHelpCentre, fromWireMe } from './from-wire.ts';
import type { IntercomOptions } from './options.ts';
import { ask, getPage } from './requests.ts';
import { adminList, article, collection, helpCentreList, me, unlisted } from './wire.ts';

/** Looks at one thing of a workspace at a time, so that what fails is told apart. Changes nothing. */
export interface IntercomLooks {
  me(): Promise<Remote['workspace']>;
  helpCentres(): Promise<readonly RemoteHelpCentre[]>;
  teammates(): Promise<readonly Teammate[]>;
  /** How many there are; null where Intercom does not say. */
  countArticles(): Promise<number | null>;
  countCollections(): Promise<number | null>;
  /** The same of articles that no help centre has. */
  countUnlisted(type: UnlistedType): Promise<number | null>;
  /**
   * Whether the token may write articles. Asked with an update of an article that cannot exist, which carries
   * nothing: Intercom looks at the permission first.
   */
  mayWrite(): Promise<boolean>;
  /** The rate limit, as the last answer gave it; null where it did not. */
  rate(): { readonly limit: number; readonly remaining: number } | null;
  close(): Promise<void>;
}

/**
 * Connects to a workspace to look whether everything is ready.
 *
 * @param options see there; nothing is sent until something is asked for
 * @throws IntercomError of code `bad-base-url`, `bad-token` or `bad-proxy`; each look throws one when it is refused
 */
export function createLooks(options: IntercomOptions): IntercomLooks {
  let rate: ReturnType<IntercomLooks['rate']> = null;
  const connection = connect({
    ...options,
    onExchange(exchange) {
      const { limit, remaining } = exchange;
      if (limit !== null && remaining !== null) rate = { limit, remaining };
      options.onExchange?.(exchange);
    },
  });
  const { transport, version } = connection;
  const first = { page: 1, perPage: 1 };
  return {
    me: async () => fromWireMe(await ask(transport, { verb: 'GET', path: '/me' }, me)),
    async helpCentres() {
      const listed = await ask(transport, { verb: 'GET', path: '/help_center/help_centers' }, helpCentreList);
      return listed.data.map((centre) => fromWireHelpCentre(centre, version));
    },
    teammates: async () => fromWireAdmins((await ask(transport, { verb: 'GET', path: '/admins' }, adminList)).admins),
    countArticles: async () => (await getPage(transport, '/articles', article, first)).totalCount,
    countCollections: async () => (await getPage(transport, '/help_center/collections', collection, first)).totalCount,
    countUnlisted: async (type) => (await getPage(transport, listPaths[type], unlisted, first)).totalCount,
    async mayWrite() {
      const settled = await transport.send({ verb: 'PUT', path: '/articles/0', body: {} });
      if (settled.kind === 'answer') return true;
      const { status } = settled.error;
      if (status === 401 || status === 403) return false;
      if (status === 400 || status === 404 || status === 422) return true;
      throw settled.error;
    },
    rate: () => rate,
    close: () => connection.close(),
  };
}
