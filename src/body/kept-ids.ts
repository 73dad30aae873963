import { eachTag } from './each-tag.ts';
import { unescapeValue } from './escape.ts';

/**
 * The ids of our headings where Intercom kept all of them, told without reading either body: it keeps what is sent with a
 * body of today.
 *
 * @returns null where some are others, or it cannot be told so
 */
export function keptIds(ours: string, stored: string): ReadonlyMap<string, string> | null {
  const sent = idsOf(ours);
  const found = sent === null ? null : idsOf(stored);
  if (sent === null || found === null) return null;
  const there = new Set(found);
  return sent.every((id) => there.has(id)) ? new Map(sent.map((id) => [id, id])) : null;
}

function idsOf(html: string): readonly string[] | null {
  const ids: string[] = [];
  const isTold = eachTag(html, ({ name, closes, attributes }) => {
    const value = !closes && /^h[1-6]$/.test(name) ? idIn(attributes) : undefined;
    if (value === undefined) return true;
    // Nobody links to an empty one, and other characters may be written in many ways.
    if (value === '' || /&(?!(?:amp|quot|lt|gt);)/.test(value)) return false;
    ids.push(unescapeValue(value));
    return true;
  });
  return isTold ? ids : null;
}

function idIn(attributes: string): string | undefined {
  for (const [, name, value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) if (name === 'id') return value;
  return undefined;
}
