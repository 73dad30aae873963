import * as z from 'zod';
import { count, part, textOrNone, workspace } from './parts.ts';

const percent = z.number().min(0).max(100);

const statistics = part(
  'ArticleStatistics',
  'What readers and Fin did with an article, as Intercom counts it: since it was made, over all of its languages.',
  z.strictObject({
    views: count.describe('Views.'),
    conversations: count.describe('Conversations that were begun from it.'),
    reactions: count.describe('Reactions.'),
    happy: percent.describe('Share of the reactions that are happy, in percent.'),
    neutral: percent.describe('Share of those that are neutral, in percent.'),
    sad: percent.describe('Share of those that are sad, in percent.'),
    fin: z
      .strictObject({
        involvements: count.describe('Conversations in which Fin used it.'),
        resolutions: count.describe('Those of them that Fin resolved.'),
      })
      .nullable()
      .describe('What Fin did with it; null where the version of the API does not say.'),
  }),
);

/** What `stats` prints. */
export const numbers = {
  workspace,
  articles: z
    .array(
      z.strictObject({
        id: z.string().describe('Its id in Intercom.'),
        title: z.string().describe('Its title, in its first language.'),
        file: textOrNone.describe('The file that it is published from; null for one that no file says.'),
        url: textOrNone.describe('Its address in the help centre; null where readers do not have it.'),
        statistics: statistics.describe('What readers and Fin did with it.'),
        brokenLinks: count.describe('Links in it that stop a reader.'),
        unchangedSince: count.describe('When it was changed last, in Unix seconds.'),
        notHelped: count.describe(
          'How often a reader was not helped: unhappy reactions, conversations that were begun, and those that Fin did not resolve.',
        ),
      }),
    )
    .describe('Published articles, the worst first.'),
};
