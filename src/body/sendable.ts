import type { Choices } from './canonical/flow.ts';
import { elementsIn } from './elements-in.ts';
import { attributeOf } from './parse.ts';
import { parseReference } from './reference-url.ts';
import { keptSchemes, writtenSchemes } from './schemes.ts';

/**
 * What a comparison leaves out because it can never be sent: the address of a link that a browser might run or that
 * Intercom would drop, an image that cannot be fetched from anywhere, a frame of an address that is none. The words stay.
 */
export const sendableOnly: Required<Pick<Choices, 'dropsLink' | 'dropsImage' | 'dropsFrame'>> = {
  dropsLink: (href) => href !== null && !isSendableLink(href),
  dropsImage: (source) => !isSendableImage(source),
  dropsFrame: (source) => !isSendableFrame(source),
};

/** What stands before the first colon, where that can be read as a scheme: no path, query or fragment begins before it. */
function schemeOf(address: string): string | null {
  return /^([^:/?#]*):/.exec(address)?.[1] ?? null;
}

function isSendableLink(href: string): boolean {
  const address = href.trim();
  const scheme = schemeOf(address);
  if (scheme === null || keptSchemes.includes(scheme) || parseReference(address) !== null) return true;
  if (!writtenSchemes.includes(scheme.toLowerCase())) return false;
  // One that cannot be opened is kept to the letter, and the sanitising pass knows schemes in small letters alone.
  return scheme === scheme.toLowerCase() || !/^https?$/i.test(scheme) || URL.canParse(address);
}

/** Relative addresses of images lead nowhere in Intercom, and would be taken for files of ours. */
function isSendableImage(source: string): boolean {
  const address = source.trim();
  if (parseReference(address) !== null) return true;
  const whole = address.startsWith('//') ? `https:${address}` : address;
  return /^https?:\/\//i.test(whole) && URL.canParse(whole);
}

/** Whether a page may stand in a frame: only https, and no name and password in its address. */
export function isSendableFrame(source: string): boolean {
  if (!source.startsWith('https://') || !URL.canParse(source)) return false;
  const { username, password } = new URL(source);
  return username === '' && password === '';
}

/** Addresses of a stored body that no write can send, in document order. */
export interface Unsendable {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly frames: readonly string[];
}

/**
 * What a write would take from a stored body, since it cannot be sent.
 *
 * @param stored as Intercom has it
 * @returns null where all of it can be sent
 */
export function unsendableIn(stored: string): Unsendable | null {
  const addresses = (name: string, attribute: string, drops: (address: string) => boolean): readonly string[] =>
    elementsIn(stored, [name])
      .map((element) => attributeOf(element, attribute))
      .flatMap((address) => (address === null ? [] : [address.trim()]))
      .filter(drops);
  const found = {
    links: addresses('a', 'href', sendableOnly.dropsLink),
    images: addresses('img', 'src', sendableOnly.dropsImage),
    frames: addresses('iframe', 'src', (source) => sendableOnly.dropsFrame(source)),
  };
  return found.links.length + found.images.length + found.frames.length === 0 ? null : found;
}

/** The same as a note on a text that is written into a file; none where all of it can be sent. */
export function unsendableNotes(stored: string): readonly string[] {
  const found = unsendableIn(stored);
  return found === null ? [] : [`with the next write of the article ${unsendableText(found)}`];
}

/** Addresses of one kind that are named one by one. */
const named = 3;

/** What a write takes, in a clause: `1 link loses its address ("slack://x")`. */
export function unsendableText({ links, images, frames }: Unsendable): string {
  const clause = (found: readonly string[], one: string, more: string): readonly string[] => {
    if (found.length === 0) return [];
    const shown = found
      .slice(0, named)
      .map((address) => `"${address.length > 60 ? `${address.slice(0, 59)}…` : address}"`);
    const rest = found.length > named ? `, and ${found.length - named} more` : '';
    return [`${found.length === 1 ? `1 ${one}` : `${found.length} ${more}`} (${shown.join(', ')}${rest})`];
  };
  return [
    ...clause(links, 'link loses its address', 'links lose their addresses'),
    ...clause(images, 'image is lost', 'images are lost'),
    ...clause(frames, 'frame is lost', 'frames are lost'),
  ].join('; ');
}
