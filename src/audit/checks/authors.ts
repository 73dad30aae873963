import type { Check } from '../check.ts';
import type { AuditedText } from '../facts.ts';
import { placeOf, seenFirst, somePlaces } from '../places.ts';
import { counted } from '../words.ts';

/** Authors who are no teammates any more. */
export const authorGone: Check = {
  code: 'author-gone',
  title: 'Authors who left',
  why: 'Help centres can show the author to readers, and nobody who is still there looks after these articles.',
  help: 'Make somebody who is still there the author.',
  find(facts) {
    const { teammates, bots = [], workspace } = facts.remote;
    const known = new Set([...teammates.map(({ id }) => id), ...bots, workspace.tokenOwnerId]);
    // A token that may not see teammates says of none of them that they left.
    if (teammates.length === 0) return [];
    const theirs = new Map<string, AuditedText[]>();
    for (const text of facts.texts) {
      const { authorId } = text.text;
      if (authorId === null || authorId === '0' || known.has(authorId)) continue;
      theirs.set(authorId, [...(theirs.get(authorId) ?? []), text]);
    }
    return [...theirs].flatMap(([id, texts]) => {
      const places = somePlaces(seenFirst(texts).map((text) => placeOf(text, facts)));
      const articles = new Set(texts.map(({ article }) => article)).size;
      const message = `${counted(articles, 'article')} ${articles === 1 ? 'names' : 'name'} an author who is no teammate any more (id ${id})`;
      return places === null ? [] : [{ rank: 'team', message, places }];
    });
  },
};
