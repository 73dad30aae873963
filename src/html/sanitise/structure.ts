import type { Element, ElementContent } from 'hast';
import { safeProperties } from './attributes.ts';
import { inPlaceOf, isBlock, isNamed, isSpace, textBelow, textNode } from './nodes.ts';
import type { Spot } from './spot.ts';

/** A list holds items and nothing else: what stands between two belongs to the first. */
export function rebuildList(node: Element, made: Element, spot: Spot): readonly ElementContent[] {
  const items: Element[] = [];
  const inside: Spot = { ...spot, refusesTable: true };
  for (const child of node.children) {
    if (isNamed(child, 'li')) {
      const properties = safeProperties(child, 'li', spot.course.report);
      items.push(inPlaceOf(child, 'li', properties, spot.course.clean(child.children, inside)));
      continue;
    }
    const stray = spot.course.clean([child], inside);
    if (isSpace(stray)) continue;
    const last = items.at(-1);
    if (last === undefined) items.push(inPlaceOf(node, 'li', {}, stray));
    else last.children.push(...stray);
  }
  return items.length === 0 ? [] : [{ ...made, children: items }];
}

/**
 * A table holds one `tbody`, rows and cells; head cells are cells with bold text. What stands elsewhere in it comes
 * before it. Where Intercom refuses a table, each row becomes a paragraph.
 */
export function rebuildTable(node: Element, made: Element, spot: Spot): readonly ElementContent[] {
  const { clean, report } = spot.course;
  const before: ElementContent[] = [];
  const rows: Element[] = [];
  collectRows(node, rows, (child) => before.push(...clean([child], spot)));
  const cells = rows.map((row) => row.children.filter((child) => isNamed(child, 'td', 'th')));
  const head = cells.flat().find((cell) => cell.tagName === 'th');
  if (head !== undefined) report({ kind: 'element-replaced', node: head, name: 'th' });
  if (cells.flat().length === 0) return before;
  if (spot.refusesTable && node.data?.kept !== true) {
    report({ kind: 'element-unwrapped', node, name: 'table' });
    return [...before, ...cells.map((row) => rowAsText(node, row, spot))];
  }
  const inside: Spot = { ...spot, refusesTable: true };
  const body = cells.map((row, index) =>
    inPlaceOf(
      rows[index] ?? node,
      'tr',
      {},
      row.map((cell) => cellOf(cell, inside)),
    ),
  );
  return [...before, { ...made, children: [inPlaceOf(node, 'tbody', {}, body)] }];
}

/** A collapsible section holds its summary first, then the rest. */
export function rebuildDetails(node: Element, made: Element, spot: Spot): readonly ElementContent[] {
  const { clean, report } = spot.course;
  const summary = node.children.find((child): child is Element => isNamed(child, 'summary'));
  const rest = clean(
    node.children.filter((child) => child !== summary),
    spot,
  );
  if (summary === undefined) return [{ ...made, children: rest }];
  const title = inPlaceOf(
    summary,
    'summary',
    safeProperties(summary, 'summary', report),
    clean(summary.children, spot),
  );
  return [{ ...made, children: [title, ...rest] }];
}

function collectRows(node: Element, rows: Element[], stray: (child: ElementContent) => void): void {
  for (const child of node.children) {
    if (isNamed(child, 'tr')) rows.push(child);
    else if (isNamed(child, 'thead', 'tbody', 'tfoot') && node.tagName === 'table') collectRows(child, rows, stray);
    else if (!isSpace([child])) stray(child);
  }
}

function cellOf(cell: Element, spot: Spot): Element {
  const children = spot.course.clean(cell.children, spot);
  const isHead = cell.tagName === 'th' && !children.some(isBlock);
  const shown = isHead && !isSpace(children) ? [inPlaceOf(cell, 'b', {}, children)] : children;
  return inPlaceOf(cell, 'td', safeProperties(cell, 'td', spot.course.report), shown);
}

function rowAsText(node: Element, cells: readonly Element[], spot: Spot): Element {
  const shown = cells.map((cell) =>
    textBelow({ type: 'root', children: spot.course.clean(cell.children, spot) }).trim(),
  );
  const text = shown.join(' | ');
  return inPlaceOf(node, 'p', {}, [textNode(text)]);
}
