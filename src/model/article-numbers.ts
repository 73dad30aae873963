import { byId } from './by-id.ts';
import type { ArticleStatistics } from './statistics.ts';

/** What readers did with one article, beside what is known of it. */
export interface ArticleNumbers {
  readonly id: string;
  /** As Intercom has it: anything can stand in it. */
  readonly title: string;
  /** The file that it is published from, as the person would write it; null for one that no file says. */
  readonly file: string | null;
  /** Where readers find it; null where they do not. */
  readonly url: string | null;
  readonly statistics: ArticleStatistics;
  /** Links in it that stop a reader, in all languages. */
  readonly brokenLinks: number;
  /** When it was changed last, in Unix seconds. */
  readonly unchangedSince: number;
}

/**
 * How often somebody read the article and was not helped, as far as Intercom can tell: they were unhappy with it, began a
 * conversation from it, or Fin used it and did not resolve the conversation.
 */
export function unhelpedBy({ reactions, sad, conversations, fin }: ArticleStatistics): number {
  const unhappy = Math.round((reactions * sad) / 100);
  const unresolved = fin === null ? 0 : Math.max(0, fin.involvements - fin.resolutions);
  return unhappy + conversations + unresolved;
}

/**
 * The worst first: by how many were not helped, then by broken links, by views, and what is unchanged for longest.
 *
 * @param all in any order
 */
export function worstFirst(all: readonly ArticleNumbers[]): readonly ArticleNumbers[] {
  return [...all].sort(
    (a, b) =>
      unhelpedBy(b.statistics) - unhelpedBy(a.statistics) ||
      b.brokenLinks - a.brokenLinks ||
      b.statistics.views - a.statistics.views ||
      a.unchangedSince - b.unchangedSince ||
      byId(a.id, b.id),
  );
}
