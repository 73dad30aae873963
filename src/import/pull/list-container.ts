import type { List } from 'mdast';
import { parseMarkdown } from '../../dialect/syntax/parse.ts';
import { noValues } from '../../model/variables.ts';
import type { ChildEdit, Container, Reader } from './container.ts';
import { containerOf } from './line-container.ts';

/** An item's lines in the list's text, from the first to the one behind the last that is not empty. */
type Range = readonly [from: number, to: number];

/** Takes a list apart into its items; null where it is written with tabs or nothing but a list. */
export function openList(text: string, reader: Reader): Container | null {
  const lines = text.split('\n');
  const [list] = parseMarkdown(text, noValues).children;
  if (list?.type !== 'list') return null;
  const ranges = itemsOf(list, lines);
  const children = ranges.map((range) => lines.slice(...range).join('\n'));
  const markers = children.map(markerOf);
  if (markers.includes(null)) return null;
  return {
    kind: 'list',
    head: list.ordered === true ? `${list.start ?? 1}.` : '-',
    children,
    keys: children.map(insideOf),
    isBare: true,
    inStyle: (at, item) => inStyleOf(children[at] ?? '', item),
    open: (at) => openItem(children[at] ?? '', reader),
    edited: (edits, head) => (head === null ? written(lines, ranges, children, edits) : null),
  };
}

function itemsOf({ children }: List, lines: readonly string[]): readonly Range[] {
  const starts = children.map(({ position }) => (position?.start.line ?? 1) - 1);
  return starts.map((from, index): Range => {
    let to = starts[index + 1] ?? lines.length;
    while (to > from + 1 && lines[to - 1]?.trim() === '') to -= 1;
    return [from, to];
  });
}

/** What an item begins with. */
interface Marker {
  /** With the spaces around it: `*   `. */
  readonly text: string;
  /** Its number; null for a bullet. */
  readonly number: number | null;
}

/** @returns null where it is written with tabs */
function markerOf(item: string): Marker | null {
  const [, sign = '', number, spaces = ''] = /^( {0,3}(?:[-*+]|(\d{1,9})[.)]))([ \t]*)/.exec(item) ?? [];
  if (sign === '' || spaces.includes('\t') || /^ *\t/m.test(item)) return null;
  const isText = item.length > sign.length + spaces.length && item[sign.length + spaces.length] !== '\n';
  const width = isText && spaces.length <= 4 ? spaces.length : 1;
  return { text: sign + ' '.repeat(width), number: number === undefined ? null : Number(number) };
}

/** An item's text as if it stood alone. */
function insideOf(item: string): string {
  const width = markerOf(item)?.text.length ?? 0;
  const [first = '', ...rest] = item.split('\n');
  return [first.slice(width), ...rest.map((line) => unindented(line, width))].join('\n');
}

function unindented(line: string, width: number): string {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(spaces, width));
}

function openItem(item: string, reader: Reader): Container | null {
  const marker = markerOf(item);
  if (marker === null) return null;
  const width = marker.text.length;
  const lines = item
    .split('\n')
    .map((raw, at) => ({ raw, text: at === 0 ? raw.slice(width) : unindented(raw, width) }));
  const prefix = { first: marker.text, rest: ' '.repeat(width) };
  return containerOf({ kind: 'item', lines, headLines: 0, tailLines: 0, prefix }, reader);
}

function written(
  lines: readonly string[],
  ranges: readonly Range[],
  children: readonly string[],
  edits: readonly ChildEdit[],
): string | null {
  const isLoose = ranges.some(([from], at) => at > 0 && lines[from - 1]?.trim() === '');
  const gap = isLoose ? [''] : [];
  const items: { readonly lines: readonly string[]; readonly text: string }[] = [];
  for (let at = 0; at <= ranges.length; at += 1) {
    const own = edits.filter((edit) => edit.at === at);
    const like = children[at] ?? children[at - 1] ?? '';
    for (const edit of own) if (edit.do === 'add') items.push({ lines: gap, text: inStyleOf(like, edit.text) });
    const item = children[at];
    const put = own.find((edit) => edit.do !== 'add');
    if (item === undefined || put?.do === 'drop') continue;
    const between = at === 0 ? gap : lines.slice(ranges[at - 1]?.[1] ?? 0, ranges[at]?.[0]);
    items.push({ lines: between, text: put?.do === 'put' ? inStyleOf(item, put.text) : item });
  }
  if (items.length === 0) return null;
  const texts = renumbered(
    items.map(({ text }) => text),
    children,
  );
  return texts.flatMap((text, at) => [...(at === 0 ? [] : (items[at]?.lines ?? [])), text]).join('\n');
}

/** An item that begins as another one does. */
function inStyleOf(like: string, item: string): string {
  const [own, other] = [markerOf(item), markerOf(like)];
  if (own === null || other === null || own.text === other.text) return item;
  const space = ' '.repeat(other.text.length);
  const [first = '', ...rest] = insideOf(item).split('\n');
  return [other.text + first, ...rest.map((line) => (line === '' ? '' : space + line))].join('\n');
}

/** Items that were counted are counted again. */
function renumbered(items: readonly string[], before: readonly string[]): readonly string[] {
  const numbers = before.map((item) => markerOf(item)?.number ?? null);
  const [start] = numbers;
  if (start === undefined || start === null) return items;
  const isCounted = numbers.every((number, at) => number === start + at);
  return items.map((item, at) => {
    const own = markerOf(item)?.number ?? null;
    const number = at === 0 || isCounted ? start + (isCounted ? at : 0) : own;
    const isSameWidth = String(number).length === String(own).length;
    return own === null || !isSameWidth ? item : item.replace(/\d+/, String(number));
  });
}
