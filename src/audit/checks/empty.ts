import type { Check } from '../check.ts';
import type { AuditedText } from '../facts.ts';
import { placeOf } from '../places.ts';
import { counted } from '../words.ts';

/** Whether a text says and shows nothing. What the API does not give out may be something. */
export function isEmpty({ body }: AuditedText): boolean {
  return (
    body !== null && body.words === '' && body.pictures.length === 0 && body.frames.length === 0 && !body.hasUnseen
  );
}

/** Texts without anything in them. */
export const emptyArticle: Check = {
  code: 'article-empty',
  title: 'Empty articles',
  why: 'Readers open a page on which there is nothing but a title.',
  help: 'Write it, or unpublish or delete it.',
  find: (facts) =>
    facts.texts.filter(isEmpty).map((text) => {
      const message = text.isSeen
        ? 'It is published, and has neither words nor pictures nor videos'
        : 'It has neither words nor pictures nor videos';
      return { rank: text.rank, message, places: [placeOf(text, facts)] };
    }),
};

/** Headings that say nothing. */
export const emptyHeading: Check = {
  code: 'heading-empty',
  title: 'Empty headings',
  why: 'Screen readers announce a heading and say nothing; in the table of contents it is an empty line.',
  help: 'Take it out, or make a blank line of it.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const empty = text.body?.emptyHeadings ?? 0;
      if (empty === 0) return [];
      const message = `${counted(empty, 'heading')} ${empty === 1 ? 'has' : 'have'} no words`;
      return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
};
