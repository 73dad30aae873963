import type { Check } from '../check.ts';
import { articlePlace, somePlaces } from '../places.ts';
import { counted } from '../words.ts';

/** Days that an article is given to find readers. */
const patience = 30;
const day = 86_400;

/** Articles that were out for long, and that neither readers nor Fin used. */
export const unreadArticle: Check = {
  code: 'article-unread',
  title: 'Articles that nobody reads',
  why: 'What nobody reads makes search results longer, and has to be kept true all the same.',
  help: 'Give it a title in the words of readers, lead links to it, or unpublish it.',
  find(facts) {
    if (facts.statistics === null) return [];
    return facts.articles.flatMap((article) => {
      const { id, createdAt, updatedAt } = article.remote;
      const read = facts.statistics?.get(id);
      const places = somePlaces([articlePlace(article, facts)].filter((place) => place !== null));
      const isUsed = read === undefined || read.views + read.reactions + read.conversations > 0;
      if (isUsed || (read.fin?.involvements ?? 0) > 0 || places === null || createdAt === undefined) return [];
      const days = Math.floor((facts.now - createdAt) / day);
      // Nobody says when it was published: that changed it, at least.
      const quiet = Math.floor((facts.now - updatedAt) / day);
      if (Math.min(days, quiet) < patience || !article.texts.some(({ isSeen }) => isSeen)) return [];
      const fin = read.fin === null ? '' : ', and Fin has not answered with it';
      return [
        { rank: 'team', message: `Nobody has read it in the ${counted(days, 'day')} since it was made${fin}`, places },
      ];
    });
  },
};
