import { attributeOf, type HtmlElement, isHtmlElement } from '../parse.ts';

/**
 * A table as GFM writes it, one row a line, the first one as the head: Intercom's tables have none of their own. The
 * lines of a cell are put on one. Merged and coloured cells say so.
 *
 * @param cellText the blocks of a cell as Markdown
 */
export function tableAsMarkdown(table: HtmlElement, cellText: (cell: HtmlElement) => string): string {
  const rows = rowsOf(table).map((row) => row.childNodes.filter(isHtmlElement).map((cell) => cellOf(cell, cellText)));
  const rules = (rows[0] ?? []).map((_, column) => ruleOf(rows.map((cells) => cells[column])));
  const [head, ...rest] = rows.map((cells) => {
    const texts = cells.map(({ text, align, facts }, column) => {
      const own = align === null || rules[column] !== RULES['none'] ? facts : [`align=${align}`, ...facts];
      return own.length === 0 ? text : `${text} {${own.join(' ')}}`;
    });
    return `| ${texts.join(' | ')} |`;
  });
  return head === undefined ? '' : [head, `| ${rules.join(' | ')} |`, ...rest].join('\n');
}

const RULES: Readonly<Record<string, string>> = { none: '---', center: ':---:', right: '---:' };

/** What stands under the head of a column: how it is aligned, where all its cells are aligned alike. */
function ruleOf(cells: readonly (Cell | undefined)[]): string {
  const first = cells[0]?.align ?? 'none';
  const isAlike = cells.every((cell) => cell === undefined || (cell.align ?? 'none') === first);
  return (isAlike ? RULES[first] : undefined) ?? '---';
}

/** Rows in document order, those of a table inside a cell left out. */
function rowsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes
    .filter(isHtmlElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : child.tagName === 'td' ? [] : rowsOf(child)));
}

interface Cell {
  readonly text: string;
  readonly align: string | null;
  /** What Markdown has no words for. */
  readonly facts: readonly string[];
}

function cellOf(cell: HtmlElement, cellText: (cell: HtmlElement) => string): Cell {
  const blocks = cellText(cell);
  // One aligned block: as the rule of the column says it.
  const [, align = null, inside = blocks] = /^:::(center|right|justify)\n((?:(?!:::)[\s\S])*)\n:::$/.exec(blocks) ?? [];
  const background = /background-color:\s*([^;]+)/.exec(attributeOf(cell, 'style') ?? '')?.[1];
  const spans = ['colspan', 'rowspan'].flatMap((name) => {
    const value = attributeOf(cell, name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return {
    text: inside.replaceAll('|', '\\|').replace(/\\?\n+/g, '<br>'),
    align,
    facts: background === undefined ? spans : [...spans, `background=${background}`],
  };
}
