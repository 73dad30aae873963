import type { Event, Token } from 'micromark-util-types';

type TokenType = Token['type'];

const lists: ReadonlySet<TokenType> = new Set<TokenType>(['listOrdered', 'listUnordered']);
const containers: ReadonlySet<TokenType> = new Set<TokenType>([...lists, 'blockQuote']);
/** What stands at the start of an item and leaves it there. */
const marks: ReadonlySet<TokenType> = new Set<TokenType>([
  'linePrefix',
  'listItemValue',
  'listItemMarker',
  'listItemPrefix',
  'listItemPrefixWhitespace',
]);
/** What may stand before the text of a line. */
const prefixes: ReadonlySet<TokenType> = new Set<TokenType>([
  'linePrefix',
  'blockQuotePrefix',
  'blockQuotePrefixWhitespace',
  'blockQuoteMarker',
  'listItemIndent',
]);

/**
 * Events with the items of their lists, which micromark tells only by what stands at their start; and with what is loose:
 * lists, and items in them. The same as `mdast-util-from-markdown` does before it makes nodes.
 *
 * @param events of one text; their tokens are changed
 */
export function withListItems(events: readonly Event[]): readonly Event[] {
  if (!events.some((event) => lists.has(event[1].type))) return events;
  const prepared: Event[] = [];
  const open: number[] = [];
  for (const event of events) {
    prepared.push(event);
    if (!lists.has(event[1].type)) continue;
    if (event[0] === 'enter') open.push(prepared.length - 1);
    // While it is the last, so that nothing shifts.
    else prepareLast(prepared, open.pop() ?? 0);
  }
  return prepared;
}

/** An event that is put in before another. */
interface Insertion {
  readonly at: number;
  readonly event: Event;
}

function prepareLast(events: Event[], start: number): void {
  const list = events.splice(start);
  const { insertions, isLoose } = itemsIn(list);
  let next = 0;
  let index = -1;
  for (const event of list) {
    index += 1;
    for (let put = insertions[next]; put?.at === index; put = insertions[next]) {
      events.push(put.event);
      next += 1;
    }
    events.push(event);
  }
  const token = list[0]?.[1];
  if (token !== undefined) token._spread = isLoose;
}

function itemsIn(list: readonly Event[]): { readonly insertions: readonly Insertion[]; readonly isLoose: boolean } {
  const insertions: Insertion[] = [];
  let depth = -1;
  let isLoose = false;
  let item: Token | null = null;
  let blankAt = 0;
  let atMarker = false;
  let index = -1;
  for (const event of list) {
    index += 1;
    const kind = event[0];
    const token = event[1];
    if (containers.has(token.type)) depth += kind === 'enter' ? 1 : -1;
    if (token.type === 'lineEndingBlank') {
      if (kind !== 'enter') continue;
      if (item !== null && !atMarker && depth === 0 && blankAt === 0) blankAt = index;
    }
    if (!marks.has(token.type)) atMarker = false;
    const begins = depth === 0 && kind === 'enter' && token.type === 'listItemPrefix';
    const ends = depth === -1 && kind === 'exit' && lists.has(token.type);
    if (!begins && !ends) continue;
    if (item !== null) {
      const tail = tailOf(list, index);
      isLoose ||= tail.isLoose;
      if (blankAt > 0 && (tail.line === 0 || blankAt < tail.line)) item._spread = true;
      item.end = { ...(tail.line > 0 ? (list[tail.line]?.[1].start ?? token.end) : token.end) };
      insertions.push({ at: tail.line || index, event: ['exit', item, event[2]] });
    }
    if (!begins) continue;
    item = { type: 'listItem', _spread: false, start: { ...token.start }, end: { ...token.start } };
    insertions.push({ at: index, event: ['enter', item, event[2]] });
    blankAt = 0;
    atMarker = true;
  }
  return { insertions, isLoose };
}

/**
 * Where an item ends before another one, or before the end of the list: at the first of the line ends before it. All but that
 * one are blank lines.
 *
 * @returns the index of that line end, 0 for none
 */
function tailOf(list: readonly Event[], before: number): { readonly line: number; readonly isLoose: boolean } {
  let line = 0;
  let isLoose = false;
  for (let index = before - 1; index >= 0; index -= 1) {
    const event = list[index];
    if (event === undefined) break;
    const [kind, token] = event;
    if (token.type === 'lineEnding' || token.type === 'lineEndingBlank') {
      if (kind === 'exit') continue;
      const below = list[line]?.[1];
      if (line > 0 && below !== undefined) {
        below.type = 'lineEndingBlank';
        isLoose = true;
      }
      token.type = 'lineEnding';
      line = index;
    } else if (!prefixes.has(token.type)) break;
  }
  return { line, isLoose };
}
