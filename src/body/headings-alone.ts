import { eachTag } from './each-tag.ts';

/**
 * Elements that stand in a heading and change nothing but how its text looks. None else stands in one of them: HTML's rules
 * would end what is around it, and open the mark once more.
 */
const inLine = new Set(['a', 'b', 'code', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup', 'u']);
const empty = new Set(['br', 'hr', 'img']);
/** Elements around headings, and beside them: others may leave out what stands in them. */
const around = new Set([
  ...['p', 'div', 'ul', 'ol', 'li', 'pre', 'table', 'td', 'th', 'details', 'summary', 'section', 'blockquote'],
  ...['iframe', 'figure', 'figcaption', ...inLine],
]);
/** What stands in a table and nowhere else, and what it stands in: anything else is moved out of the table. */
const partsOfTables: Readonly<Record<string, readonly string[]>> = {
  ...{ thead: ['table'], tbody: ['table'], tr: ['table', 'thead', 'tbody'], td: ['tr'], th: ['tr'] },
};
const holdParts = new Set(['table', 'thead', 'tbody', 'tr']);
/** Elements inside each other, at most: what lies far deeper is not read at all, and has no heading. Tables are deeper than written. */
const mostOpen = 100;

/**
 * The headings of a body without all else, for one that is not kept: as `headings` reads them, they are the same.
 *
 * @param html as Intercom answered it
 * @returns null where that cannot be told without reading it the way browsers do
 */
export function headingsAlone(html: string): string | null {
  let alone = '';
  let begun = 0;
  const open: string[] = [];
  const isTold = eachTag(html, ({ name, closes, attributes, end }) => {
    if (empty.has(name)) return !closes && !holdParts.has(open.at(-1) ?? '');
    if (closes) {
      if (isHeading(name)) alone += html.slice(begun, end);
      return open.pop() === name;
    }
    if (!mayStand(name, open)) return false;
    if (isHeading(name)) begun = end - name.length - attributes.length - 2;
    return open.push(name) <= mostOpen;
  });
  return isTold && open.length === 0 ? alone : null;
}

const isHeading = (name: string): boolean => /^h[1-6]$/.test(name);

function mayStand(name: string, open: readonly string[]): boolean {
  const parent = open.at(-1) ?? '';
  // A link ends the one that it stands in.
  if (name === 'a' && open.includes(name)) return false;
  if (isHeading(parent) || inLine.has(parent)) return inLine.has(name);
  const parents = partsOfTables[name];
  if (parents !== undefined) return parents.includes(parent);
  return !holdParts.has(parent) && (isHeading(name) || around.has(name));
}
