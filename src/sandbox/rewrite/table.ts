import type { Element, Properties } from 'hast';
import { blocks, type Construct, type Walk } from './context.ts';
import { attribute, element, isBlank, isElement } from './node.ts';
import { paragraph } from './paragraph.ts';
import { colourOf, declarationsOf } from './style.ts';

/**
 * Rewrites `table`: one `tbody` of plain cells in Intercom's container. Heads and feet lose their meaning,
 * `th` becomes `td`; a caption becomes the paragraph before the table.
 */
export const tableConstruct: Construct = (node, walk) => {
  const captions = node.children.filter((child) => isElement(child, 'caption'));
  const before = captions.flatMap((caption) => walk.blocks((caption as Element).children, 'dropped'));
  const rows = rowsOf(node).map((row) =>
    element(
      'tr',
      {},
      cellsOf(row).map((cell) => tableCell(cell, walk)),
    ),
  );
  const table = element('table', { role: 'presentation' }, [element('tbody', {}, rows)]);
  return blocks(...before, element('div', { className: ['intercom-interblocks-table-container'] }, [table]));
};

/** Rows of a table, in any of its sections, in order. Rows of tables inside its cells are not among them. */
export function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

/** Cells of a row, heads included. */
export function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, 'td') || isElement(child, 'th')) as Element[];
}

function tableCell(cell: Element, walk: Walk): Element {
  const inner = walk.blocks(cell.children, 'dropped');
  // A cell that was sent with nothing in it stays that way; one with only white space is an empty line.
  const children = inner.length === 0 && cell.children.some(isBlank) ? [paragraph([])] : inner;
  return element('td', { ...spansOf(cell, walk), style: cellStyle(attribute(cell, 'style'), walk) }, children);
}

/** A span of one says nothing and is not kept; nor is what is no number. */
function spansOf(cell: Element, { context }: Walk): Properties {
  if (context.quirks.cellSpans === 'dropped') return {};
  const span = (name: 'colSpan' | 'rowSpan'): number | undefined => {
    const given = Number(attribute(cell, name));
    return Number.isInteger(given) && given > 1 && given <= 1000 ? given : undefined;
  };
  return { colSpan: span('colSpan'), rowSpan: span('rowSpan') };
}

function cellStyle(style: string | undefined, { context }: Walk): string | undefined {
  const given = declarationsOf(style);
  const kept: string[] = [];
  const background = given.get('background-color');
  const dropped = context.quirks.cellBackground === 'alpha-hex-dropped' && hasAlphaHex(background);
  const colour = dropped ? undefined : colourOf(background);
  if (colour !== undefined) kept.push(`background-color: ${colour};`);
  const width = given.get('width');
  const keepsWidth = context.quirks.cellWidths === 'kept';
  if (keepsWidth && width !== undefined && /^\d+(?:\.\d+)?(?:px|%)$/.test(width)) kept.push(`width: ${width};`);
  return kept.length === 0 ? undefined : kept.join(' ');
}

/** Whether a colour is written `#rrggbbaa`, the form that a program saw Intercom reject in cells. */
export function hasAlphaHex(colour: string | undefined): boolean {
  return /^#(?:[0-9a-f]{4}|[0-9a-f]{8})$/i.test(colour ?? '');
}
