import type { Selection } from '../../import/choose.ts';
import { versionHas } from '../../intercom/versions.ts';
import { typeOfId, type UnlistedType, unlistedTypes } from '../../model/article-type.ts';
import type { Remote, RemoteArticle } from '../../model/remote.ts';
import { IntercomError, type WorkspaceReader } from '../../model/workspace.ts';
import { count } from '../../report/paint.ts';
import type { Context } from '../context.ts';
import { allRedirects } from '../redirects.ts';
import { hasType } from '../types.ts';
import type { ImportTarget } from './target.ts';

/**
 * Internal articles and snippets, as far as they are asked for. What nobody asks for is for teammates and Fin alone, and
 * may not be for whoever reads the repository: it is said that it is there, and how to have it.
 */
export async function unlistedIn(
  context: Context,
  client: Pick<WorkspaceReader, 'unlisted'>,
  { apiVersion, locale }: Pick<ImportTarget['settings'], 'apiVersion' | 'locale'>,
  { types = [], ids, collections }: Selection,
): Promise<readonly RemoteArticle[]> {
  const isAll = ids.length + collections.length === 0;
  const taken: RemoteArticle[] = [];
  for (const type of unlistedTypes.filter((one) => hasType(apiVersion, one))) {
    const isAsked = types.includes(type) || ids.some((id) => typeOfId(id) === type);
    if (!isAsked && !isAll) continue;
    try {
      const found = await client.unlisted(type, locale);
      if (isAsked) taken.push(...found);
      else if (found.length > 0) context.say(leftSentence(type, found.length));
    } catch (error) {
      if (isAsked || !isRefused(error)) throw error;
    }
  }
  return taken;
}

function leftSentence(type: UnlistedType, number: number): string {
  const [what, option] =
    type === 'internal' ? [count(number, 'internal article'), '--internal'] : [count(number, 'snippet'), '--snippets'];
  return `${what} left in Intercom: ${option} imports ${number === 1 ? 'it' : 'them'} too.\n`;
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
