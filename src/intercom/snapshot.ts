import type { Remote } from '../model/remote.ts';
import type { Connection } from './connection.ts';
import {
  botsAmong,
  fromWireAdmins,
  fromWireArticle,
  fromWireCollection,
  fromWireHelpCentre,
  fromWireMe,
  type Reading,
  withHelpCentres,
} from './from-wire.ts';
import { listCollections } from './list-collections.ts';
import { ask, getAll } from './requests.ts';
import { adminList, article, helpCentreList, me, type WireArticle } from './wire.ts';

/**
 * Lists a workspace to the end. The token's owner is asked for first, so that a token that is refused is one error
 * and not five; then everything at once.
 *
 * @param connection to the workspace; it remembers the ids it sees
 * @param reading version and default locale
 * @param asked `signal` stops this listing alone; `onArticles` is told of articles as they come
 * @throws IntercomError
 */
export async function takeSnapshot(
  connection: Connection,
  reading: Reading,
  {
    signal: narrower,
    onArticles,
  }: { readonly signal?: AbortSignal; readonly onArticles?: (count: number) => void } = {},
): Promise<Remote> {
  const { transport, limits, known } = connection;
  const failed = new AbortController();
  const outer = transport.signalFor(narrower);
  const owner = await ask(transport, { verb: 'GET', path: '/me' }, me, outer);
  const signal = transport.signalFor(AbortSignal.any([outer, failed.signal]));
  const lists = [
    ask(transport, { verb: 'GET', path: '/help_center/help_centers' }, helpCentreList, signal),
    listCollections(transport, limits, signal),
    getAll(transport, '/articles', article, limits, signal, onArticles),
    ask(transport, { verb: 'GET', path: '/admins' }, adminList, signal),
  ] as const;
  // One that fails stops the others; its own error is the one to tell.
  const stopOthers = () => failed.abort();
  for (const list of lists) list.catch(stopOthers);
  const [centres, collections, articles, admins] = await Promise.all(lists);
  known.take('articles', articles);
  known.take('collections', collections);
  await Promise.all([known.ensure('articles', nothing), known.ensure('collections', nothing)]);
  return {
    workspace: fromWireMe(owner),
    helpCentres: centres.data.map((centre) => fromWireHelpCentre(centre, reading.version)),
    collections: withHelpCentres(collections.map((wire) => fromWireCollection(wire, reading))),
    articles: articles.map((wire) => fromWireArticle(wire, reading)),
    ...(areLanguagesOff([...articles, ...collections]) ? { languages: 'off' } : {}),
    teammates: fromWireAdmins(admins.admins),
    bots: botsAmong(admins.admins),
  };
}

/**
 * Whether a workspace has languages switched off: then what it answers has neither translations nor a language of its
 * own. One without a single article or collection does not tell.
 */
function areLanguagesOff(listed: readonly Pick<WireArticle, 'default_locale' | 'translated_content'>[]): boolean {
  return listed.length > 0 && listed.every((one) => !one.default_locale && !one.translated_content);
}

const nothing = async () => undefined;
