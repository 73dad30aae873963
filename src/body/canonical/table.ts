import { type HtmlElement, type HtmlNode, isHtmlElement } from '../parse.ts';
import { attributesOf } from './attributes.ts';
import { addBlock, type Flow, filledBlocksOf, type Read, walk } from './flow.ts';
import type { Mark } from './lines.ts';
import { type CanonicalElement, element } from './node.ts';

const tableSections = new Set(['thead', 'tbody', 'tfoot']);

/**
 * Table: one `tbody` with all rows, cells without heads, every cell with blocks in it. A caption is the text
 * before the table.
 */
export const readTable: Read = (html, flow, marks) => {
  for (const node of html.childNodes) {
    if (isHtmlElement(node) && node.tagName === 'caption') walk([node], flow, marks);
  }
  const rows = rowsOf(html.childNodes, flow, marks);
  addBlock(flow, element('table', attributesOf(html), [element('tbody', '', rows)]));
};

function rowsOf(nodes: readonly HtmlNode[], flow: Flow, marks: readonly Mark[]): readonly CanonicalElement[] {
  return nodes.filter(isHtmlElement).flatMap((node) => {
    if (tableSections.has(node.tagName)) return rowsOf(node.childNodes, flow, marks);
    return node.tagName === 'tr' ? [element('tr', attributesOf(node), cellsOf(node, flow, marks))] : [];
  });
}

function cellsOf(row: HtmlElement, flow: Flow, marks: readonly Mark[]): readonly CanonicalElement[] {
  return row.childNodes
    .filter(isHtmlElement)
    .filter((node) => node.tagName === 'td' || node.tagName === 'th')
    .map((cell) => element('td', attributesOf(cell), filledBlocksOf(cell.childNodes, flow.context, marks)));
}
