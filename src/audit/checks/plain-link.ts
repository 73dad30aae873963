import type { Check } from '../check.ts';
import { placeOf } from '../places.ts';
import { counted } from '../words.ts';

/** Links with `http:` to the help centre's own pages. */
export const plainLink: Check = {
  code: 'link-not-encrypted',
  title: 'Links to your own pages with http:',
  why: 'Everybody on the way can see and change what the reader asks for first, and browsers may warn of it.',
  help: 'Write https: in these links.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const plain = text.links.filter(
        ({ goal }) => (goal.is === 'article' || goal.is === 'collection') && goal.isPlain,
      ).length;
      if (plain === 0) return [];
      const message = `${counted(plain, 'link')} to your own help centre ${plain === 1 ? 'begins' : 'begin'} with http:`;
      return [{ rank: 'team', message, places: [placeOf(text, facts)] }];
    }),
};
