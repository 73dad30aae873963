import type { Check } from '../check.ts';
import { articlePlace, somePlaces } from '../places.ts';

/** Articles that lie in no collection. */
export const noCollection: Check = {
  code: 'article-without-collection',
  title: 'Articles in no collection',
  why: 'Readers who browse or search never come to them, and Fin does not answer with them: only their address leads there.',
  help: 'Put it into a collection, or unpublish it.',
  find: (facts) =>
    facts.articles.flatMap((article) => {
      const isSeen = article.texts.some((text) => text.isSeen);
      const places = somePlaces([articlePlace(article, facts)].filter((place) => place !== null));
      if (article.remote.parentId !== null || places === null) return [];
      const message = isSeen ? 'It is published, and in no collection' : 'It is in no collection';
      return [{ rank: isSeen ? 'missed' : 'team', message, places }];
    }),
};
