import type { Check, Found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { placeOf } from '../places.ts';
import { counted } from '../words.ts';

/** What Intercom shows where it could not fetch a picture. */
const placeholder = 'article_broken_image_placeholder';
/** Bytes from which a picture takes too long on a phone. */
const mostBytes = 5_000_000;

/** Pictures that Intercom could not fetch when the article was written: it keeps a placeholder for good. */
export const brokenPicture: Check = {
  code: 'picture-broken',
  title: 'Broken pictures',
  why: 'Intercom could not fetch the picture when the article was saved. Readers see a grey sign in its place.',
  help: 'Put the picture in again. Intercom never tries by itself.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const broken = (text.body?.pictures ?? []).filter((address) => address.includes(placeholder)).length;
      if (broken === 0) return [];
      const message = `${counted(broken, 'picture')} ${broken === 1 ? 'is' : 'are'} Intercom's placeholder for a broken one`;
      return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
};

/** Pictures that nobody can get. */
export const unreachablePicture: Check = {
  code: 'picture-unreachable',
  title: 'Pictures that do not load',
  why: 'Readers see a torn sheet, or nothing, in place of the picture.',
  help: 'Put the picture in again.',
  find: (facts) =>
    eachPicture(facts, (address, asked) =>
      asked.is === 'broken' ? `The picture ${shortened(address)} ${asked.reason}` : null,
    ),
};

/** Pictures that take long. */
export const largePicture: Check = {
  code: 'picture-too-large',
  title: 'Pictures of more than 5 MB',
  why: 'On a phone, readers wait for them and pay for them.',
  help: 'Make the picture smaller, and put it in again.',
  find: (facts) =>
    eachPicture(facts, (address, asked) => {
      if (asked.is !== 'picture' || asked.bytes === null || asked.bytes <= mostBytes) return null;
      return `The picture ${shortened(address)} has ${(asked.bytes / 1_000_000).toFixed(1)} MB`;
    }),
};

type Asked = NonNullable<Facts['pictures']> extends ReadonlyMap<string, infer Picture> ? Picture : never;

function eachPicture(facts: Facts, messageOf: (address: string, asked: Asked) => string | null): readonly Found[] {
  if (facts.pictures === null) return [];
  return facts.texts.flatMap((text) =>
    [...new Set(text.body?.pictures)].flatMap((address): readonly Found[] => {
      const asked = address.includes(placeholder) ? undefined : facts.pictures?.get(address);
      const message = asked === undefined ? null : messageOf(address, asked);
      return message === null ? [] : [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
  );
}

/** An address without the signature, which changes at every read. */
function shortened(address: string): string {
  const bare = address.replace(/[?#].*$/s, '');
  return bare.length <= 200 ? bare : `${bare.slice(0, 199)}…`;
}

/** Whether an address is one that can be asked for. */
export function isAskable(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address) && !address.includes(placeholder);
}
