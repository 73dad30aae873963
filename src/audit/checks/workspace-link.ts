import type { Check } from '../check.ts';
import { placeOf } from '../places.ts';
import { linkWords } from '../words.ts';

/** Links from what readers have to where teammates write it. Those to other workspaces are what an article is about. */
export const workspaceLink: Check = {
  code: 'link-to-workspace',
  title: "Links to your team's side of Intercom",
  why: 'Only teammates can open these pages; readers are asked for a password.',
  help: 'Copy the address of the article from the help centre, and put it into the link.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const link = text.links.find(({ goal }) => goal.is === 'workspace');
      if (link === undefined || !text.isSeen) return [];
      const message = `${linkWords(link)} leads to a page of Intercom's that only teammates can open`;
      return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
};
