import { SYMBOLIC_SCHEME } from '../reference-url.ts';
import { trimEnd, trimStart } from '../white-space.ts';

/** What an address is for. */
export type AddressUse = 'link' | 'image';

/** Space and the control characters before it in ASCII: browsers take them off both ends of an address. */
const CONTROLS = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).join('');

const SCHEMES: Readonly<Record<AddressUse, readonly string[]>> = {
  link: ['http:', 'https:', 'mailto:', 'tel:'],
  image: ['http:', 'https:'],
};

/**
 * Checks an address and spells it as a browser reads it: no white space at its ends, no tabs and line ends in it.
 * Its scheme is read with every other control and invisible character left out as well, so that one that is
 * merely disguised counts as what it is disguised as.
 *
 * @param made symbolic addresses that we made ourselves; nobody else may use their scheme
 * @returns the address, or null when it is not to be used. An address without scheme (relative, `//host`, `#fragment`)
 *   is safe
 */
export function safeAddress(address: string, use: AddressUse, made: ReadonlySet<string>): string | null {
  const read = trimStart(trimEnd(address, CONTROLS), CONTROLS).replace(/[\t\n\r]/g, '');
  if (made.has(read)) return read;
  const bare = read.replace(/[\p{C}\p{Z}]/gu, '');
  const [scheme] = /^[^/?#\\]*?:/.exec(bare) ?? [];
  if (scheme === undefined) return read;
  const isSafe = SCHEMES[use].includes(scheme.toLowerCase()) && read.toLowerCase().startsWith(scheme.toLowerCase());
  return isSafe && scheme.toLowerCase() !== SYMBOLIC_SCHEME ? read : null;
}

/** Hosts whose videos Intercom embeds, each as it stands in a URL. */
const VIDEO_HOSTS: ReadonlySet<string> = new Set([
  'www.youtube.com',
  'youtube.com',
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  'vimeo.com',
  'fast.wistia.net',
  'fast.wistia.com',
  'www.loom.com',
  'loom.com',
  'play.vidyard.com',
  'share.vidyard.com',
  'streamio.com',
  'www.streamio.com',
]);

/** The address of a video that Intercom embeds; null for any other. Only https, and only the host itself. */
export function safeVideo(address: string): string | null {
  const whole = address.trim().startsWith('//') ? `https:${address.trim()}` : address;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return isPlain && VIDEO_HOSTS.has(url.hostname) ? url.href : null;
}

/** The address of a page that Intercom has embedded already; null for what no page can be embedded by. Only https. */
export function keptFrame(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' ? address : null;
}
