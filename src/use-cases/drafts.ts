import { versionHas } from '../intercom/versions.ts';
import type { Desired } from '../model/desired.ts';
import type { PlanMode } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { recordedOf } from '../record/lockfile.ts';
import type { KnownLockfile } from './lock.ts';
import type { Sources } from './sources.ts';

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

/** What is wrong where something is to be staged, or released, and the API does not know drafts. */
export function stagingProblems(
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
  mode: PlanMode | undefined,
): readonly Problem[] {
  const isMeant = mode !== undefined || desired.articles.some(({ stage }) => stage === true);
  if (!isMeant || versionHas(settings.apiVersion, 'drafts')) return [];
  return [problem('staging-unsupported', { version: settings.apiVersion })];
}
