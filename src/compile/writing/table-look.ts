import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Look, Looking } from './look.ts';

/** Characters that fit beside each other on a phone of 360 pixels, in the help centre's letters. */
const room = 42;
/** What the space on both sides of a cell takes. */
const between = 3;
/** What a picture takes. */
const picture = 6;

/** Tables whose longest words do not fit beside each other on a phone. */
export function tableLook({ rules: { codes }, report }: Looking): Look | null {
  if (!codes.has('table-wide')) return null;
  return (node, { at }) => {
    if (node.type !== 'element' || node.tagName !== 'table') return;
    const widths: number[] = [];
    for (const row of rowsOf(node)) {
      const cells = row.children.filter(isCell);
      for (const [column, cell] of cells.entries())
        widths[column] = Math.max(widths[column] ?? 0, widthOf(cell) + between);
    }
    const needed = widths.reduce((sum, width) => sum + width, 0);
    if (needed > room && widths.length > 1) report('table-wide', { columns: widths.length, needed, room }, at);
  };
}

function rowsOf(element: Element): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });
}

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');

/** The longest word: a line can be broken at spaces, behind hyphens, and between signs of Chinese, Japanese and Thai. */
function widthOf(cell: Element): number {
  const words = textOf(cell).split(
    /\s+|(?<=[-\u00ad\u200b])|(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])/u,
  );
  return Math.max(hasPicture(cell) ? picture : 0, ...words.map((word) => [...word].length));
}

function hasPicture({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)));
}
