import type { Flavour } from '../flavour/flavour.ts';

/** Characters of front matter in which the address is looked for. */
const mostOfFront = 20_000;

/**
 * Gives a page that its tool shows as a link only, to where it really is, that link as its text: in a line that the front
 * matter leaves blank, so that positions hold.
 *
 * @param text the file
 * @param body the same with its front matter blanked out
 * @returns the body; the same where the page has a text, or no address
 */
export function withAddress(
  text: string,
  { body, fields }: { readonly body: string; readonly fields: { readonly title?: string } },
  { keys }: Pick<Flavour, 'keys'>,
): string {
  if (keys.elsewhere === undefined || body.trim() !== '') return body;
  const end = text.indexOf('\n---', 3);
  const front = end < 0 ? '' : text.slice(0, Math.min(end, mostOfFront));
  const written = new RegExp(`^(?:${keys.elsewhere.join('|')}):[ \\t]*(["']?)(https?://[^\\s"'<>]+)\\1[ \\t]*$`, 'm');
  const address = written.exec(front)?.[2];
  if (address === undefined) return body;
  const name = (fields.title ?? address).replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
  return `[${name}](<${address}>)${body}`;
}
