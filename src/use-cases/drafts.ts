import type { Desired } from '../model/desired.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { recordedOf } from '../record/lockfile.ts';
import type { KnownLockfile } from './lock.ts';

/**
 * Intercom with what waits in the drafts of the articles that are managed. A listing only says that there is one, so that
 * each costs a request.
 *
 * @throws IntercomError
 */
export async function withDrafts(
  remote: Remote,
  client: Pick<WorkspaceReader, 'drafts'>,
  known: KnownLockfile,
  { articles: desired }: Pick<Desired, 'articles'>,
): Promise<Remote> {
  const { id: workspace } = remote.workspace;
  const managed = new Set([
    ...Object.values(recordedOf(known.read.lockfile, workspace).articles).map(({ id }) => id),
    ...(known.sent.get(workspace) ?? []).flatMap(({ id }) => id ?? []),
    ...desired.flatMap(({ id }) => id ?? []),
  ]);
  const isMeant = ({ id, pendingDraft }: RemoteArticle): boolean => pendingDraft && managed.has(id);
  if (!remote.articles.some(isMeant)) return remote;
  const articles = await Promise.all(
    remote.articles.map(async (article) =>
      isMeant(article) ? { ...article, drafts: await client.drafts(article.id, article.defaultLocale) } : article,
    ),
  );
  return { ...remote, articles };
}
