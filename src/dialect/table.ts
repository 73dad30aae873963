import type { Element, ElementContent } from 'hast';
import type { Table } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Construct, ElementRule, Preparing, Shape } from './construct.ts';
import {
  alignmentIn,
  attribute,
  classes,
  element,
  isElement,
  isSpace,
  isVisible,
  plainText,
  styles,
  text,
} from './element.ts';
import { namesOfIcons, sayIconLost } from './icon.ts';
import { emptyParagraph, spaced } from './spacing.ts';
import { isColour } from './style.ts';
import { tableAsMarkdown } from './table-markdown.ts';
import { wrap } from './wrap.ts';

const containerClass = 'intercom-interblocks-table-container';

/**
 * Tables: one body of plain cells. Head cells have no counterpart, so their text is bold; a head row with
 * nothing in it is left out. Merged cells and the colour and width of cells are kept.
 */
const table: ElementRule = (node, shape) => {
  const captions = node.children.filter((child) => isElement(child, 'caption'));
  const before = captions.flatMap((caption) => shape.blocks(caption.children));
  const isKept = node.data?.kept === true;
  if (shape.within.includes('cell') && !isKept) {
    shape.report('nested-table', {}, node.position);
    return [...before, ...rowsOf(node).map((row) => rowAsText(row, shape))];
  }
  const rows = rowsOf(node).filter((row) => !isEmptyHead(row));
  if (rows.every((row) => cellsOf(row).length === 0)) return before;
  if (shape.within.includes('item') && !isKept) shape.report('table-in-list', {}, node.position);
  const inner = shape.aligned(null).inside('cell');
  const body = element(
    'tbody',
    {},
    rows.map((row) =>
      element(
        'tr',
        {},
        cellsOf(row).map((cell) => cellOf(cell, row, inner)),
      ),
    ),
  );
  return [
    ...before,
    element('div', { className: [containerClass] }, [
      {
        ...element('table', { role: 'presentation' }, [body]),
        ...(isKept ? { data: { position: {}, kept: true } } : {}),
      },
    ]),
  ];
};

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, 'td', 'th')) as Element[];
}

function isEmptyHead(row: Element): boolean {
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th' && cell.children.every(isSpace));
}

function cellOf(cell: Element, row: Element, shape: Shape): Element {
  const blocks = blocksOf(cell, shape.aligned(alignmentIn(cell, null)));
  const isHead = cell.tagName === 'th';
  const content =
    blocks.length === 0 ? [emptyParagraph()] : spaced(isHead ? blocks.map(bold) : blocks, 'cell', shape.spacing);
  return element('td', { ...spans(cell), ...styleOf(cell, row, shape) }, content);
}

/** What is in a cell; of icons alone their names. */
function blocksOf({ children }: Element, shape: Shape): Element[] {
  const blocks = shape.blocks(children);
  if (isVisible(blocks)) return blocks;
  const names = namesOfIcons(children, true);
  if (names.length > 0) return shape.blocks(names);
  sayIconLost(children, shape);
  return blocks;
}

/** The text of a head cell in bold, unless it is already. */
function bold(block: Element): Element {
  if (block.tagName !== 'p' || block.data !== undefined) return block;
  const shown = block.children.filter((child) => !isSpace(child));
  if (shown.length === 0 || (shown.length === 1 && isElement(shown[0], 'b'))) return block;
  return { ...block, children: wrap(block.children, (children) => element('b', {}, children)) };
}

function spans(cell: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [property, name] of [
    ['colSpan', 'colSpan'],
    ['rowSpan', 'rowSpan'],
  ] as const) {
    const count = Number(attribute(cell, property));
    if (Number.isInteger(count) && count > 1 && count <= 1000) found[name] = String(count);
  }
  return found;
}

function styleOf(cell: Element, row: Element, shape: Shape): { style?: string } {
  const own = styles(cell);
  const colour = [
    own.get('background-color'),
    own.get('background'),
    attribute(cell, 'bgColor'),
    styles(row).get('background-color'),
    attribute(row, 'bgColor'),
  ].find((value) => isColour(value) || isColourName(value));
  if (isColourName(colour)) shape.report('style-lost', { element: 'td', lost: 'background-color' }, cell.position);
  const width = /^(\d+(?:\.\d+)?)(px)?$/.exec(own.get('width') ?? attribute(cell, 'width'))?.[1];
  const style = [
    ...(isColour(colour) ? [`background-color: ${writable(colour)};`] : []),
    ...(width === undefined ? [] : [`width: ${width}px;`]),
  ].join(' ');
  return style === '' ? {} : { style };
}

/** `red` and the like, which Intercom does not keep. */
function isColourName(value: string | undefined): boolean {
  return /^[a-z]{3,20}$/i.test(value ?? '');
}

/** `#d7efdc80` as `rgba(215, 239, 220, 0.5)`: Intercom writes the first in cells, and was seen to take only the second. */
function writable(colour: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return colour;
  const [red, green, blue, alpha] = match.slice(1).map((digits) => Number.parseInt(digits, 16));
  return `rgba(${red}, ${green}, ${blue}, ${Math.round(((alpha ?? 255) / 255) * 100) / 100})`;
}

function rowAsText(row: Element, shape: Shape): Element {
  const cells = cellsOf(row).map((cell) => plainText(shape.pieces(cell.children)).trim());
  const children: ElementContent[] = [text(cells.join(' | '))];
  return { ...emptyParagraph(), children };
}

/**
 * Intercom's container is taken off and put back, so that both spellings become one. With `data-kept` a table stays where
 * Intercom has it, though it takes none there.
 */
const container: ElementRule = (node, shape) => {
  const isKept = node.properties.dataKept !== undefined && isRefused(shape);
  if (!isKept) return shape.blocks(node.children);
  shape.report('stored-kept', { what: 'a table in a table or list' }, node.position);
  const tables = node.children.filter((child) => isElement(child, 'table'));
  return shape.blocks(tables.map((table) => ({ ...table, data: { position: {}, ...table.data, kept: true } })));
};

/** Whether Intercom refuses a table here. */
function isRefused({ within }: Shape): boolean {
  return within.includes('cell') || within.includes('item');
}

/** GFM leaves out cells beyond the columns of the head. */
function extraCells(node: Table, { report }: Preparing): void {
  const columns = node.align?.length ?? 0;
  for (const row of node.children) {
    for (const cell of row.children.slice(columns)) {
      const lost = toText(cell).trim();
      if (lost !== '') report('table-cells', { text: lost }, cell.position);
    }
  }
}

export const tables: Construct = {
  name: 'table',
  toHtml: { nodes: { table: extraCells }, elements: { table, [`div.${containerClass}`]: container } },
  toMarkdown: { table: ([block], writing) => tableAsMarkdown(block, writing) },
};

/** Whether a block is a table in its container, of which Intercom takes none in lists. */
export function isTable(block: Element): boolean {
  const [inner] = block.children;
  return classes(block).includes(containerClass) && !(isElement(inner) && inner.data?.kept === true);
}
