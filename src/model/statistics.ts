/** What readers and Fin did with one article, as Intercom counts it: since it was made, over all of its languages. */
export interface ArticleStatistics {
  readonly views: number;
  /** Conversations that were started from the article. */
  readonly conversations: number;
  readonly reactions: number;
  /** Shares of the reactions, in percent, 0 to 100. All are 0 where nobody reacted. */
  readonly happy: number;
  readonly neutral: number;
  readonly sad: number;
  /** Null on versions of the API before 2.16, which do not say it. */
  readonly fin: FinStatistics | null;
}

/** What Fin did with it. */
export interface FinStatistics {
  /** Conversations in which Fin used the article. */
  readonly involvements: number;
  /** Those of them that Fin resolved. */
  readonly resolutions: number;
}

/** The share of Fin's involvements that ended in a resolution, 0 to 1; null where there was none, or it is not said. */
export function resolutionRate(fin: FinStatistics | null): number | null {
  return fin === null || fin.involvements === 0 ? null : fin.resolutions / fin.involvements;
}
