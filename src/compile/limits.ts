import type { Nodes, Root } from 'mdast';
import { directiveNames } from '../dialect/syntax/directive-names.ts';
import { TooComplex } from '../model/too-complex.ts';

/**
 * Characters of one file. The largest body that was ever seen in Intercom has 126,855. With a bound on size, all
 * that takes the parser more than proportional time takes bounded time.
 */
export const maxLength = 400_000;
/** Lines of one file. */
export const mostLines = 10_000;
/** Markdown nodes inside each other; a list counts two. Real articles stay under 20. */
const maxDepth = 100;
/** Containers that one line may open. */
const maxMarkers = 40;
/**
 * A line that begins a list or a quote makes the parser go through all that were begun before: so many in all the lines
 * together. Ten thousand lines of a list in a quote stay below it.
 */
const mostRevisits = 110_000_000;
/** Columns before a container's mark: more is nesting that no page could show. */
const maxColumns = 200;
/** Directives inside each other: each is read once more for every one around it. */
const maxDirectives = 20;
/** Cells of all tables: a short row is filled up to the width of its table, so a small text can ask for millions. */
const maxCells = 50_000;

const marker = /^(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;

/** What may occur only so often in one file, because the parser's time grows with the square of its number. */
const mostDefinitions = 2000;
const mostRules = 2000;
/** Bars of a table's row, one less than its cells. */
const mostBars = 999;

/**
 * Looks at the lines before a Markdown parser does, in time linear in their length. What passes is shallow and
 * small enough for everything after.
 *
 * @param text of one file
 * @throws TooComplex at the line that is too much
 */
export function checkLines(text: string): void {
  if (text.length > maxLength) throw new TooComplex(1, `more than ${maxLength} characters`);
  let directives = 0;
  let begun = 0;
  let revisits = 0;
  let definitions = 0;
  let rules = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const { markers, columns, next } = prefix(line);
    if (markers > maxMarkers || (markers > 0 && columns > maxColumns))
      refuse(index, 'quotes and lists inside each other');
    begun += markers;
    if (markers > 0) revisits += begun;
    if (revisits > mostRevisits) refuse(index, 'lists and quotes');
    if (index >= mostLines) refuse(index, `more than ${mostLines} lines`);
    if (next === '[' && (line.includes(']:') || !line.includes(']'))) definitions += 1;
    if (definitions > mostDefinitions) refuse(index, `more than ${mostDefinitions} definitions`);
    if (next === '=' || next === '-') rules += 1;
    if (rules > mostRules) refuse(index, `more than ${mostRules} rules and underlined headings`);
    if (line.length > mostBars && line.split('|').length > mostBars + 1)
      refuse(index, 'tables with more than 1000 columns');
    if (next === ':') directives = Math.max(0, directives + directiveStep(line));
    if (directives > maxDirectives) refuse(index, 'directives inside each other');
  }
}

/** @param index of a line, from 0 */
function refuse(index: number, what: string): never {
  throw new TooComplex(index + 1, what);
}

/** 1 for a line that opens a directive, -1 for one that closes one. */
function directiveStep(line: string): number {
  const name = /^[\s>]*:{3,}(\w*)/.exec(line)?.[1];
  if (name === '') return -1;
  return directiveNames.container.some((known) => known === name) ? 1 : 0;
}

/** What a line begins with. */
interface Prefix {
  /** How many marks of quotes and lists. */
  readonly markers: number;
  /** Columns before the last of them. */
  readonly columns: number;
  /** The character behind them. */
  readonly next: string;
}

function prefix(line: string): Prefix {
  let at = 0;
  let column = 0;
  let markers = 0;
  let columns = 0;
  while (at < line.length) {
    const character = line.charAt(at);
    if (character === ' ' || character === '\t') {
      at += 1;
      column += character === '\t' ? 4 : 1;
      continue;
    }
    const found = /[>*+\d-]/.test(character) ? marker.exec(line.slice(at, at + 12))?.[0] : undefined;
    if (found === undefined) return { markers, columns, next: character };
    markers += 1;
    columns = column;
    if (markers > maxMarkers) break;
    at += found.length;
    column += found.length;
  }
  return { markers, columns, next: '' };
}

/**
 * Measures the tree before anything walks it, no deeper than it may be.
 *
 * @throws TooComplex where it is too deep
 */
export function checkTree(tree: Root): void {
  let cells = 0;
  const check = (node: Nodes, depth: number): void => {
    if (depth > maxDepth) throw new TooComplex(lineOf(node), 'markup inside markup');
    if (node.type === 'table') cells += (node.align?.length ?? 0) * node.children.length;
    if (cells > maxCells) throw new TooComplex(lineOf(node), `more than ${maxCells} table cells`);
    if (!('children' in node)) return;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) check(child, depth + 1);
    }
  };
  check(tree, 0);
}

const lineOf = ({ position }: Nodes): number => position?.start.line ?? 1;
