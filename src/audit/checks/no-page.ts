import type { Check } from '../check.ts';
import { placeOf } from '../places.ts';
import { linkWords, quoted } from '../words.ts';

/** Links with an address that lacks its host: below a help centre there is no such page. */
export const linkWithoutHost: Check = {
  code: 'link-without-host',
  title: 'Links with only half an address',
  why: 'An address without "https://" and a host is looked for inside the help centre, where there is no such page.',
  help: 'Write the whole address, beginning with https://.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const distinct = new Map(text.links.flatMap((link) => (link.goal.is === 'nowhere' ? [[link.href, link]] : [])));
      const [first] = distinct.values();
      if (first === undefined) return [];
      const more = distinct.size === 1 ? '' : `; ${distinct.size - 1} more are like it`;
      return [
        {
          rank: text.rank,
          message: `${linkWords(first)} has the address ${quoted(first.href)}, at which the help centre has no page${more}`,
          ...help(first.href),
          places: [placeOf(text, facts)],
        },
      ];
    }),
};

function help(href: string): { readonly help?: string } {
  const address = href.trim();
  if (/^[^\s/@]+@[^\s/@]+\.\p{L}+$/u.test(address)) return { help: `Write mailto: before it.` };
  if (/^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|co|eu|help)(?:[/?#]|$)/i.test(address))
    return { help: 'Write https:// before it.' };
  if (/\.mdx?(?:#|$)/i.test(address)) return { help: 'It names a file: lead the link to the article made from it.' };
  return {};
}

/** Words that are an address themselves: the API was seen to leave theirs out, and what a page makes of them nobody knows. */
const isAddress = (words: string): boolean =>
  /^\S+@\S+\.\S+$|^[a-z][a-z0-9+.-]*:\S+$|^\S+\.\p{L}{2,}(?:[/?#:]\S*)?$/iu.test(words);

/** Links with words and without an address. */
export const linkWithoutAddress: Check = {
  code: 'link-without-address',
  title: 'Links without an address',
  why: 'Readers see a link, and nothing happens when they choose it.',
  help: 'Give the link its address, or take it off the words.',
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const dead = (text.body?.links ?? []).filter(
        ({ href, words, holdsMore }) => (href ?? '').trim() === '' && words !== '' && !holdsMore && !isAddress(words),
      );
      const [first] = dead;
      if (first === undefined) return [];
      const more = dead.length === 1 ? '' : `, and ${dead.length - 1} more like it`;
      const message = `${linkWords(first)} has no address${more}`;
      return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
    }),
};
