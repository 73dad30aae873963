import { attributeOf, type HtmlElement, isHtmlElement } from '../parse.ts';

/**
 * A table as GFM writes it, one row a line, the first one as the head: Intercom's tables have none of their own. The
 * lines of a cell are put on one. Merged and coloured cells say so.
 *
 * @param cellText the blocks of a cell as Markdown
 */
export function tableAsMarkdown(table: HtmlElement, cellText: (cell: HtmlElement) => string): string {
  const rows = rowsOf(table).map((row) => row.childNodes.filter(isHtmlElement).map((cell) => cellOf(cell, cellText)));
  const columns = rows[0]?.length ?? 0;
  const [head, ...rest] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return head === undefined ? '' : [head, `|${' --- |'.repeat(columns)}`, ...rest].join('\n');
}

/** Rows in document order, those of a table inside a cell left out. */
function rowsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes
    .filter(isHtmlElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : child.tagName === 'td' ? [] : rowsOf(child)));
}

function cellOf(cell: HtmlElement, cellText: (cell: HtmlElement) => string): string {
  const text = cellText(cell)
    .replaceAll('|', '\\|')
    .replace(/\\?\n+/g, '<br>');
  const background = /background-color:\s*([^;]+)/.exec(attributeOf(cell, 'style') ?? '')?.[1];
  const facts = [
    ...['colspan', 'rowspan'].flatMap((name) => {
      const value = attributeOf(cell, name);
      return value === null ? [] : [`${name}=${value}`];
    }),
    ...(background === undefined ? [] : [`background=${background}`]),
  ];
  return facts.length === 0 ? text : `${text} {${facts.join(' ')}}`;
}
