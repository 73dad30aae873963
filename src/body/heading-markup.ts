import { parseBody } from './parse.ts';
import { plainTextOf } from './plain-text.ts';

const heading = /(<h([1-6])(?: [^<>]*)?>)(.*?)(<\/h\2>)/gs;

/**
 * Gives headings the markup back that was sent and that Intercom strips, so that its absence is no edit. A heading with
 * markup in Intercom, or with other words, was edited there and stays.
 *
 * @param sent in the stable serialisation
 * @param stored as Intercom answered it
 */
export function withMarkupAsSent(sent: string, stored: string): string {
  const marked = new Map<string, string>();
  for (const [, , , inside = ''] of sent.matchAll(heading)) {
    const text = inside.includes('<') ? textOf(inside) : '';
    if (text !== '' && !marked.has(text)) marked.set(text, inside);
  }
  if (marked.size === 0) return stored;
  return stored.replace(heading, (whole, open: string, _level, inside: string, close: string) => {
    const was = inside.includes('<') ? undefined : marked.get(textOf(inside));
    return was === undefined ? whole : `${open}${was}${close}`;
  });
}

function textOf(html: string): string {
  return plainTextOf(parseBody(html) ?? []);
}
