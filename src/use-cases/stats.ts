import { audit } from '../audit/audit.ts';
import { brokenLinkChecks } from '../audit/checks.ts';
import { readBody } from '../audit/read-body.ts';
import { readLinkMemory } from '../cache/link-memory.ts';
import { withoutFragment } from '../links/look-at-all.ts';
import { isKnownDead } from '../links/remember.ts';
import { type ArticleNumbers, worstFirst } from '../model/article-numbers.ts';
import { typeOfId } from '../model/article-type.ts';
import type { AuditFinding } from '../model/audit.ts';
import type { RemoteLocale } from '../model/remote.ts';
import { readStatistics } from './audit/statistics.ts';
import { inWorkspace, type WholeWorkspace } from './audit/workspace.ts';
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
    const { findings } = audit({ ...read, now, statistics: byId, pictures: null }, brokenLinkChecks);
    const broken = brokenLinks(findings);
    const outside = await deadOutside(read);
    const articles = remote.articles.flatMap(({ id, locales, defaultLocale, url, updatedAt }): ArticleNumbers[] => {
      const statistics = byId.get(id);
      if (statistics === undefined || typeOfId(id) !== 'public') return [];
      const title = locales[defaultLocale]?.title ?? '';
      const known = { id, title, file: files.get(id) ?? null, url };
      return [
        {
          ...known,
          statistics,
          brokenLinks: (broken.get(id) ?? 0) + outside(Object.values(locales)),
          unchangedSince: updatedAt,
        },
      ];
    });
    return { workspace: remote.workspace, articles: worstFirst(articles), unknown, notes: [...read.notes, ...notes] };
  });
}

/** Links that stop a reader, by article. */
function brokenLinks(findings: readonly AuditFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rank, places } of findings) {
    const [{ kind, id }] = places;
    if (rank !== 'readers' || kind !== 'article') continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Counts links to addresses on the web that `check --check-links` found dead, each once in an article. */
async function deadOutside({
  folder,
}: Pick<WholeWorkspace, 'folder'>): Promise<(texts: readonly Pick<RemoteLocale, 'body'>[]) => number> {
  const memory = await readLinkMemory(folder);
  const dead = new Set([...(memory ?? [])].filter(([, known]) => isKnownDead(known)).map(([url]) => url));
  if (dead.size === 0) return () => 0;
  return (texts) => {
    const links = texts.flatMap(({ body }) => readBody(body)?.links ?? []);
    const urls = links.flatMap(({ href }) => (href !== null && URL.canParse(href) ? [withoutFragment(href)] : []));
    return [...new Set(urls)].filter((url) => dead.has(url)).length;
  };
}
