import { audit } from '../audit/audit.ts';
import { type ArticleNumbers, worstFirst } from '../model/article-numbers.ts';
import { typeOfId } from '../model/article-type.ts';
import type { AuditFinding } from '../model/audit.ts';
import { readStatistics } from './audit/statistics.ts';
import { inWorkspace } from './audit/workspace.ts';
import type { Context } from './context.ts';

/** Readers' numbers of a workspace. */
export interface WorkspaceNumbers {
  readonly workspace: { readonly id: string; readonly name: string };
  /** The worst first. */
  readonly articles: readonly ArticleNumbers[];
  /** How many are published of which Intercom said nothing. */
  readonly unknown: number;
  /** What could not be read, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Asks what readers did with each published article of a workspace, ours or not: a request each. Nothing is written.
 *
 * @throws ProblemsError, UsageError, IntercomError as an audit does
 */
export async function workspaceNumbers(context: Context): Promise<WorkspaceNumbers> {
  return await inWorkspace(context, async (read) => {
    const { remote, files, connection } = read;
    const { byId, unknown, notes } = await readStatistics(context, connection, remote);
    const now = Math.floor(context.host.now() / 1000);
    const { findings } = audit({ ...read, now, statistics: byId, pictures: null });
    const broken = brokenLinks(findings);
    const articles = remote.articles.flatMap(({ id, locales, defaultLocale, url, updatedAt }): ArticleNumbers[] => {
      const statistics = byId.get(id);
      if (statistics === undefined || typeOfId(id) !== 'public') return [];
      const title = locales[defaultLocale]?.title ?? '';
      const known = { id, title, file: files.get(id) ?? null, url };
      return [{ ...known, statistics, brokenLinks: broken.get(id) ?? 0, unchangedSince: updatedAt }];
    });
    return { workspace: remote.workspace, articles: worstFirst(articles), unknown, notes: [...read.notes, ...notes] };
  });
}

/** Links that stop a reader, by article. */
function brokenLinks(findings: readonly AuditFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, rank, places } of findings) {
    const [{ kind, id }] = places;
    // What is not encrypted leads where it should.
    if (rank !== 'readers' || kind !== 'article' || !code.startsWith('link-') || code === 'link-not-encrypted')
      continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
