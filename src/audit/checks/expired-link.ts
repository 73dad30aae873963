import type { Check } from '../check.ts';
import { placeOf } from '../places.ts';
import { linkWords } from '../words.ts';

/** Seconds by which the clocks of two machines may differ. */
const grace = 86_400;

/**
 * When a signed address ceases to be answered, in Unix seconds; null where it says nothing of it.
 *
 * @param href absolute; read by the rules of CloudFront and S3 (`Expires`, `Signature`), and of AWS and Google (`X-…-Date`)
 */
export function expiryOf(href: string): number | null {
  if (!URL.canParse(href)) return null;
  const asked = new Map([...new URL(href).searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const until = asked.get('expires') ?? '';
  if (asked.has('signature') && /^\d{10}$/.test(until)) return Number(until);
  for (const kind of ['amz', 'goog']) {
    const [, ...at] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(asked.get(`x-${kind}-date`) ?? '') ?? [];
    const seconds = asked.get(`x-${kind}-expires`) ?? '';
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = at.map(Number);
    if (at.length > 0 && asked.has(`x-${kind}-signature`) && /^\d{1,7}$/.test(seconds))
      return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + Number(seconds);
  }
  return null;
}

/** Links to files whose signed address has run out. Pictures are left alone: Intercom signs theirs anew at every read. */
export const expiredLink: Check = {
  code: 'link-expired',
  title: 'Links that have run out',
  why: 'The address was signed for a time that is over, so readers get an error in place of the file.',
  help: 'Put the file where it has a lasting address, and lead the link there.',
  find: (facts) =>
    facts.texts.flatMap((text) =>
      text.links.flatMap((link) => {
        const until = link.goal.is === 'elsewhere' ? expiryOf(link.href) : null;
        if (until === null || until > facts.now - grace) return [];
        const day = new Date(until * 1000).toISOString().slice(0, 10);
        const message = `${linkWords(link)} was good until ${day}`;
        return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
      }),
    ),
};
