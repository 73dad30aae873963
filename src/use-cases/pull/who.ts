import type { Locale } from '../../model/article.ts';
import type { Remote, RemoteArticle } from '../../model/remote.ts';
import type { WorkspaceReader } from '../../model/workspace.ts';

/** Who edited something, and when. */
export interface Who {
  /** A teammate's name; null where nobody says it. */
  readonly by: string | null;
  /** Unix seconds. */
  readonly at: number | null;
}

/**
 * Who saved one locale of an article last. The article says it of its default locale; of the others, and where it does
 * not, its history does.
 */
export async function whoSaved(
  article: RemoteArticle,
  locale: Locale,
  remote: Pick<Remote, 'teammates'>,
  reader: Pick<WorkspaceReader, 'versions'>,
): Promise<Who> {
  const known = { by: nameOf(article.updatedById, remote), at: article.updatedAt };
  if (known.by !== null && locale === article.defaultLocale) return known;
  const [newest] = await reader.versions(article.id, Object.keys(article.locales).length > 1 ? locale : null);
  const by = nameOf(newest?.createdById ?? null, remote);
  return newest === undefined || by === null ? known : { by, at: newest.createdAt };
}

/** A teammate's name; null for nobody, and for somebody whom Intercom does not list. */
export function nameOf(id: string | null, { teammates }: Pick<Remote, 'teammates'>): string | null {
  return id === null ? null : (teammates.find((teammate) => teammate.id === id)?.name ?? null);
}
