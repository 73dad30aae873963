import { unescapeValue } from './escape.ts';

/** Elements whose content is text, or follows other rules. */
const elsewhere =
  /<(?:script|style|textarea|title|xmp|iframe[^>]*>[^<]|noembed|noframes|noscript|plaintext|template|select|svg|math|frameset)/i;

/** Text up to the next tag, and a tag as it is written by us and by Intercom, with its name and its attributes. */
const upToTag = /[^<]*<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)>/y;

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
  if (elsewhere.test(html)) return null;
  const ids: string[] = [];
  let at = 0;
  const last = html.lastIndexOf('<');
  while (at <= last) {
    upToTag.lastIndex = at;
    const [, name = '', said = ''] = upToTag.exec(html) ?? [];
    if (name === '') return null;
    at = upToTag.lastIndex;
    const value = /^h[1-6]$/.test(name) && html[at - said.length - name.length - 2] !== '/' ? idIn(said) : undefined;
    if (value === undefined) continue;
    // Nobody links to an empty one, and other characters may be written in many ways.
    if (value === '' || /&(?!(?:amp|quot|lt|gt);)/.test(value)) return null;
    ids.push(unescapeValue(value));
  }
  return ids;
}

function idIn(attributes: string): string | undefined {
  for (const [, name, value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) if (name === 'id') return value;
  return undefined;
}
