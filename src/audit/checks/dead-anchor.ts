import { decoded } from '../addresses.ts';
import type { Check } from '../check.ts';
import type { AuditedLink, AuditedText, Facts } from '../facts.ts';
import { placeOf } from '../places.ts';
import { linkWords, quoted } from '../words.ts';

/** The texts that a link can lead to a heading of, and its name. */
interface HeadingGoal {
  readonly anchor: string;
  readonly texts: readonly AuditedText[];
}

function headingOf({ goal }: AuditedLink, from: AuditedText, facts: Facts): HeadingGoal | null {
  if (goal.is === 'heading') return { anchor: goal.anchor, texts: [from] };
  if (goal.is !== 'article' || goal.anchor === null || facts.isCaught(goal)) return null;
  const { id, anchor, locale } = goal;
  // Of a draft, readers do not even come to the start.
  const published = (facts.byId.get(id)?.texts ?? []).filter(({ text }) => text.state === 'published');
  return { anchor, texts: locale === null ? published : published.filter((text) => text.locale === locale) };
}

/** Whether it is certain that a text has no such place: a heading without an id may get any on its page. */
function lacks({ body }: AuditedText, anchor: string): boolean {
  if (body === null || body.hasUnseen || body.headingsWithoutId > 0) return false;
  return !body.ids.has(anchor) && ![...body.ids].some((id) => decoded(id) === anchor);
}

/** Links to headings that are not there. */
export const deadAnchor: Check = {
  code: 'link-to-missing-heading',
  title: 'Links to headings that are gone',
  why: 'Readers come to the start of the page and have to look for the part that was meant.',
  help: 'Choose the heading again in the link: its address changes when the heading is made anew.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const dead = new Map<string, AuditedLink>();
      for (const link of text.links) {
        const goal = headingOf(link, text, facts);
        if (goal === null || goal.texts.length === 0) continue;
        if (goal.texts.every((one) => lacks(one, goal.anchor)) && !dead.has(link.href)) dead.set(link.href, link);
      }
      return [...dead.values()].map((link) => {
        const where = link.goal.is === 'heading' ? 'of the same text' : 'of another article';
        const anchor = quoted(`#${headingOf(link, text, facts)?.anchor ?? ''}`);
        const message = `${linkWords(link)} leads to the heading ${anchor} ${where}, which does not exist`;
        return { rank: text.rank, message, places: [placeOf(text, facts)] };
      });
    }),
};
