import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { Connection } from './connection.ts';
import {
  botsAmong,
  fromWireAdmins,
  fromWireCollection,
  fromWireHelpCentre,
  fromWireMe,
  type Reading,
  readWireArticle,
  withHelpCentres,
} from './from-wire.ts';
import { keepBodies, letGoOfBodies } from './held-bodies.ts';
import { listCollections } from './list-collections.ts';
import { ask, getAll } from './requests.ts';
import { adminList, article, helpCentreList, me, type WireArticle } from './wire.ts';

/**
 * Lists a workspace to the end. The token's owner is asked for first, so that a token that is refused is one error
 * and not five; then everything at once.
 *
 * @param connection to the workspace; it remembers the ids it sees
 * @param reading version and default locale
 * @param asked `signal` stops this listing alone; `onArticles` is told of articles as they come; `letsGo` says whose
 *   bodies are not kept
 * @throws IntercomError
 */
export async function takeSnapshot(
  connection: Connection,
  reading: Reading,
  {
    signal: narrower,
    onArticles,
    letsGo = () => false,
  }: Omit<Parameters<WorkspaceReader['snapshot']>[0], 'defaultLocale'> = {},
): Promise<Remote> {
  const { transport, limits, known } = connection;
  const failed = new AbortController();
  const outer = transport.signalFor(narrower);
  const owner = await ask(transport, { verb: 'GET', path: '/me' }, me, outer);
  const signal = transport.signalFor(AbortSignal.any([outer, failed.signal]));
  const lists = [
    ask(transport, { verb: 'GET', path: '/help_center/help_centers' }, helpCentreList, signal),
    listCollections(transport, limits, signal),
    getAll(transport, '/articles', inOurNouns(reading, letsGo), limits, signal, onArticles),
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
    articles: articles.map((row) => row.article),
    ...(areLanguagesOff([...articles.map((row) => row.hasLanguages), ...collections.map(hasLanguages)])
      ? { languages: 'off' }
      : {}),
    teammates: fromWireAdmins(admins.admins),
    bots: botsAmong(admins.admins),
  };
}

/**
 * Articles of a listing in our nouns, as each page comes: of what Intercom sends, every text once more and as Markdown,
 * nothing is kept until the last page is there.
 */
function inOurNouns(reading: Reading, letsGo: (article: RemoteArticle) => boolean) {
  return article.transform((wire) => {
    const listed = readWireArticle(wire, reading);
    if (!letsGo(listed) || !letGoOfBodies(listed)) keepBodies(listed);
    return { id: wire.id, updated_at: wire.updated_at, hasLanguages: hasLanguages(wire), article: listed };
  });
}

function hasLanguages(listed: Pick<WireArticle, 'default_locale' | 'translated_content'>): boolean {
  return Boolean(listed.default_locale || listed.translated_content);
}

/**
 * Whether a workspace has languages switched off: then what it answers has neither translations nor a language of its
 * own. One without a single article or collection does not tell.
 */
function areLanguagesOff(listed: readonly boolean[]): boolean {
  return listed.length > 0 && !listed.includes(true);
}

const nothing = async () => undefined;
