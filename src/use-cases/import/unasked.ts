import type { Selection } from '../../import/choose.ts';
import { versionHas } from '../../intercom/versions.ts';
import { typeNames, typeOfId, type UnlistedType, unlistedTypes } from '../../model/article-type.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Remote, RemoteArticle } from '../../model/remote.ts';
import { IntercomError, type WorkspaceReader } from '../../model/workspace.ts';
import { count } from '../../report/paint.ts';
import type { Context } from '../context.ts';
import { allRedirects } from '../redirects.ts';
import { hasType } from '../types.ts';
import type { ImportTarget } from './target.ts';

/**
 * Internal articles and snippets, as far as they are asked for, or are managed from here already. What nobody asks for is
 * for teammates and Fin alone, and may not be for whoever reads the repository: it is said that it is there, and how to
 * have it.
 *
 * @param recorded what the lockfile knows
 */
export async function unlistedIn(
  context: Context,
  client: Pick<WorkspaceReader, 'unlisted'>,
  { apiVersion, locale }: Pick<ImportTarget['settings'], 'apiVersion' | 'locale'>,
  { types = [], ids, collections }: Selection,
  recorded: Pick<Recorded, 'articles'>,
): Promise<Unlisted> {
  const isAll = ids.length + collections.length === 0;
  const managed = new Set(Object.values(recorded.articles).map(({ id }) => id));
  const managedTypes = new Set([...managed].map(typeOfId));
  const articles: RemoteArticle[] = [];
  const unknownTypes = unlistedTypes.filter((type) => !hasType(apiVersion, type));
  for (const type of unlistedTypes.filter((one) => hasType(apiVersion, one))) {
    const isAsked = types.includes(type) || ids.some((id) => typeOfId(id) === type);
    if (!isAsked && !isAll && !managedTypes.has(type)) continue;
    try {
      const found = await client.unlisted(type, locale);
      const taken = isAsked ? found : found.filter(({ id }) => managed.has(id));
      articles.push(...taken);
      if (isAll && taken.length < found.length) context.say(leftSentence(type, found.length - taken.length));
    } catch (error) {
      if (isAsked || !isRefused(error)) throw error;
      unknownTypes.push(type);
    }
  }
  return { articles, unknownTypes };
}

/** What an import sees of internal articles and snippets. */
type Unlisted = Required<Pick<Remote, 'articles' | 'unknownTypes'>>;

const options: Readonly<Record<UnlistedType, string>> = { internal: '--internal', snippet: '--snippets' };

function leftSentence(type: UnlistedType, number: number): string {
  const them = number === 1 ? 'it' : 'them';
  return `${count(number, typeNames[type])} left in Intercom: ${options[type]} imports ${them} too.\n`;
}

/** Whether a token may not read something. */
function isRefused(error: unknown): error is IntercomError {
  return error instanceof IntercomError && (error.status === 401 || error.status === 403);
}

/** Intercom with its redirects. A token may be for articles alone: then there are none, which is said. */
export async function withOldAddresses(
  context: Context,
  remote: Remote,
  client: Pick<WorkspaceReader, 'redirects'>,
  { apiVersion }: Pick<ImportTarget['settings'], 'apiVersion'>,
): Promise<Remote> {
  if (!versionHas(apiVersion, 'redirects')) return remote;
  try {
    return { ...remote, redirects: await allRedirects(remote, client) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    context.say(`Redirects are not imported, for the token may not read them: ${error.message}\n`);
    return remote;
  }
}
