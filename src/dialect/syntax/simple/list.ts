import type { List, ListItem } from 'mdast';
import type { Beginning, Read } from './beginning.ts';
import { behindBlank, mostDepth, type ReadBlock, readContent } from './content.ts';
import type { Lines } from './lines.ts';

const markerPattern = /(?:([-*+])|(\d{1,9})([.)])) {1,4}(?=[^ \n])/y;
const itemPattern = /(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/my;
/** Nothing but marks of one kind: the whole line may be a thematic break. */
const onlyMarks = /(?:-[- ]*|\*[* ]*|_[_ ]*)$/my;

/** How an item begins. */
interface Marker {
  /** The character that all items of one list have. */
  readonly sign: string;
  /** Of an ordered list. */
  readonly number: number | null;
  readonly width: number;
}

/**
 * Reads a list whose items stand under each other, and whose blocks begin at one column.
 *
 * @param readBlock reads what is in an item
 */
export function readList(beginning: Beginning, readBlock: ReadBlock): Read<List> | null {
  const { lines, indent, depth } = beginning;
  const first = markerAt(beginning);
  if (first === null || depth === mostDepth) return null;
  const children: ListItem[] = [];
  let isLoose = false;
  let marker = first;
  for (let { line } = beginning; ; ) {
    const item = readItem({ ...beginning, line }, marker, readBlock);
    if (item === null) return null;
    children.push(item.node);
    line = behindBlank(lines, item.next);
    const isApart = line > item.next;
    if (lines.indentOf(line) > indent) return null;
    const next = lines.indentOf(line) === indent ? markerAt({ ...beginning, line }) : null;
    if (next?.sign === first.sign) {
      isLoose ||= isApart;
      marker = next;
    } else if (lines.indentOf(line) === indent && (!isApart || (next === null && beginsItem(lines, line, indent))))
      return null;
    else return { node: listOf(first, children, isLoose), next: item.next };
  }
}

/** Whether a marker of an item stands there, with or without text behind it. */
export function beginsItem(lines: Lines, line: number, indent: number): boolean {
  itemPattern.lastIndex = lines.startOf(line) + indent;
  return itemPattern.test(lines.text);
}

function listOf({ number }: Marker, children: ListItem[], spread: boolean): List {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  const position = start && end && { start: { ...start }, end: { ...end } };
  return { type: 'list', ordered: number !== null, start: number, spread, children, position };
}

function markerAt({ lines, line, indent }: Beginning): Marker | null {
  markerPattern.lastIndex = lines.startOf(line) + indent;
  const [whole, bullet, digits = '', delimiter = ''] = markerPattern.exec(lines.text) ?? [];
  if (whole === undefined) return null;
  return { sign: bullet ?? delimiter, number: bullet === undefined ? Number(digits) : null, width: whole.length };
}

function readItem(beginning: Beginning, { width }: Marker, readBlock: ReadBlock): Read<ListItem> | null {
  const { lines, line, indent, depth } = beginning;
  const at = lines.startOf(line) + indent;
  onlyMarks.lastIndex = at + width;
  if (beginsItem(lines, line, indent + width) || onlyMarks.test(lines.text)) return null;
  const content = readContent({ ...beginning, indent: indent + width, depth: depth + 1 }, readBlock);
  const last = content?.node.at(-1)?.position?.end;
  if (content === null || last === undefined) return null;
  const position = { start: lines.pointIn(line, at), end: { ...last } };
  const { node: children, isSpread: spread, next } = content;
  return { node: { type: 'listItem', spread, checked: null, children, position }, next };
}
