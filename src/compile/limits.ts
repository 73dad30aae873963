import type { Nodes, Root } from 'mdast';
import { TooComplex } from '../dialect/syntax/meter.ts';

/** Characters of one article with everything it includes. The largest real body has 126,855. */
export const maxLength = 1_000_000;
/** Markdown nodes inside each other; a list counts two. Real articles stay under 20. */
const maxDepth = 100;
/** Containers that one line may open. */
const maxMarkers = 40;
/** Columns before a container's mark: more is nesting that no page could show. */
const maxColumns = 200;
/** Lines that begin with a bracket, and so may define something. */
const maxDefinitions = 5000;
/** Cells of all tables: a short row is filled up to the width of its table, so a small text can ask for millions. */
const maxCells = 50_000;

const marker = /^(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;

/**
 * Looks at the lines before a Markdown parser does, in time linear in their length. What passes is shallow and
 * small enough for everything after.
 *
 * @param text of one file
 * @throws TooComplex at the line that is too much
 */
export function checkLines(text: string): void {
  if (text.length > maxLength) throw new TooComplex(1, `more than ${maxLength} characters`);
  let line = 1;
  let definitions = 0;
  for (let start = 0; start <= text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const [markers, columns, next] = prefix(text, start, end);
    if (markers > maxMarkers || (markers > 0 && columns > maxColumns)) {
      throw new TooComplex(line, 'quotes and lists inside each other');
    }
    if (next === '[') definitions += 1;
    if (definitions > maxDefinitions) throw new TooComplex(line, `more than ${maxDefinitions} definitions`);
    start = end + 1;
  }
}

/** Marks of quotes and lists at the start of a line, the column of the last, and the character after them. */
function prefix(text: string, start: number, end: number): [markers: number, columns: number, next: string] {
  let at = start;
  let column = 0;
  let markers = 0;
  let last = 0;
  while (at < end) {
    const character = text[at] ?? '';
    if (character === ' ' || character === '\t') {
      at += 1;
      column += character === '\t' ? 4 : 1;
      continue;
    }
    const found = marker.exec(text.slice(at, Math.min(end, at + 12)))?.[0];
    if (found === undefined) return [markers, last, character];
    markers += 1;
    last = column;
    if (markers > maxMarkers) break;
    at += found.length;
    column += found.length;
  }
  return [markers, last, ''];
}

/**
 * Measures the tree without recursion, before anything walks it with.
 *
 * @throws TooComplex where it is too deep
 */
export function checkTree(tree: Root): void {
  const open: [node: Nodes, depth: number][] = [[tree, 0]];
  let cells = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    const line = node.position?.start.line ?? 1;
    if (depth > maxDepth) throw new TooComplex(line, 'markup inside markup');
    if (node.type === 'table') cells += (node.align?.length ?? 0) * node.children.length;
    if (cells > maxCells) throw new TooComplex(line, `more than ${maxCells} table cells`);
    if ('children' in node) for (const child of node.children) open.push([child, depth + 1]);
  }
}
