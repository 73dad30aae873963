import type { Element } from 'hast';
import { attribute, element, isElement } from '../../dialect/element.ts';
import { emptyParagraph } from '../../dialect/spacing.ts';
import { TooComplex } from '../../model/too-complex.ts';

/** Notes cells that are added; throws when they become too many. */
export type SpendCells = (cells: number, line: number) => void;

/** Cells added to all tables of one body: a few characters can ask for a thousand. */
const maxAdded = 50_000;

/** Counts the cells added to one body. */
export function createCellBudget(): SpendCells {
  let spent = 0;
  return (cells, line) => {
    spent += cells;
    if (spent > maxAdded) throw new TooComplex(line, `more than ${maxAdded} table cells`);
  };
}

/**
 * A table without merged cells: what they said stands in their first cell, and the others are empty.
 *
 * @param table `table` as Intercom has it, rows in one `tbody`
 * @param line where it stands, for the error
 * @returns null when no cell is merged
 * @throws TooComplex
 */
export function unmerged(table: Element, line: number, spend: SpendCells): Element | null {
  const body = table.children.find((child) => isElement(child, 'tbody'));
  if (!isElement(body)) return null;
  const rows = body.children.filter((child) => isElement(child, 'tr'));
  const cells = rows.flatMap((row) => row.children.filter((child) => isElement(child)));
  if (cells.every((cell) => span(cell, 'colSpan') === 1 && span(cell, 'rowSpan') === 1)) return null;
  /** By column, in how many rows more it is covered from above. */
  const covered: number[] = [];
  const plain = rows.map((row, index) => filledRow(row, covered, rows.length - index, (count) => spend(count, line)));
  return { ...table, children: [{ ...body, children: plain }] };
}

function filledRow(row: Element, covered: number[], rowsLeft: number, spend: (cells: number) => void): Element {
  const filled: Element[] = [];
  const fill = (): void => {
    spend(1);
    filled.push(element('td', {}, [emptyParagraph()]));
  };
  const fillCovered = (): void => {
    for (let above = covered[filled.length] ?? 0; above > 0; above = covered[filled.length] ?? 0) {
      covered[filled.length] = above - 1;
      fill();
    }
  };
  for (const cell of row.children) {
    if (!isElement(cell)) continue;
    fillCovered();
    const columns = span(cell, 'colSpan');
    const below = Math.min(span(cell, 'rowSpan'), rowsLeft) - 1;
    for (let column = 0; column < columns; column += 1) {
      covered[filled.length] = below;
      if (column > 0) fill();
      else filled.push(withoutSpans(cell));
    }
  }
  fillCovered();
  return { ...row, children: filled };
}

function withoutSpans(cell: Element): Element {
  const { colSpan: _, rowSpan: __, ...properties } = cell.properties;
  return { ...cell, properties };
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  return Number(attribute(cell, name) || 1);
}
