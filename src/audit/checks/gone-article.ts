import type { Goal } from '../addresses.ts';
import type { Check, Found } from '../check.ts';
import type { AuditedLink, AuditedText, Facts } from '../facts.ts';
import { placeOf } from '../places.ts';
import { linkWords } from '../words.ts';

type PageGoal = Extract<Goal, { readonly is: 'article' | 'collection' }>;

/** Links of a text to pages of help centres, one for each page. */
function pagesLinked({ links }: AuditedText, kind: PageGoal['is']): readonly (readonly [PageGoal, AuditedLink])[] {
  const found = new Map<string, readonly [PageGoal, AuditedLink]>();
  for (const link of links) {
    const { goal } = link;
    if (goal.is === kind && !found.has(goal.id)) found.set(goal.id, [goal, link]);
  }
  return [...found.values()];
}

function gone(facts: Facts, kind: PageGoal['is'], isThere: (id: string) => boolean): readonly Found[] {
  return facts.texts.flatMap((text) =>
    pagesLinked(text, kind).flatMap(([goal, link]) => {
      if (isThere(goal.id) || facts.isCaught(goal)) return [];
      const message = `${linkWords(link)} leads to ${kind} ${goal.id}, which does not exist any more`;
      return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
  );
}

/** Links to articles that are not there. One that a redirect catches leads somewhere. */
export const goneArticle: Check = {
  code: 'link-to-gone-article',
  title: 'Links to articles that are gone',
  why: 'Readers who follow the link find a page that says there is nothing.',
  help: 'Point the link at the article that took its place, take it out, or make a redirect from the old address.',
  find: (facts) => gone(facts, 'article', facts.hasArticle),
};

/** Links to collections that are not there. */
export const goneCollection: Check = {
  code: 'link-to-gone-collection',
  title: 'Links to collections that are gone',
  why: 'Readers who follow the link find a page that says there is nothing.',
  help: 'Point the link at the collection that took its place, take it out, or make a redirect from the old address.',
  find: (facts) => gone(facts, 'collection', facts.hasCollection),
};
