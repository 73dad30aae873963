import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What an element may stand in. */
type Place =
  /** Text and its marks: they stand anywhere but between the parts of a table. */
  | 'inline'
  /** What ends an open paragraph: where none is open, nothing is ended. */
  | 'block'
  /** Nothing else than straight in one of these. */
  | ReadonlySet<string>;

const lists = new Set(['ul', 'ol']);
const tableBodies = new Set(['thead', 'tbody', 'tfoot']);
const inTable = new Set(['table']);
const inRow = new Set(['tr']);

const each = (names: string, place: Place): readonly (readonly [string, Place])[] =>
  names.split(' ').map((name) => [name, place] as const);

/** Elements of which it is known here how HTML's rules read them where they are written with both their tags. */
const places: ReadonlyMap<string, Place> = new Map([
  ...each('a b br code del em i iframe img ins kbd mark s small span strong sub sup u', 'inline'),
  ...each('blockquote details div figcaption figure h1 h2 h3 h4 h5 h6 hr ol p pre section summary table ul', 'block'),
  ...each('li', lists),
  ...each('thead tbody tfoot', inTable),
  ...each('tr', tableBodies),
  ...each('td th', inRow),
]);

/** Elements without content. */
const voids = new Set(['br', 'hr', 'img']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Where text and its marks would be put before the table. */
const betweenCells = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
/** Nothing real lies as deep. */
const mostDepth = 100;

/** With a few dozen attributes at most: each is held against those before it. */
const openTag = /<([a-z][a-z0-9]*)((?:[ \n]+[a-z][a-z0-9-]*(?:="[^"\0\r]*")?){0,50})[ \n]*(\/?)>/y;
const attribute = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/g;
const closeTag = /<\/([a-z][a-z0-9]*)>/y;
const reference = /&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,6})|#x([0-9a-fA-F]{1,5}));/g;
/** An ampersand that begins none of those, and is not plainly itself. */
const otherAmpersand = /&(?![ \n]|$|(?:amp|lt|gt|quot|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});)/;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Reads HTML that is written as Intercom and this program write it: every element opened and closed, nothing that HTML's
 * rules would move, close or open by themselves. That takes a fraction of the time that all rules take.
 *
 * @param text any text
 * @returns top-level nodes, the same that parse5 makes; null where the text may need more than this knows
 */
export function parseWellFormed(text: string): readonly HtmlNode[] | null {
  const fragment = defaultTreeAdapter.createDocumentFragment();
  const open: Element[] = [];
  let top: Parent = fragment;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    if (next !== at) {
      const value = decoded(text.slice(at, next === -1 ? text.length : next));
      if (value === null || !takesText(open.at(-1), value)) return null;
      defaultTreeAdapter.insertText(top, value);
      if (next === -1) break;
    }
    closeTag.lastIndex = next;
    const closing = closeTag.exec(text);
    if (closing !== null) {
      if (open.pop()?.tagName !== closing[1]) return null;
      top = open.at(-1) ?? fragment;
      at = closeTag.lastIndex;
      continue;
    }
    openTag.lastIndex = next;
    const opening = openTag.exec(text);
    const element = opening === null ? null : elementOf(opening, open);
    if (element === null) return null;
    at = openTag.lastIndex;
    defaultTreeAdapter.appendChild(top, element);
    if (voids.has(element.tagName)) continue;
    if (!beginsPlainly(element.tagName, text, at)) return null;
    open.push(element);
    top = element;
  }
  return open.length === 0 ? fragment.childNodes : null;
}

/** The element of an opening tag; null where HTML's rules would do more than put it here. */
function elementOf([, name = '', attributes = '', slash]: RegExpExecArray, open: readonly Element[]): Element | null {
  const isEmpty = voids.has(name);
  if ((slash === '/' && !isEmpty) || open.length > mostDepth || !fits(name, open)) return null;
  const attrs = attributesOf(attributes);
  return attrs === null ? null : defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);
}

function fits(name: string, open: readonly Element[]): boolean {
  const place = places.get(name);
  const parent = open.at(-1)?.tagName ?? '';
  if (place === undefined) return false;
  // It ends a paragraph that is open, also one around an element around it.
  if (place !== 'inline' && open.some(({ tagName }) => tagName === 'p')) return false;
  if (typeof place === 'object') return place.has(parent);
  if (betweenCells.has(parent)) return false;
  if (name === 'a') return !open.some(({ tagName }) => tagName === 'a');
  return !(headings.has(name) && headings.has(parent));
}

/** Whether the content of an element that was just opened is read as any other. */
function beginsPlainly(name: string, text: string, at: number): boolean {
  // A newline right at its start is none.
  if (name === 'pre') return text[at] !== '\n';
  // What is in one is no HTML.
  return name !== 'iframe' || text.startsWith('</iframe>', at);
}

function takesText(parent: Element | undefined, value: string): boolean {
  return parent === undefined || !betweenCells.has(parent.tagName) || /^[ \n\t]*$/.test(value);
}

function attributesOf(text: string): { name: string; value: string }[] | null {
  const found: { name: string; value: string }[] = [];
  if (text === '') return found;
  for (const [, name = '', written = ''] of text.matchAll(attribute)) {
    const value = decoded(written);
    // Of two of one name, the first counts.
    if (value === null || found.some((other) => other.name === name)) return null;
    found.push({ name, value });
  }
  return found;
}

/** Text with its character references as what they stand for; null where one is another than the few that are written. */
function decoded(text: string): string | null {
  if (/[\0\r\f\ufeff]/.test(text)) return null;
  if (!text.includes('&')) return text;
  if (otherAmpersand.test(text)) return null;
  let isUsual = true;
  const plain = text.replace(reference, (written, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return named[name] ?? written;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    isUsual &&= isItself(point);
    return isUsual ? String.fromCodePoint(point) : written;
  });
  return isUsual ? plain : null;
}

/** Whether a reference with this number stands for the character of that number: those to controls do not. */
function isItself(point: number): boolean {
  return (
    (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xd7ff) || (point >= 0x10000 && point <= 0x1fffd)
  );
}
