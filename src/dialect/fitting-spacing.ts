import { classesOf, type HtmlElement, type HtmlNode, isHtmlElement } from '../body/parse.ts';
import type { Spacing } from '../model/article.ts';
import type { Container } from './construct.ts';
import type { Space } from './spacing.ts';
import { type Addresses, readStored } from './stored.ts';
import { unitsOf } from './units.ts';

const all: readonly Spacing[] = ['normal', 'airy', 'tight'];

/**
 * The spacing under which a body needs the fewest lines that only ask for space.
 *
 * @param html as for `decompile`
 * @param usual the one to take where another is no better
 */
export function fittingSpacing(html: string, addresses: Addresses, usual: Spacing): Spacing {
  const best = fittingSpacings(html, addresses);
  return best.includes(usual) ? usual : (best[0] ?? usual);
}

/** All that need as few of those lines as can be: a body of one block fits any. */
export function fittingSpacings(html: string, addresses: Addresses): readonly Spacing[] {
  const nodes = readStored(html, addresses);
  if (nodes === null) return all;
  const flows = flowsIn(nodes, 'body');
  const lines = all.map((spacing) => linesFor(flows, spacing));
  const fewest = Math.min(...lines);
  return all.filter((_, index) => lines[index] === fewest);
}

interface Flow {
  readonly nodes: readonly HtmlNode[];
  readonly container: Container;
}

/** What holds blocks, at every depth. */
function flowsIn(nodes: readonly HtmlNode[], container: Container): readonly Flow[] {
  const inside = nodes.filter(isHtmlElement).flatMap((block) => flowsInBlock(block));
  return [{ nodes, container }, ...inside];
}

function flowsInBlock(block: HtmlElement): readonly Flow[] {
  const children = block.childNodes.filter(isHtmlElement);
  switch (block.tagName) {
    case 'ul':
    case 'ol':
      return children.flatMap((item) => flowsIn(item.childNodes, 'item'));
    case 'table':
      return children
        .flatMap((body) => body.childNodes.filter(isHtmlElement))
        .flatMap((row) => row.childNodes.filter(isHtmlElement))
        .flatMap((cell) => flowsIn(cell.childNodes, 'cell'));
    case 'details':
      return flowsIn(children.at(-1)?.childNodes ?? [], 'section');
    case 'div':
      return classesOf(block).includes('intercom-interblocks-callout') ? flowsIn(block.childNodes, 'callout') : [];
    default:
      return [];
  }
}

function linesFor(flows: readonly Flow[], spacing: Spacing): number {
  return flows.reduce((sum, { nodes, container }) => {
    const { units, end } = unitsOf(nodes, container, spacing);
    return units.reduce((lines, { before }) => lines + linesOf(before), sum + linesOf(end));
  }, 0);
}

function linesOf({ isTight, asked }: Space): number {
  return (isTight ? 1 : 0) + (asked > 0 ? 1 : 0);
}
