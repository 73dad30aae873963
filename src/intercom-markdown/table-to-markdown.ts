import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { attributeOf, type HtmlElement, isHtmlElement } from '../body/parse.ts';
import { type BlockContext, flowOf } from './flow-to-markdown.ts';

/** Writes a table; what its cells have beside one line of text each is lost. */
export function table(node: HtmlElement, context: BlockContext): RootContent[] {
  const rows = rowsOf(node).map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.childNodes.filter(isHtmlElement).map((cell) => cellOf(cell, context)),
    }),
  );
  return [{ type: 'table', children: rows }];
}

function rowsOf(node: HtmlElement): HtmlElement[] {
  return node.childNodes.filter(isHtmlElement).flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child)));
}

/** A cell of Markdown is one line of text. */
function cellOf(cell: HtmlElement, context: BlockContext): TableCell {
  const style = attributeOf(cell, 'style') ?? '';
  if (/background/i.test(style)) context.list.add({ is: 'cell-background' });
  if (/(?:^|[;\s])width\s*:/i.test(style)) context.list.add({ is: 'cell-width' });
  if (attributeOf(cell, 'colspan') !== null || attributeOf(cell, 'rowspan') !== null)
    context.list.add({ is: 'cell-span' });
  const blocks = flowOf(cell.childNodes, context);
  const [only] = blocks;
  const isBroken = only?.type === 'paragraph' && only.children.some(({ type }) => type === 'break' || type === 'image');
  if (blocks.length > 1 || isBroken || (only !== undefined && only.type !== 'paragraph'))
    context.list.add({ is: 'cell-blocks' });
  const lines = blocks.map(inOneLine);
  return { type: 'tableCell', children: lines.flatMap((line, index) => (index === 0 ? line : [lineEnd, ...line])) };
}

/** A line break where Markdown has none. */
const lineEnd: PhrasingContent = { type: 'html', value: '<br>' };

function inOneLine(block: RootContent): PhrasingContent[] {
  if (block.type === 'paragraph' || block.type === 'heading') {
    return block.children.map((child) => (child.type === 'break' ? lineEnd : child));
  }
  if (block.type === 'code') return [{ type: 'inlineCode', value: block.value.replaceAll('\n', ' ') }];
  if (!('children' in block)) return [];
  return (block.children as RootContent[]).flatMap((child, index) =>
    index === 0 ? inOneLine(child) : [lineEnd, ...inOneLine(child)],
  );
}
