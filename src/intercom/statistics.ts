import { typeOfId } from '../model/article-type.ts';
import type { ArticleStatistics } from '../model/statistics.ts';
import { IntercomError } from '../model/workspace.ts';
import { articlePath } from './article-path.ts';
import type { Connection } from './connection.ts';
import { askAbout } from './requests.ts';
import { versionHas } from './versions.ts';
import { articleWithStatistics } from './wire.ts';

/**
 * What readers did with an article. Only the answer about a single article has it, so this is one request each.
 *
 * @returns null for an article that is gone, that readers never see, or whose answer has no statistics
 * @throws IntercomError
 */
export async function articleStatistics(connection: Connection, id: string): Promise<ArticleStatistics | null> {
  if (typeOfId(id) !== 'public') return null;
  const asked = { verb: 'GET', path: articlePath(id) } as const;
  try {
    const { statistics } = await askAbout(connection.transport, asked, articleWithStatistics, id);
    if (!statistics) return null;
    const { fin_involvements: involvements, fin_resolutions: resolutions } = statistics;
    const saysFin = versionHas(connection.version, 'finStatistics') && involvements !== undefined;
    return {
      views: statistics.views,
      // The descriptions call it `conversions`; every recording and example has the other name.
      conversations: statistics.conversations ?? statistics.conversions ?? 0,
      reactions: statistics.reactions,
      happy: statistics.happy_reaction_percentage,
      neutral: statistics.neutral_reaction_percentage,
      sad: statistics.sad_reaction_percentage,
      fin: saysFin ? { involvements, resolutions: resolutions ?? 0 } : null,
    };
  } catch (error) {
    if (error instanceof IntercomError && error.status === 404) return null;
    throw error;
  }
}
